// `node demo/start.mjs` as a person runs it: what it prints, what it serves, and that it leaves
// nothing behind.
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const CAPTURE = 'test/fixtures/captures/ws-one-dead.ndjson';

/** Resolves once it says that it runs. */
async function start(t, args = [], env = {}) {
  const child = spawn(process.execPath, ['demo/start.mjs', ...args], {
    cwd: ROOT,
    env: { ...process.env, ...env },
  });
  const ended = once(child, 'close');
  t.after(() => {
    child.kill('SIGINT');
    return ended;
  });
  let output = '';
  const running = new Promise((resolve, reject) => {
    child.stdout.on('data', (chunk) => {
      output += chunk;
      if (output.includes('Ctrl-C ends everything.')) resolve();
    });
    child.stderr.on('data', (chunk) => (output += chunk));
    child.once('close', (code) => reject(new Error(`ended with ${code}: ${output}`)));
  });
  await running;
  const addressOf = (label) =>
    new RegExp(`^  ${label} +(http\\S+?)/?(?= |$)`, 'm').exec(output)?.[1];
  return { child, ended, output: () => output, addressOf };
}

/** `npm start` from the beginning; the build is not reached. */
async function run(args) {
  const child = spawn('npm', ['start', '--silent', '--', ...args], { cwd: ROOT });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => (output += chunk));
  const [code] = await once(child, 'close');
  return { code, output };
}

async function configOf(pages) {
  const script = await (await fetch(`${pages}/demo-config.js`)).text();
  return JSON.parse(/^window\.castrayDemo = (\{.*\});$/s.exec(script.trim())[1]);
}

/** Processes that it started: `{ pid, command }` of each. */
function childrenOf(pid) {
  const lines = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' }).split(
    '\n',
  );
  return lines
    .map((line) => /^ *(\d+) +(\d+) (.*)$/.exec(line))
    .filter((found) => found && Number(found[2]) === pid)
    .map(([, child, , command]) => ({ pid: Number(child), command }))
    .filter(({ command }) => !command.includes('<defunct>'));
}

const isRunning = (pid) => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

test('live: it prints what it serves, all of it answers, and Ctrl-C ends all of it', async (t) => {
  const { child, ended, addressOf } = await start(t);
  const pages = addressOf('Overview');
  const config = await configOf(pages);
  assert.equal(config.mode, 'live');
  assert.equal(config.apiBase, addressOf('CastRay, Campus'));
  assert.equal(config.clusters[1].apiBase, addressOf('CastRay, Harbour'));
  assert.equal(config.bundleOrigin, addressOf('The bundle alone'));
  for (const { apiBase } of config.clusters)
    assert.equal((await (await fetch(`${apiBase}/api/status`)).json()).service_ready, true);

  const listing = await (await fetch(`${config.fileServerUrl}/demo_files/`)).text();
  const awkward = readFileSync(`${ROOT}/test/fixtures/captures/http-server-listing.html`, 'utf8');
  for (const [item] of awkward.matchAll(/<li>.*<\/li>/g)) assert.ok(listing.includes(item), item);

  const children = childrenOf(child.pid);
  assert.equal(children.length, 2);
  child.kill('SIGINT');
  assert.deepEqual(await ended, [0, null]);
  assert.ok(!children.some(({ pid }) => isRunning(pid)), 'the file servers are gone');
  await assert.rejects(fetch(pages), /fetch failed/);
});

test('even where it is killed outright, no file server is left over', async (t) => {
  const { child, ended, addressOf } = await start(t);
  const files = addressOf('File server');
  const [folder] = /castray-demo-\w+/.exec(childrenOf(child.pid)[0].command);
  t.after(() => rmSync(path.join(tmpdir(), folder), { recursive: true }));
  child.kill('SIGKILL');
  await ended;
  await assert.rejects(async () => {
    for (;;) await fetch(files);
  }, /fetch failed/);
});

test('every page is served with a strict policy, and needs nothing inline', async (t) => {
  const { addressOf } = await start(t);
  const pages = addressOf('Overview');
  for (const page of [
    '',
    'dronecampus.html',
    'third-party.html',
    'two-clusters.html',
    'misconfigured.html',
    'nope',
  ]) {
    const response = await fetch(`${pages}/${page}`);
    assert.equal(response.status, page === 'nope' ? 404 : 200);
    assert.equal(response.headers.get('cache-control'), 'no-store');
    assert.match(
      response.headers.get('content-security-policy'),
      /^default-src 'none'; script-src/,
    );
    const html = await response.text();
    assert.match(html, /<html[^>]* lang="(zh-CN|en)"/s);
    assert.match(html, /<title>[^<]+<\/title>/);
    assert.match(html, /<main/);
    assert.doesNotMatch(html, / style="|<style| on\w+="/);
    for (const [, attributes, content] of html.matchAll(/<script([^>]*)>(.*?)<\/script>/gs)) {
      assert.match(attributes, /src=/);
      assert.equal(content, '');
    }
  }
});

