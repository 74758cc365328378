// The custom-elements manifest: what the documentation and editors know of each element.
import { customElementVsCodePlugin } from 'custom-element-vs-code-integration';
import { wordLists } from '../build/word-lists.mjs';

const isPublic = ({ name, privacy }) =>
  privacy !== 'private' && privacy !== 'protected' && !name.startsWith('#');

/** Elements are defined by our own define(tag, Class): the analyzer knows customElements.define. */
const definitions = {
  name: 'definitions',
  analyzePhase({ ts, node, moduleDoc, context }) {
    if (!ts.isCallExpression(node) || node.expression.getText() !== 'define') return;
    const [tag, element] = node.arguments;
    if (!ts.isStringLiteral(tag) || !ts.isIdentifier(element)) return;
    const { importPath } = context.imports.find(({ name }) => name === element.text);
    moduleDoc.exports.push({
      kind: 'custom-element-definition',
      name: tag.text,
      declaration: {
        name: element.text,
        module: new URL(importPath, `file:///${moduleDoc.path}`).pathname,
      },
    });
  },
};

/** The manifest describes what is published: modules of dist/npm, nothing private. */
const published = {
  name: 'published',
  packageLinkPhase({ customElementsManifest: manifest }) {
    renamePaths(manifest);
    for (const { declarations } of manifest.modules)
      for (const declaration of declarations ?? []) {
        if (declaration.members) declaration.members = declaration.members.filter(isPublic);
        // dispatchEvent(new XEvent(what)) adds a nameless one, or one named `what`, beside that of @fires
        if (declaration.events)
          declaration.events = declaration.events.filter(({ name }) =>
            name?.startsWith('castray-'),
          );
      }
  },
};

function renamePaths(value) {
  if (!value || typeof value !== 'object') return;
  for (const key of ['path', 'module'])
    if (typeof value[key] === 'string')
      value[key] = value[key].replace(/^\/?src\/(.*)\.[jt]s$/, 'dist/npm/$1.js');
  Object.values(value).forEach(renamePaths);
}

export default {
  // elements, what they inherit, what they fire, where they are defined; not their inner parts
  globs: [
    'src/elements/castray-element.ts',
    'src/elements/castray-*/castray-*.ts',
    'src/elements/castray-*/*-attributes.ts',
    'src/elements/events/*.ts',
    'src/define/*.ts',
  ],
  exclude: ['src/**/*.styles.ts', 'src/define/define.ts'],
  litelement: true,
  outdir: 'dist',
  packagejson: false,
  plugins: [
    definitions,
    published,
    wordLists,
    customElementVsCodePlugin({ outdir: 'dist', hideLogs: true }),
  ],
};
