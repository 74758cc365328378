import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

/** The last takes no `integrity`, which a worker does not have, but a copy on one's own origin can be checked. */
const FILES = ['castray-widgets.js', 'castray-widgets.iife.js', 'castray-worker.js'];

/** What a page puts into `integrity`, for each file of a release. */
export function releaseHashes() {
  return FILES.map((file) => {
    const digest = createHash('sha384')
      .update(readFileSync(`dist/${file}`))
      .digest('base64');
    return { file, integrity: `sha384-${digest}` };
  });
}

// as a command, `npm run hashes`
if (import.meta.url === pathToFileURL(process.argv[1]).href)
  for (const { file, integrity } of releaseHashes()) console.log(`${file}  ${integrity}`);
