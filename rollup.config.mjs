import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import minifyLiterals from '@lit-labs/rollup-plugin-minify-html-literals';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import typescript from '@rollup/plugin-typescript';
import { transform } from 'esbuild';
import license from 'rollup-plugin-license';
import ts from 'typescript';
import pkg from './package.json' with { type: 'json' };

rmSync('dist', { recursive: true, force: true });

/** A warning nobody reads becomes a fault nobody finds: every warning stops the build. */
const onwarn = (warning) => {
  throw Object.assign(new Error(warning.message), warning);
};

const compile = () =>
  typescript({
    tsconfig: './src/tsconfig.build.json',
    noEmitOnError: true,
    compilerOptions: { emitDeclarationOnly: false, declaration: false, outDir: undefined },
  });

// The plugin is CommonJS-shaped: under Node's ESM interop its function sits one default deeper.
const minifyTemplates = (minifyLiterals.default ?? minifyLiterals)({
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

/** The version that elements report is the one that is published. */
const sameVersion = {
  name: 'same-version',
  buildStart() {
    const [, version] = /VERSION = '([^']+)'/.exec(readFileSync('src/version.ts', 'utf8')) ?? [];
    if (version !== pkg.version)
      this.error(`src/version.ts says ${version}, package.json ${pkg.version}`);
  },
};

/**
 * reconnecting-websocket is published for ES5, with helpers for what browsers have had for years, and a
 * bundler cannot drop the methods of a class that nobody calls. Its own TypeScript source is in the same
 * package: compiled for today, and without what src/connection/live-socket.ts has no use for, the same
 * code is 1.3 KiB shorter.
 */
const modernSocket = {
  name: 'modern-socket',
  async resolveId(source, importer, options) {
    if (source !== 'reconnecting-websocket') return null;
    const published = await this.resolve(source, importer, { ...options, skipSelf: true });
    return published && resolve(dirname(published.id), '..', `${source}.ts`);
  },
  transform(code, id) {
    if (!id.includes('/reconnecting-websocket/') || !id.endsWith('.ts')) return null;
    const compilerOptions = { target: 'ES2022', module: 'ES2022', sourceMap: true };
    const { outputText, sourceMapText } = ts.transpileModule(code, {
      compilerOptions,
      transformers: { before: [withoutMembers(UNUSED_OF_SOCKET)] },
    });
    return { code: outputText, map: JSON.parse(sourceMapText) };
  },
};

const UNUSED_OF_SOCKET = new Set([
  ...['binaryType', 'retryCount', 'bufferedAmount', 'extensions', 'protocol', 'readyState', 'url'],
  ...['reconnect', 'addEventListener', 'dispatchEvent', 'removeEventListener'],
]);

/** A TypeScript transformer that leaves out class members by name. */
const withoutMembers = (names) => (context) => (file) => {
  const visit = (node) =>
    ts.isClassElement(node) && node.name && names.has(node.name.text)
      ? undefined
      : ts.visitEachChild(node, visit, context);
  return ts.visitNode(file, visit);
};

/**
 * terser gives private names out once for the whole bundle (`#De`), esbuild once for each class (`#a`):
 * 0.5 KiB gzip less. terser then does the rest.
 */
const shortPrivateNames = {
  name: 'short-private-names',
  async renderChunk(code) {
    const options = { minifyIdentifiers: true, target: 'es2022', charset: 'utf8', sourcemap: true };
    return transform(code, options);
  },
};

const defineModules = readdirSync('src/define')
  .filter((name) => name.endsWith('.ts'))
  .map((name) => `src/define/${name}`);

const minified = (format, file, more) => ({
  file,
  format,
  sourcemap: true,
  plugins: [
    shortPrivateNames,
    terser({
      module: format === 'es',
      ecma: 2022,
      // reconnecting-websocket's own log, which is never turned on
      compress: { passes: 2, pure_funcs: ['this._debug'] },
      format: { comments: false },
    }),
  ],
  ...more,
});

export default [
  // For other people's bundlers: one module a source file, dependencies left to them.
  {
    input: ['src/core.ts', ...defineModules],
    external: Object.keys(pkg.dependencies).map((name) => new RegExp(`^${name}(/|$)`)),
    // as package.json says: an import for nothing but side effects makes a page's bundler warn
    treeshake: { moduleSideEffects: (id) => id.includes('/src/define/') },
    onwarn,
    plugins: [sameVersion, minifyTemplates, compile()],
    output: {
      dir: 'dist/npm',
      format: 'es',
      preserveModules: true,
      preserveModulesRoot: 'src',
      sourcemap: true,
      // npm never packs a folder named node_modules: TypeScript's helpers need a name of their own
      entryFileNames: ({ name }) => `${name.includes('node_modules/tslib/') ? '_tslib' : name}.js`,
    },
  },
  // For pages: everything in one file, as a module and as a classic script.
  {
    input: 'src/define/all.ts',
    onwarn,
    plugins: [
      modernSocket,
      minifyTemplates,
      compile(),
      nodeResolve({ browser: true, extensions: ['.js', '.ts'] }),
      // the notices that their licences ask for are cut from the code by terser
      license({ thirdParty: { output: { file: 'dist/THIRD-PARTY-LICENSES.txt' } } }),
    ],
    output: [
      minified('es', 'dist/castray-widgets.js'),
      minified('iife', 'dist/castray-widgets.iife.js', { name: 'CastRay' }),
    ],
  },
];
