import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

/** What a page puts into `integrity`, for each file that a page may load from another origin. */
export function releaseHashes() {
  return ['castray-widgets.js', 'castray-widgets.iife.js'].map((file) => {
    const digest = createHash('sha384')
      .update(readFileSync(`dist/${file}`))
      .digest('base64');
    return { file, integrity: `sha384-${digest}` };
  });
}

// as a command, `npm run hashes`
if (import.meta.url === pathToFileURL(process.argv[1]).href)
  for (const { file, integrity } of releaseHashes()) console.log(`${file}  ${integrity}`);
