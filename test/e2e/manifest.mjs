// The elements that the build says it has.
import { readFile } from 'node:fs/promises';

/** Every tag of dist/custom-elements.json. */
export async function definedTags() {
  const { modules } = JSON.parse(await readFile('dist/custom-elements.json', 'utf8'));
  const exports = modules.flatMap((module) => module.exports ?? []);
  return exports
    .filter(({ kind }) => kind === 'custom-element-definition')
    .map(({ name }) => name)
    .sort();
}
