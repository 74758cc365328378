// Builds the little apps of this folder, as a page author's bundler would: with the package as npm has it.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { build } from 'esbuild';
import { compile as compileSvelte } from 'svelte/compiler';
import { compileScript, parse } from 'vue/compiler-sfc';

const folder = new URL('./', import.meta.url).pathname;

const ENTRIES = {
  react: "import { mount } from './react.jsx'; mount(document.querySelector('#app'));",
  vue: "import { createApp } from 'vue'; import App from './Vue.vue'; createApp(App).mount('#app');",
  svelte:
    "import { mount } from 'svelte'; import App from './Svelte.svelte';" +
    "mount(App, { target: document.querySelector('#app') });",
};

const compilers = {
  name: 'compilers',
  setup({ onLoad }) {
    onLoad({ filter: /\.vue$/ }, async ({ path }) => {
      const { descriptor } = parse(await readFile(path, 'utf8'), { filename: path });
      const { content } = compileScript(descriptor, {
        id: 'app',
        inlineTemplate: true,
        templateOptions: {
          compilerOptions: { isCustomElement: (tag) => tag.startsWith('castray-') },
        },
      });
      return { contents: content, loader: 'js' };
    });
    onLoad({ filter: /\.svelte$/ }, async ({ path }) => {
      const { js } = compileSvelte(await readFile(path, 'utf8'), { filename: path });
      return { contents: js.code, loader: 'js' };
    });
  },
};

/** The app as one module's code. `framework` is a key of ENTRIES. */
export const buildApp = (framework) => buildCode(ENTRIES[framework]);

/** As {@link buildApp}, of JSX that imports what it needs; `more`: esbuild's options, for Node say. */
export async function buildCode(contents, more = {}) {
  const { outputFiles, warnings } = await build({
    stdin: { contents, resolveDir: folder, loader: 'jsx' },
    bundle: true,
    write: false,
    format: 'esm',
    logLevel: 'silent',
    jsx: 'automatic',
    conditions: ['production', 'browser', 'svelte'],
    define: {
      'process.env.NODE_ENV': '"production"',
      __VUE_OPTIONS_API__: 'false',
      __VUE_PROD_DEVTOOLS__: 'false',
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false',
    },
    plugins: [compilers],
    ...more,
  });
  assert.deepEqual(warnings, []);
  return outputFiles[0].text;
}
