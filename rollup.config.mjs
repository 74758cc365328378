import { readdirSync, readFileSync, rmSync } from 'node:fs';
import minifyLiterals from '@lit-labs/rollup-plugin-minify-html-literals';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import typescript from '@rollup/plugin-typescript';
import license from 'rollup-plugin-license';
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

const defineModules = readdirSync('src/define')
  .filter((name) => name.endsWith('.ts'))
  .map((name) => `src/define/${name}`);

const minified = (format, file, more) => ({
  file,
  format,
  sourcemap: true,
  plugins: [
    terser({
      module: format === 'es',
      ecma: 2022,
      compress: { passes: 2 },
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
    onwarn,
    plugins: [sameVersion, compile()],
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
      minifyTemplates,
      compile(),
      nodeResolve({ browser: true }),
      // the notices that their licences ask for are cut from the code by terser
      license({ thirdParty: { output: { file: 'dist/THIRD-PARTY-LICENSES.txt' } } }),
    ],
    output: [
      minified('es', 'dist/castray-widgets.js'),
      minified('iife', 'dist/castray-widgets.iife.js', { name: 'CastRay' }),
    ],
  },
];
