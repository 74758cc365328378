// The commands of this project refuse what makes no sense in one line, and leave everything as it was.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const run = (script, args, cwd = ROOT) =>
  spawnSync(process.execPath, [path.join(ROOT, script), ...args], { cwd, encoding: 'utf8' });

test('a wrong flag: one line that names it, and exit 2', () => {
  for (const [script, args, named] of [
    ['test/run.mjs', ['--typo'], /--typo/],
    ['test/run.mjs', ['--browsers', 'chrom'], /chrom/],
    ['test/faults/run.mjs', ['--typo'], /--typo/],
    ['test/faults/run.mjs', ['--browsers', 'chrom'], /chrom/],
    ['test/soak/run.mjs', ['--snapshots', '100k'], /--snapshots.*100k/],
    ['test/soak/run.mjs', ['--minutes', ''], /--minutes/],
  ]) {
    const { status, stdout, stderr } = run(script, args);
    const command = [script, ...args].join(' ');
    assert.equal(status, 2, command);
    assert.match(stderr, named);
    assert.deepEqual([stdout, stderr.trim().split('\n').length], ['', 1], command);
  }
});

test('a release whose build fails leaves no file changed', (t) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'castray-release-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const files = {
    'package.json': '{ "version": "1.0.0", "scripts": { "build": "node -e process.exit(1)" } }',
    'package-lock.json': '{ "version": "1.0.0", "packages": { "": { "version": "1.0.0" } } }',
    'src/version.ts': "export const VERSION = '1.0.0';",
    'docs/CHANGELOG.md': '## 2.0.0\n',
  };
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), content);
  }
  const git = (...args) => execFileSync('git', ['-C', folder, ...args]);
  git('init', '-q');
  git('add', '.');
  git('-c', 'user.name=x', '-c', 'user.email=x@x', 'commit', '-qm', 'before');
  const { status, stderr } = run('build/release.mjs', ['2.0.0'], folder);
  assert.notEqual(status, 0);
  assert.match(stderr, /npm run build/);
  for (const [name, content] of Object.entries(files))
    assert.equal(readFileSync(path.join(folder, name), 'utf8'), content, name);
});
