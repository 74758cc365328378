// `npm run release -- VERSION [--dry-run]`: sets the version, builds, prints the hashes and packs. Publishes
// nothing: that is one command more, which it prints. With --dry-run no file of the repository is changed
// for good, and nothing is left but the build.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { releaseHashes } from './hashes.mjs';

const [version] = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const isDry = process.argv.includes('--dry-run');
const run = (command, ...args) => execFileSync(command, args, { stdio: 'inherit' });
const stop = (why) => {
  console.error(why);
  process.exit(1);
};

if (!/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version ?? '')) stop('npm run release -- 1.2.3 [--dry-run]');
const changes = readFileSync('docs/CHANGELOG.md', 'utf8');
if (!changes.includes(`## ${version}\n`)) stop(`docs/CHANGELOG.md has no "## ${version}"`);
const unsaved = execFileSync('git', ['status', '--porcelain'], { encoding: 'utf8' });
if (!isDry && unsaved) stop(`not committed:\n${unsaved}`);

const FILES = {
  'package.json': /(?<="version": ")[^"]+/,
  'package-lock.json': /(?<="version": ")[^"]+/g,
  'src/version.ts': /(?<=VERSION = ')[^']+/,
};
let isReady = false;
const before = Object.keys(FILES).map((file) => [file, readFileSync(file, 'utf8')]);
try {
  for (const [file, pattern] of Object.entries(FILES)) setVersion(file, pattern);
  run('npm', 'run', 'build');
  for (const { file, integrity } of releaseHashes()) console.log(`${file}  ${integrity}`);
  run('npm', 'pack', '--ignore-scripts', ...(isDry ? ['--dry-run'] : []));
  isReady = !isDry;
} finally {
  // after a build that failed, too: the next release wants a clean working tree
  if (!isReady) for (const [file, content] of before) writeFileSync(file, content);
}
console.log(
  isDry
    ? 'Dry run: nothing was changed.'
    : `Next: npm test; git commit -am "Release ${version}"; git tag v${version}; npm publish castray-widgets-${version}.tgz`,
);

/** In the lock only this package's own two lines, which stand first. */
function setVersion(file, pattern) {
  let left = file === 'package-lock.json' ? 2 : 1;
  const content = readFileSync(file, 'utf8');
  writeFileSync(
    file,
    content.replace(pattern, (old) => (left-- > 0 ? version : old)),
  );
}
