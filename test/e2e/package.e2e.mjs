// The package as npm would publish it: what it promises is in it, and works without a page.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFile, readdir } from 'node:fs/promises';
import { definedTags } from './manifest.mjs';

const json = async (file) => JSON.parse(await readFile(file, 'utf8'));

export const cases = {
  async 'every path of package.json is packed'() {
    const pkg = await json('package.json');
    const [{ files }] = JSON.parse(
      execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
        stdio: ['ignore', 'pipe', 'ignore'],
      }),
    );
    const packed = files.map(({ path }) => path);
    const promised = Object.values(pkg.exports)
      .flatMap((target) => (typeof target === 'string' ? [target] : Object.values(target)))
      .concat(pkg.customElements, 'LICENSE', 'README.md', 'dist/THIRD-PARTY-LICENSES.txt');
    for (const target of promised) {
      const pattern = new RegExp(
        `^${target.replace('./', '').replaceAll('.', '\\.').replace('*', '[^/]+')}$`,
      );
      assert.ok(
        packed.some((path) => pattern.test(path)),
        `${target} is packed`,
      );
    }
    assert.deepEqual(
      packed.filter((path) => !/^(dist\/|package\.json$|LICENSE$|README\.md$)/.test(path)),
      [],
      'nothing else is packed',
    );
  },

  async 'each element has a define module of its own'() {
    const modules = await readdir('dist/npm/define');
    for (const tag of await definedTags()) assert.ok(modules.includes(`${tag}.js`), tag);
  },

  async 'the core runs without a DOM'() {
    assert.equal(globalThis.document, undefined);
    const core = await import(new URL('../../dist/npm/core.js', import.meta.url));
    assert.equal(core.VERSION, (await json('package.json')).version);
  },

  async 'the bundles need nothing else, and name the licences of what is in them'() {
    for (const file of ['castray-widgets.js', 'castray-widgets.iife.js']) {
      const code = await readFile(`dist/${file}`, 'utf8');
      assert.doesNotMatch(code, /\bimport\s*[("'{*]|\bfrom\s*["']|\brequire\(/, file);
      assert.match(code, /sourceMappingURL=/);
    }
    const licences = await readFile('dist/THIRD-PARTY-LICENSES.txt', 'utf8');
    const { dependencies } = await json('package.json');
    for (const name of [...Object.keys(dependencies), 'reconnecting-websocket'])
      assert.ok(licences.includes(name), name);
  },
};
