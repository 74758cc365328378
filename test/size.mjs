// `npm run size`: what a visitor downloads, against test/size-budget.json (bytes).
import { existsSync, readFileSync } from 'node:fs';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import { rollup } from 'rollup';

const budget = JSON.parse(readFileSync(new URL('size-budget.json', import.meta.url), 'utf8'));
const problems = [];

for (const [file, limits] of Object.entries(budget.bundles))
  if (existsSync(file)) report(file, readFileSync(file), limits);
  else problems.push(`${file} is not there: npm run build`);

for (const [name, { modules, ...limits }] of Object.entries(budget.pages)) {
  const files = modules.map((module) => `dist/npm/define/${module}.js`);
  const absent = files.filter((file) => !existsSync(file));
  if (absent.length === 0) report(name, await bundle(files), limits);
  else problems.push(`${name}: no ${absent.join(', ')}`);
}

for (const problem of problems) console.error(problem);
process.exitCode = problems.length > 0 ? 1 : 0;

function report(name, content, limits) {
  const sizes = {
    raw: content.length,
    gzip: gzipSync(content, { level: 9 }).length,
    brotli: brotliCompressSync(content).length,
  };
  const figures = Object.entries(sizes).map(([kind, bytes]) => `${kind} ${bytes}`);
  console.log(`${name}: ${figures.join(', ')}`);
  for (const [kind, limit] of Object.entries(limits))
    if (sizes[kind] > limit) problems.push(`${name}: ${kind} ${sizes[kind]} is over ${limit}`);
}

/** What another bundler makes of some of the modules: one minified file, dependencies included. */
async function bundle(files) {
  const entry = '\0entry';
  const build = await rollup({
    input: entry,
    plugins: [
      {
        name: 'entry',
        resolveId: (id) => (id === entry ? id : null),
        load: (id) =>
          id === entry
            ? files.map((file) => `import '${process.cwd()}/${file}';`).join('\n')
            : null,
      },
      nodeResolve({ browser: true }),
    ],
  });
  const { output } = await build.generate({
    format: 'es',
    inlineDynamicImports: true,
    plugins: [
      terser({ module: true, ecma: 2022, compress: { passes: 2 }, format: { comments: false } }),
    ],
  });
  await build.close();
  return Buffer.from(output[0].code);
}