test('replay: the service plays the file, and the pages are told its name', async (t) => {
  const { addressOf, output } = await start(t, ['--replay', CAPTURE]);
  assert.match(output(), /replay of ws-one-dead\.ndjson/);
  assert.doesNotMatch(output(), /a UAV joins/, 'which only the living cluster does');
  const { mode, file, apiBase, clusters } = await configOf(addressOf('Overview'));
  assert.deepEqual({ mode, file }, { mode: 'replay', file: 'ws-one-dead.ndjson' });
  assert.equal(clusters.length, 1, 'nothing invented beside it');
  const { data } = await (await fetch(`${apiBase}/api/ray-dashboard`)).json();
  assert.equal(data.summary.deadNodes, 1);
});

test('replay: the file is looked for where npm was called, not in the package', async (t) => {
  const called = { npm_lifecycle_event: 'start', INIT_CWD: `${ROOT}/test/fixtures` };
  const { output } = await start(t, ['--replay', 'captures/ws-one-dead.ndjson'], called);
  assert.match(output(), /replay of ws-one-dead\.ndjson/);
});

test('real: the addresses are handed on, and nothing is asked or started', async (t) => {
  const connections = [];
  const real = createServer((socket) => connections.push(socket.destroy()));
  real.listen(0, '127.0.0.1');
  await once(real, 'listening');
  t.after(() => real.close());
  const address = `http://127.0.0.1:${real.address().port}`;
  const { child, addressOf } = await start(t, ['--castray', `${address}/`, '--files', address]);
  const config = await configOf(addressOf('Overview'));
  assert.equal(config.mode, 'real');
  assert.deepEqual(
    [config.apiBase, config.wsUrl, config.fileServerUrl],
    [address, `${address.replace('http', 'ws')}/ws`, address],
  );
  assert.equal(config.clusters.length, 1);
  assert.deepEqual(childrenOf(child.pid), []);
  assert.deepEqual(connections, []);
});

test('orders typed in break the service and mend it', async (t) => {
  const { child, addressOf, output } = await start(t);
  const said = async (text) => {
    while (!output().includes(text)) await once(child.stdout, 'data');
  };
  child.stdin.write('down\n');
  await said('down: done');
  await assert.rejects(fetch(addressOf('CastRay, Campus')), /fetch failed/);
  child.stdin.write('reset\nexplode\n');
  await said('reset: done');
  assert.equal((await fetch(addressOf('CastRay, Campus'))).status, 200);
  await said('one of: down, up');
});

test('two at a time: the second takes the next free ports', async (t) => {
  const [first, second] = [await start(t), await start(t)];
  const labels = ['Overview', 'CastRay, Campus', 'CastRay, Harbour', 'File server'];
  const addresses = [first, second].flatMap(({ addressOf }) => labels.map(addressOf));
  assert.equal(new Set(addresses).size, 8);
  for (const address of addresses) assert.equal((await fetch(address)).status, 200);
});

test('the last port of all will do, and the bundle gets another', async (t) => {
  const { addressOf } = await start(t, ['--port', '65535']);
  const addresses = ['Overview', 'The bundle alone'].map(addressOf);
  for (const address of addresses) await fetch(address);
  assert.equal(new Set(addresses).size, 2);
});

test('a flag that makes no sense: a reason, one line of usage, exit 2', async () => {
  const wrong = [
    ['--bogus'],
    ['--replay', 'x', '--castray', 'http://127.0.0.1:1'],
    ['--files', 'http://127.0.0.1:1'],
    ['--castray', 'http://127.0.0.1:1', '--files', ''],
    ['--castray', 'ftp://127.0.0.1'],
    ['--port', 'many'],
    ['--replay', 'nowhere.ndjson'],
  ];
  for (const args of wrong) {
    const { code, output } = await run(args);
    assert.equal(code, 2, args.join(' '));
    assert.match(output, /^.+\nusage: npm start .*\n$/, args.join(' '));
  }
  const { code, output } = await run(['--help']);
  assert.equal(code, 0);
  assert.match(output, /^usage: npm start .*\n$/);
});
