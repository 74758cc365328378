// The package as npm packs it, put into an empty project: with bundlers, without one, in Node, in types.
import assert from 'node:assert/strict';
import { execFile, execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import { build } from 'esbuild';
import { rollup } from 'rollup';
import { CLUSTER, widgets, worksByKeyboard } from './at-work.mjs';
import { onceGood } from './once-good.mjs';

const run = (cwd, command, ...args) =>
  execFileSync(command, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

/** The tarball: packed once, and gone with the process. */
const pack = onceGood(async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'castray-packed-'));
  process.on('exit', () => rmSync(folder, { recursive: true }));
  const json = run('.', 'npm', 'pack', '--json', '--ignore-scripts', '--pack-destination', folder);
  return path.join(folder, JSON.parse(json)[0].filename);
});

/** A project with the packed package; what it needs from the registry is lent by this one. */
async function project(stage, ...needs) {
  const tarball = await pack();
  const folder = await mkdtemp(path.join(tmpdir(), 'castray-project-'));
  stage.later(() => rm(folder, { recursive: true }));
  const modules = path.join(folder, 'node_modules');
  const own = path.join(modules, 'castray-widgets');
  await mkdir(own, { recursive: true });
  run('.', 'tar', 'xzf', tarball, '--strip-components=1', '-C', own);
  const { dependencies } = JSON.parse(await readFile(path.join(own, 'package.json'), 'utf8'));
  for (const name of [...Object.keys(dependencies), ...needs]) {
    await mkdir(path.dirname(path.join(modules, name)), { recursive: true });
    await symlink(path.resolve('node_modules', name), path.join(modules, name));
  }
  await writeFile(path.join(folder, 'package.json'), '{ "type": "module", "private": true }');
  const write = (name, text) => writeFile(path.join(folder, name), text);
  await write(
    'main.js',
    THREE.map((tag) => `import 'castray-widgets/elements/${tag}.js';`).join(''),
  );
  return { folder, write };
}

const THREE = ['castray-provider', 'castray-cluster-summary', 'castray-node-list'];

async function worksWith(stage, code) {
  const service = await stage.service(CLUSTER);
  const origin = await stage.site({
    pages: {
      '/main.js': code,
      '/': `<!doctype html><html lang="en"><meta charset="utf-8"><title>installed</title>
        <script type="module" src="/main.js"></script>${widgets(service)}</html>`,
    },
  });
  const page = await stage.open(origin);
  await worksByKeyboard(page, page.keyboard);
}

