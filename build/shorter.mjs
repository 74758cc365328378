// What makes the files shorter without a change to the source. What each is worth: docs/architecture.md, "Bytes".
import { readdirSync } from 'node:fs';
import minifyLiterals from '@lit-labs/rollup-plugin-minify-html-literals';
import { transform } from 'esbuild';
import MagicString from 'magic-string';

/** What stands in a row in the one file, in this order; the rest follows as it is imported. */
const ROWS = [
  /^text\//,
  /^model\//,
  /^store\//,
  /^context\//,
  /^elements\/castray-provider\//,
  /^theme\/|\.styles\.ts$/,
  /^elements\/castray-node-list\//,
];

/**
 * gzip finds again what stood within 32 KiB before, and fits its code to some 10 KiB at a time: sentences
 * do best beside sentences, styles beside styles. In the order of imports they are scattered. None of
 * these modules does anything by being imported, so that the elements are defined in the same order.
 */
export const alikeInARow = {
  name: 'alike-in-a-row',
  transform(code, id) {
    if (!id.endsWith('/src/define/all.ts')) return null;
    const modules = readdirSync('src', { recursive: true }).sort();
    const rows = ROWS.flatMap((row) =>
      modules.filter((name) => row.test(name) && name.endsWith('.ts')),
    );
    const imports = rows.map((name) => `import '../${name.replace(/ts$/, 'js')}';\n`).join('');
    const before = new MagicString(code).prepend(imports);
    return { code: before.toString(), map: before.generateMap({ hires: true }) };
  },
};

// The plugin is CommonJS-shaped: under Node's ESM interop its function sits one default deeper.
export const minifyTemplates = (minifyLiterals.default ?? minifyLiterals)({
  include: ['src/**/*.ts'],
  failOnError: true, // otherwise a template that it cannot parse leaves the whole file as it was
  options: {
    minifyOptions: {
      keepClosingSlash: true, // svg`<path/><circle/>` would nest without its slashes
      conservativeCollapse: true, // one space between inline elements is text
      collapseBooleanAttributes: true,
    },
  },
});

/**
 * `--_text-muted` becomes `--_c`. Every element sets all of these on its own host, so that no other copy
 * of ours can mean another thing by them; `--_p-*`, which a provider hands on to elements that may be of
 * another version, keep their names.
 */
export function shortCustomProperties() {
  const given = new Map();
  const shorter = (name) => {
    if (!given.has(name)) given.set(name, `--_${letters(given.size)}`);
    return given.get(name);
  };
  return {
    name: 'short-custom-properties',
    transform: (code, id) =>
      id.includes('/src/') ? replaced(code, /--_(?!p-)[a-z][a-z-]*/g, shorter) : null,
  };
}

/** a…z without p, then aa, ab… */
function letters(index) {
  const alphabet = 'abcdefghijklmnoqrstuvwxyz';
  const rest = Math.floor(index / alphabet.length);
  return (rest > 0 ? letters(rest - 1) : '') + alphabet[index % alphabet.length];
}

/**
 * terser gives private names out once for the whole bundle (`#De`), esbuild once for each class (`#a`):
 * 0.5 KiB gzip less. terser then does the rest.
 */
export const shortPrivateNames = {
  name: 'short-private-names',
  async renderChunk(code) {
    const options = { minifyIdentifiers: true, target: 'es2022', charset: 'utf8', sourcemap: true };
    return transform(code, options);
  },
};

/** After terser: a `const` that is assigned to would have stopped the compiler long before. */
export const letForConst = {
  name: 'let-for-const',
  renderChunk(code) {
    const shorter = new MagicString(code);
    visit(this.parse(code), ({ type, kind, start }) => {
      if (type === 'VariableDeclaration' && kind === 'const')
        shorter.overwrite(start, start + 'const'.length, 'let');
    });
    return { code: shorter.toString(), map: shorter.generateMap({ hires: true }) };
  },
};

function visit(node, see) {
  if (!node || typeof node !== 'object') return;
  see(node);
  for (const child of Object.values(node)) visit(child, see);
}

/** `code` with each match of `pattern` replaced, and the source map for it; null where there is none. */
export function replaced(code, pattern, by) {
  const changed = new MagicString(code).replaceAll(pattern, by);
  return changed.hasChanged()
    ? { code: changed.toString(), map: changed.generateMap({ hires: true }) }
    : null;
}
