import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import typescript from '@rollup/plugin-typescript';
import license from 'rollup-plugin-license';
import { modernSocket } from './build/modern-socket.mjs';
import {
  alikeInARow,
  letForConst,
  minifyTemplates,
  shortCustomProperties,
  shortPrivateNames,
} from './build/shorter.mjs';
import { ownTrustedTypesPolicy } from './build/trusted-types.mjs';
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

/** The version that elements report is the one that is published. */
const sameVersion = {
  name: 'same-version',
  buildStart() {
    const [, version] = /VERSION = '([^']+)'/.exec(readFileSync('src/version.ts', 'utf8')) ?? [];
    if (version !== pkg.version)
      this.error(`src/version.ts says ${version}, package.json ${pkg.version}`);
  },
};

const defineModules = readdirSync('src/define')
  .filter((name) => name.endsWith('.ts'))
  .map((name) => `src/define/${name}`);

/**
 * For Node, as when a server renders a page that imports a bundle: a script does nothing there. No `node` condition
 * in package.json, since a build that asks Node where the file is, to publish it, must be told of this very one.
 */
const onlyWith = (name) => ({ intro: `if (!globalThis.${name}) return;` });

/** A map is seven times its bundle: the package has only the module's, and the others do not ask for theirs. */
const minified = (format, file, more) => ({
  file,
  format,
  sourcemap: 'hidden',
  plugins: [
    shortPrivateNames,
    terser({
      module: format === 'es',
      ecma: 2022,
      // reconnecting-websocket's own log, which is never turned on
      compress: { passes: 2, pure_funcs: ['this._debug'] },
      // its private members: nothing else here starts with an underscore and a letter
      mangle: { properties: { regex: /^_[a-z]/ } },
      // A classic script is read in the charset of its page, which need not be UTF-8.
      format: { comments: false, ascii_only: true },
    }),
    letForConst,
  ],
  ...more,
});

export default [
  // For other people's bundlers: one module a source file, Lit left to them.
  {
    input: ['src/core.ts', 'src/text/add-language.ts', ...defineModules],
    external: Object.keys(pkg.dependencies).map((name) => new RegExp(`^${name}(/|$)`)),
    // as package.json says: an import for nothing but side effects makes a page's bundler warn
    treeshake: { moduleSideEffects: (id) => id.includes('/src/define/') },
    onwarn,
    plugins: [
      sameVersion,
      modernSocket,
      minifyTemplates,
      shortCustomProperties(),
      compile(),
      nodeResolve({ extensions: ['.js', '.ts'] }),
    ],
    output: {
      dir: 'dist/npm',
      format: 'es',
      preserveModules: true,
      preserveModulesRoot: 'src',
      sourcemap: true,
      // npm never packs a folder named node_modules
      entryFileNames: ({ name }) => `${name.replace(/^.*node_modules\//, '_')}.js`,
    },
  },
  // For pages: everything in one file, as a module and as a classic script.
  {
    input: 'src/define/all.ts',
    onwarn,
    plugins: [
      alikeInARow,
      modernSocket,
      ownTrustedTypesPolicy,
      minifyTemplates,
      shortCustomProperties(),
      compile(),
      nodeResolve({ browser: true, extensions: ['.js', '.ts'] }),
      // the notices that their licences ask for are cut from the code by terser
      license({ thirdParty: { output: { file: 'dist/THIRD-PARTY-LICENSES.txt' } } }),
    ],
    output: [
      minified('es', 'dist/castray-widgets.js', { sourcemap: true }),
      minified('iife', 'dist/castray-widgets.iife.js', {
        name: 'CastRay',
        ...onlyWith('HTMLElement'),
      }),
    ],
  },
  // For pages that give a cluster's socket to a worker.
  {
    input: 'src/connection/castray-worker.ts',
    onwarn,
    plugins: [modernSocket, compile(), nodeResolve({ extensions: ['.js', '.ts'] })],
    output: minified('iife', 'dist/castray-worker.js', onlyWith('addEventListener')),
  },
];
