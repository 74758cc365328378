// What editors and the documentation are told of the elements, against the code.
import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import { elementsOf } from '../../build/manifest.mjs';

const json = async (file) => JSON.parse(await readFile(file, 'utf8'));
const manifest = async () => elementsOf(await json('dist/custom-elements.json'));
const sourcesIn = async (folder) => {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.ts'));
  return Promise.all(names.map((name) => readFile(`${folder}/${name}`, 'utf8')));
};
const list = async (module, name) => (await import(`../../dist/npm/${module}.js`))[name];

/** Attribute → the list that the code reads it by; that of one element alone by its tag, too. */
const LISTS = {
  theme: ['theme/presets', 'THEMES'],
  size: ['theme/presets', 'SIZES'],
  density: ['theme/presets', 'DENSITIES'],
  'castray-files view': ['elements/castray-files/folder-view', 'FILE_VIEWS'],
  'castray-node-list view': ['elements/castray-node-list/list-settings', 'NODE_VIEWS'],
  'castray-node-list filter': ['model/node-query', 'NODE_FILTERS'],
  'castray-node-list marks': ['elements/castray-node-list/list-settings', 'MARKS'],
  'castray-node-list map-figure': ['elements/castray-node-list/map/map-kinds', 'MAP_FIGURES'],
  'castray-node-list map-group': ['elements/castray-node-list/map/map-layout', 'MAP_GROUPS'],
};
/** Written in the type itself, where the compiler holds the code to them. */
const WRITTEN = {
  'castray-provider credentials': ['omit', 'same-origin', 'include'],
  'castray-provider memory-figure': ['available', 'used'],
};

export const cases = {
  async 'editors offer the very words that the code reads'() {
    const { tags } = await json('dist/vscode.html-custom-data.json');
    const offered = [];
    for (const { name: tag, attributes } of tags)
      for (const { name, values } of attributes.filter((each) => each.values.length > 0)) {
        const key = `${tag} ${name}`;
        const words = WRITTEN[key] ?? (await list(...(LISTS[key] ?? LISTS[name])));
        assert.deepEqual(
          values.map((value) => value.name),
          [...words],
          key,
        );
        offered.push(key, name);
      }
    for (const key of Object.keys({ ...LISTS, ...WRITTEN })) assert.ok(offered.includes(key), key);
  },

  async 'each element tells of the events that it dispatches, and of no other'() {
    const types = {};
    for (const source of await sourcesIn('src/elements/events'))
      for (const [, type] of source.matchAll(/static readonly \w+ = '([\w-]+)'/g))
        (types[/class (\w+)/.exec(source)[1]] ??= []).push(type);
    const told = {};
    const dispatched = {};
    for (const { tagName, events } of await manifest()) {
      told[tagName] = events.map(({ name }) => name).sort();
      const sources = (await sourcesIn(`src/elements/${tagName}`)).join('\n');
      const classes = [...sources.matchAll(/dispatchEvent\(new (\w+)/g)].map(([, name]) => name);
      dispatched[tagName] = [...new Set(classes)].flatMap((name) => types[name]).sort();
    }
    assert.deepEqual(told, dispatched);
    assert.deepEqual(Object.values(told).flat().sort(), Object.values(types).flat().sort());
  },
};
