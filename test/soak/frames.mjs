// Frames upon frames, from a real service: figures that change in each, nodes that die and never come
// back, new ones with new ids, names that flip, and the socket cut again and again.
import { createService } from '../../demo/service/index.mjs';
import { changingFrames } from '../bench/frames.mjs';
import { MEASURES } from './browser.mjs';

const NODES = 8;
/** Nodes that are there for so many frames; then others are, for ever new. */
const LIFE = 8;
const BATCH = 50;
const CUT_EVERY = 5000;
/** So that the log of the connection is full before anything is counted. */
const CUT_EVERY_AT_FIRST = 250;
const SAMPLES = 10;
/** The code is compiled, the log of the connection is full, the caches are, too. */
const WARM_UP = 5000;
const TOLERANCE = 0.05;

export async function soakFrames(browser, tags, { minutes, snapshots }) {
  const service = await createService({
    ...{ frameInterval: 3_600_000, churn: false, pieceMs: 3_600_000 },
  });
  await service.control('hold');
  const frame = frameSource();
  const first = frame(0);
  await service.control('frame', first);
  await startTransfer(service.apiBase);
  const inner = tags.filter((tag) => tag !== 'castray-provider');
  const attributes = {
    'castray-connection': 'open',
    'castray-node-detail': `node-id="${JSON.parse(first).data.nodes[0].nodeId}"`,
    'castray-transfers': 'actions="start"',
  };
  const { page, measure, close } = await browser.open(
    `<castray-provider api-base="${service.apiBase}" file-server-url="${service.apiBase}">
      ${inner.map((tag) => `<${tag} ${attributes[tag] ?? ''}></${tag}>`).join('')}</castray-provider>
    <script>
      globalThis.told = 0;
      document.addEventListener('castray-snapshot-change', () => (told += 1));
    </script>`,
    { pace: true },
  );
  let sent = 0;
  let cutAt = 0;
  const play = async (until) => {
    while (sent < until) {
      const goal = (await page.evaluate(() => globalThis.pace.frames())) + BATCH;
      for (let i = 0; i < BATCH; i += 1) await service.control('frame', frame((sent += 1)));
      await page.evaluate((count) => globalThis.pace.until(count), goal);
      if (sent - cutAt < (sent > WARM_UP ? CUT_EVERY : CUT_EVERY_AT_FIRST)) continue;
      cutAt = sent;
      const { frames } = await page.evaluate(() => ({ frames: globalThis.pace.frames() }));
      await service.control('drop');
      // the greeting of the next socket
      await page.evaluate((count) => globalThis.pace.until(count), frames + 1);
    }
  };

  await page.evaluate(() => globalThis.pace.until(1));
  await page.evaluate(useAll);
  await play(WARM_UP);
  const samples = [];
  const sample = async (began) => {
    const told = await page.evaluate(() => globalThis.told);
    samples.push({ told, ...(await measure()) });
    const { heap, ...others } = samples.at(-1);
    const minute = ((performance.now() - began) / 60_000).toFixed(1);
    console.log(`${minute} min: heap ${mb(heap)}, ${JSON.stringify(others)}`);
  };
  const began = performance.now();
  await sample(began);
  for (let n = 1; n <= SAMPLES; n += 1) {
    const due = began + (minutes * 60_000 * n) / SAMPLES;
    const least = WARM_UP + (snapshots * n) / SAMPLES;
    while (sent < least || performance.now() < due) await play(sent + BATCH);
    await sample(began);
  }
  const told = samples.at(-1).told - samples[0].told;
  console.log(`\nelements inside: ${await page.evaluate(elementsInside, inner)}`);
  await close();
  await service.close();
  const failures = told < snapshots ? [`${told} snapshots instead of ${snapshots}`] : [];
  return [...failures, ...MEASURES.flatMap((name) => judge(name, samples))];
}

/** One that runs for longer than the soak. */
async function startTransfer(apiBase) {
  const body = new URLSearchParams({
    ...{ source_node: 'M10', target_node: 'M2', transfer_mode: 'auto' },
    file_path: 'demo_files/blob.bin',
  });
  const { ok } = await fetch(`${apiBase}/api/file-transfer/node-to-node`, { method: 'POST', body });
  if (!ok) throw new Error('the service starts no transfer');
}

/** Runs in the page: every element has something to show. */
async function useAll() {
  document.querySelector('castray-upload').add([new File(['soak'], 'soak.txt')]);
  await document.querySelector('castray-diagnostics').run();
}

/** Runs in the page. */
function elementsInside(tags) {
  const count = (tag) => document.querySelector(tag).shadowRoot.querySelectorAll('*').length;
  return tags.map((tag) => `${tag.replace('castray-', '')} ${count(tag)}`).join(', ');
}

/** The median of the last third against that of the first: one sample alone can meet anything. */
function judge(name, samples) {
  const third = Math.ceil(samples.length / 3);
  const before = median(samples.slice(0, third).map((sample) => sample[name]));
  const after = median(samples.slice(-third).map((sample) => sample[name]));
  const grown = after / before - 1;
  console.log(`${name}: ${before} → ${after} (${(100 * grown).toFixed(1)} %)`);
  // a timer more or less is no leak where there are three
  const isFlat = after - before <= Math.max(before * TOLERANCE, name === 'timers' ? 2 : 0);
  return isFlat ? [] : [`${name} grew from ${before} to ${after}`];
}

function frameSource() {
  const texts = changingFrames(NODES, 32).map((bytes) => JSON.parse(String(bytes)));
  return (n) => {
    const frame = structuredClone(texts[n % texts.length]);
    const generation = Math.floor(n / LIFE);
    frame.data.nodes.slice(-2).forEach((node, index) => {
      node.nodeId = `${generation}-${index}`.padStart(56, 'f');
      node.id = node.nodeId.slice(-8);
      node.name = `worker-${generation}-${index}`;
    });
    return JSON.stringify(frame);
  };
}

const median = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];
const mb = (bytes) => `${(bytes / 2 ** 20).toFixed(2)} MiB`;
