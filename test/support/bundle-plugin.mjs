// Each test file reaches the browser as one script, bundled by esbuild when it is asked for: some 300
// modules a file, each a request through the test server, took longer than most tests (Firefox above all).
import { fileURLToPath } from 'node:url';
import path from 'node:path';
import { build } from 'esbuild';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** What is imported by an address (the runner's own modules, the built bundle) stays an import. */
const addresses = {
  name: 'addresses',
  setup({ onResolve }) {
    onResolve({ filter: /^\// }, ({ path: address, kind }) =>
      kind === 'entry-point' ? undefined : { path: address, external: true },
    );
  },
};

/** package.json names the modules with side effects; tests have nothing else, and are not dropped. */
const tests = {
  name: 'tests',
  setup({ onResolve }) {
    onResolve({ filter: /\.test\.ts$/ }, ({ path: file, resolveDir, kind }) =>
      kind === 'entry-point' ? undefined : { path: path.join(resolveDir, file), sideEffects: true },
    );
  },
};

export function bundlePlugin() {
  return {
    name: 'one-script-per-test-file',
    async serve({ path: url }) {
      if (!/\.(test|bundle)\.ts$/.test(url)) return undefined;
      const { outputFiles } = await build({
        entryPoints: [path.join(ROOT, url)],
        outfile: path.join(ROOT, url.replace(/ts$/, 'js')), // for the paths in its source map
        bundle: true,
        write: false,
        format: 'esm',
        target: 'es2022',
        tsconfig: path.join(ROOT, 'tsconfig.json'),
        conditions: ['development'], // Lit's own warnings show
        plugins: [addresses, tests],
        sourcemap: 'inline',
        sourcesContent: false,
        logLevel: 'silent', // what fails is thrown, and fails the file
      });
      return { body: outputFiles[0].text, type: 'js' };
    },
  };
}
