// The package as npm would publish it: what it promises is in it, and works without a page.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { elementsOf } from '../../build/manifest.mjs';
import { definedTags } from './manifest.mjs';

/** Their terms let anybody build and test with what they cover; all that is shipped needs is its notice. */
const FREE = ['0BSD', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'BlueOak-1.0.0', 'ISC', 'MIT'];
const FREE_TO_USE = [...FREE, 'CC-BY-3.0', 'CC0-1.0', 'MPL-2.0'];
/** package.json of these names no licence in the way npm reads; their files do: MIT. */
const UNNAMED = ['only'];

const json = async (file) => JSON.parse(await readFile(file, 'utf8'));

const packedPaths = () => {
  const packing = ['pack', '--dry-run', '--json', '--ignore-scripts'];
  const [{ files }] = JSON.parse(
    execFileSync('npm', packing, { stdio: ['ignore', 'pipe', 'ignore'] }),
  );
  return files.map((file) => file.path);
};

export const cases = {
  async 'every path of package.json is packed'() {
    const pkg = await json('package.json');
    const packed = packedPaths();
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
      packed.filter((path) => !/^(dist\/|docs\/|package\.json$|LICENSE$|README\.md$)/.test(path)),
      [],
      'nothing else is packed',
    );
  },

  async 'what is packed refers to nothing that is not'() {
    const packed = packedPaths();
    const missing = [];
    const wants = (from, to) => {
      const target = path.posix.join(path.posix.dirname(from), to);
      if (!packed.includes(target)) missing.push(`${from}: ${target}`);
    };
    for (const from of packed.filter((each) => each.endsWith('.md'))) {
      const links = (await readFile(from, 'utf8')).matchAll(/\]\((?!#|\w+:)([^)#]+)/g);
      for (const [, to] of links) wants(from, to);
    }
    for (const from of packed.filter((each) => each.endsWith('.js'))) {
      const [, map] = /\/\/# sourceMappingURL=(\S+)/.exec(await readFile(from, 'utf8')) ?? [];
      if (map) wants(from, map);
    }
    assert.deepEqual(missing, []);
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
      assert.equal(/sourceMappingURL=/.test(code), !file.includes('iife'), `the map of ${file}`);
    }
    const licences = await readFile('dist/THIRD-PARTY-LICENSES.txt', 'utf8');
    const { dependencies } = await json('package.json');
    for (const name of [...Object.keys(dependencies), 'reconnecting-websocket'])
      assert.ok(licences.includes(name), name);
  },

  async 'README names every attribute, property, method, event, slot, part and custom property'() {
    const readme = await readFile('README.md', 'utf8');
    const sections = readme.split(/^### /m);
    const missing = elementsOf(await json('dist/custom-elements.json')).flatMap((element) => {
      const { tagName, attributes, members, events, slots, cssParts, cssProperties } = element;
      const section = sections.find((text) => text.startsWith(`\`<${tagName}>\``)) ?? '';
      const names = [attributes, members, events, slots, cssParts].flat().map(({ name }) => name);
      const inSection = names.filter((name) => name && !RegExp(`\`${name}[\`(]`).test(section));
      const anywhere = cssProperties.filter(({ name }) => !readme.includes(`\`${name}\``));
      return [...inSection, ...anywhere.map(({ name }) => name)].map(
        (name) => `${tagName} ${name}`,
      );
    });
    assert.deepEqual(missing, []);
  },

  async 'all that is shipped, and all that builds and tests it, has a licence that allows it'() {
    const { packages } = await json('package-lock.json');
    const { '': own, ...others } = packages;
    assert.equal(own.license, 'Apache-2.0');
    const refused = Object.entries(others).filter(([path, { license = '', dev }]) => {
      const terms =
        license.match(/[\w.-]+/g)?.filter((word) => !['AND', 'OR'].includes(word)) ?? [];
      const free = dev ? FREE_TO_USE : FREE;
      const isNamed = terms.length > 0 && terms.every((term) => free.includes(term));
      return !isNamed && !UNNAMED.includes(path.split('node_modules/').at(-1));
    });
    assert.deepEqual(refused, []);
  },
};
