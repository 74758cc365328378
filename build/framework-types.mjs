// After the manifest: types of the tags for JSX (React 19) and for Vue's templates, into dist/.
import { readFile, writeFile } from 'node:fs/promises';
import { elementsOf } from './manifest.mjs';

const elements = elementsOf(JSON.parse(await readFile('dist/custom-elements.json', 'utf8')));
const HEAD = '// Made from custom-elements.json by build/framework-types.mjs.';

const imports = elements
  .flatMap(({ name, path, events }) => [
    `import type { ${name} } from './${path.replace('dist/', '')}';`,
    ...events.map(({ type }) => `import type { ${type.text} } from './npm/define/all.js';`),
  ])
  .filter((line, index, all) => all.indexOf(line) === index)
  .join('\n');

const fieldsOf = ({ attributes, members }) =>
  [
    ...attributes.map(({ fieldName }) => fieldName),
    ...members.filter(isSettable).map(({ name }) => name),
  ]
    .map((name) => `'${name}'`)
    .join(' | ') || 'never';

/** A property without an attribute. */
const isSettable = ({ kind, attribute, privacy, static: isStatic, readonly }) =>
  kind === 'field' && !(attribute ?? privacy ?? isStatic ?? readonly);

/** A property may be set by its own name; an attribute is a text, one of some words, a number, or true and false. */
const attributesOf = ({ attributes }) =>
  attributes
    .filter(({ name, fieldName }) => name !== fieldName)
    .map(({ name, type }) => `'${name}'?: ${attributeType(type.text)} | undefined;`)
    .join(' ');

const attributeType = (property) => {
  if (property === 'boolean') return 'boolean';
  const given = property.replace(' | undefined', '');
  if (/^'[\w-]+'( \| '[\w-]+')*$/.test(given)) return given;
  return /\bnumber\b/.test(property) ? 'string | number' : 'string';
};

/** Every event bubbles, so that a provider hears those of all that is in it, too. */
const eventsOf = ({ tagName, events }) => {
  const heard = tagName === 'castray-provider' ? elements.flatMap((one) => one.events) : events;
  return [...new Map(heard.map(({ name, type }) => [name, type.text]))];
};

/** `on…` for each event, named as the framework names it. */
const listenersOf = (element, named) =>
  eventsOf(element)
    .map(([name, type]) => `'on${named(name)}'?: ((event: ${type}) => void) | undefined;`)
    .join(' ');

const jsx = (element) => `    '${element.tagName}': Tag<
      ${element.name},
      ${fieldsOf(element)},
      { ${attributesOf(element)} ${listenersOf(element, (name) => name)} }
    >;`;

const vue = (element) => `    '${element.tagName}': Tag<
      ${element.name},
      ${fieldsOf(element)},
      { ${attributesOf(element)} ${listenersOf(element, pascal)} }
    >;`;

const pascal = (name) => name.replace(/(^|-)([a-z])/g, (_, dash, letter) => letter.toUpperCase());

await writeFile(
  'dist/jsx.d.ts',
  `${HEAD}
import type { DetailedHTMLProps, HTMLAttributes } from 'react';
${imports}

type Tag<E, Fields extends keyof E, More> = DetailedHTMLProps<HTMLAttributes<E>, E> & {
  [Field in Fields]?: E[Field] | undefined;
} & More & { class?: string };

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
${elements.map(jsx).join('\n')}
    }
  }
}
`,
);

await writeFile(
  'dist/vue.d.ts',
  `${HEAD}
import type { HTMLAttributes, PublicProps } from 'vue';
${imports}

type Tag<E, Fields extends keyof E, More> = new () => {
  $props: PublicProps & HTMLAttributes & { [Field in Fields]?: E[Field] | undefined } & More;
};

declare module 'vue' {
  interface GlobalComponents {
${elements.map(vue).join('\n')}
  }
}
`,
);