export const cases = {
  async 'esbuild bundles three elements from node_modules, and they work'(stage) {
    const { folder } = await project(stage);
    const { outputFiles, warnings } = await build({
      entryPoints: [path.join(folder, 'main.js')],
      bundle: true,
      format: 'esm',
      write: false,
    });
    assert.deepEqual(warnings, []);
    await worksWith(stage, outputFiles[0].text);
  },

  async 'rollup does the same, without a warning'(stage) {
    const { folder } = await project(stage);
    const bundle = await rollup({
      input: path.join(folder, 'main.js'),
      plugins: [nodeResolve({ browser: true })],
      onwarn: ({ message }) => assert.fail(message),
    });
    const { output } = await bundle.generate({ format: 'es' });
    await bundle.close();
    await worksWith(stage, output[0].code);
  },

  async 'without a bundler the one file of the package works as it is'(stage) {
    const { folder } = await project(stage);
    const file = 'node_modules/castray-widgets/dist/castray-widgets.js';
    await worksWith(stage, await readFile(path.join(folder, file), 'utf8'));
  },

  async 'Node imports every entry without a DOM, and nothing is thrown'(stage) {
    const { folder } = await project(stage);
    const scripts = ['/castray-widgets.js', '/castray-widgets.iife.js', '/castray-worker.js'];
    const paths = ['', '/core.js', '/add-language.js', ...scripts];
    const entries = paths
      .concat(THREE.map((tag) => `/elements/${tag}.js`))
      .map((path) => `castray-widgets${path}`);
    const script = entries.map((entry) => `await import('${entry}');`).join('');
    run(folder, process.execPath, '--input-type=module', '-e', script);
  },

  async 'Node reads a cluster with the example of docs/embedding.md'(stage) {
    const { folder, write } = await project(stage);
    const service = await stage.service(CLUSTER);
    const [, example] = /```js\n(import \{ ClusterStore[^`]+)```/.exec(
      await readFile('docs/embedding.md', 'utf8'),
    );
    const ends = 'store.subscribe(({ snapshot }) => { if (snapshot) process.exit(); });';
    await write('read.js', `${example.replace('http://127.0.0.1:8000', service.apiBase)}\n${ends}`);
    // beside this process, in which the service runs
    const reading = promisify(execFile)(process.execPath, ['read.js'], { cwd: folder });
    assert.match((await reading).stdout, / [1-9]\d*\n$/, 'so many nodes');
  },

  async 'scripts, JSX and Vue templates know the tags, and refuse what is wrong'(stage) {
    const { folder, write } = await project(stage, '@types/react', 'csstype', 'vue', '@vue');
    await write('app.tsx', REACT);
    await write('app.ts', VUE);
    await write('plain.ts', PLAIN);
    const strict = ['--strict', '--exactOptionalPropertyTypes', '--skipLibCheck'];
    const options = ['--noEmit', ...strict, '--jsx', 'react-jsx'];
    const target = ['--target', 'es2022', '--module', 'es2022', '--moduleResolution', 'bundler'];
    const tsc = path.resolve('node_modules/typescript/bin/tsc');
    try {
      run(folder, process.execPath, tsc, ...options, ...target, 'app.tsx', 'app.ts', 'plain.ts');
    } catch ({ stdout }) {
      assert.fail(stdout);
    }
  },

  async 'the core has types for Node, which has fewer than the DOM'(stage) {
    const { folder, write } = await project(stage, '@types/node', 'undici-types');
    await write('read.ts', CORE);
    const options = ['--noEmit', '--strict', '--lib', 'es2022', '--types', 'node'];
    const target = ['--target', 'es2022', '--module', 'nodenext'];
    const tsc = path.resolve('node_modules/typescript/bin/tsc');
    try {
      run(folder, process.execPath, tsc, ...options, ...target, 'read.ts');
    } catch ({ stdout }) {
      assert.fail(stdout);
    }
  },

  async 'publint and attw find nothing'() {
    const tarball = await pack();
    run('.', 'npx', '--no-install', 'publint', 'run', tarball, '--strict');
    // a script for a page or a worker and a manifest have no types; the types of frameworks have no code
    const scripts = ['castray-widgets.iife.js', 'castray-worker.js'];
    const untyped = [...scripts, 'custom-elements.json', 'jsx', 'vue'];
    const attw = ['attw', tarball, '--profile', 'esm-only', '--exclude-entrypoints', ...untyped];
    run('.', 'npx', '--no-install', ...attw);
  },

  'docs/api.md says what the manifest says'() {
    run('.', process.execPath, 'build/api-page.mjs', '--check');
  },

  async 'each release file has its hash, and a release wants its changes told'() {
    const hashes = run('.', process.execPath, 'build/hashes.mjs').trim().split('\n');
    assert.deepEqual(
      hashes.map((line) => line.replace(/ {2}sha384-[\w+/]{64}$/, '')),
      ['castray-widgets.js', 'castray-widgets.iife.js', 'castray-worker.js'],
    );
    for (const line of hashes) {
      const [file, expected] = line.split('  ');
      const hash = createHash('sha384').update(await readFile(`dist/${file}`));
      assert.equal(expected, `sha384-${hash.digest('base64')}`);
    }
    assert.throws(
      () => run('.', process.execPath, 'build/release.mjs', '99.0.0', '--dry-run'),
      /CHANGELOG.md has no "## 99.0.0"/,
    );
  },
};

const REACT = `import type {} from 'castray-widgets/jsx';
declare const given: string | undefined;
export const app = (
  <castray-provider api-base="http://127.0.0.1" pollInterval={30} theme="dark" token={() => 'x'}
    oncastray-snapshot-change={({ snapshot }) => snapshot.nodes.length}>
    <castray-cluster-summary compact key="summary" className="x" />
    <castray-node-list view="cards" sort={given} oncastray-node-select={(event) => event.node.name} />
  </castray-provider>
);
export const later = (
  <castray-provider api-base={given} poll-interval={30} oncastray-error={undefined}
    oncastray-node-select={(event) => event.node.name} />
);
// @ts-expect-error no such view
export const wrong = <castray-node-list view="list" />;
`;

/** With elements that are taken singly. */
const PLAIN = `import 'castray-widgets/elements/castray-provider.js';
import 'castray-widgets/elements/castray-node-list.js';
import { addLanguage } from 'castray-widgets/add-language.js';
import { transfersOf } from 'castray-widgets/core.js';
addLanguage('de', { unknown: 'unbekannt' });
const provider = document.querySelector('castray-provider')!;
provider.token = () => 'x';
provider.addEventListener('castray-node-select', (event) => event.node.name);
provider.addEventListener('castray-snapshot-change', (event) => event.snapshot.nodes.length);
export const queue = transfersOf(provider.store);
`;

const CORE = `import { ClusterStore, filesOf } from 'castray-widgets/core.js';
export const files = (store: ClusterStore) => filesOf(store).state.files;
`;

const VUE = `import type { GlobalComponents } from 'vue';
import type {} from 'castray-widgets/vue';
type Props<Tag extends keyof GlobalComponents> = InstanceType<GlobalComponents[Tag]>['$props'];
export const list: Props<'castray-node-list'> = {
  view: 'cards',
  class: 'x',
  onCastrayNodeSelect: (event) => event.node.name,
};
declare const given: string | undefined;
export const around: Props<'castray-provider'> = {
  'api-base': given,
  'poll-interval': 30,
  onCastrayNodeSelect: (event) => event.node.name,
};
export const provider: Props<'castray-provider'> = { 'api-base': 'http://127.0.0.1', pollInterval: 30, token: 'x' };
// @ts-expect-error no such view
export const wrong: Props<'castray-node-list'> = { view: 'list' };
`;
