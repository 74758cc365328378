// The proxies of docs/proxies: their syntax, and at work in front of the demo's service.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { WebSocket } from 'ws';
import { createService } from '../../demo/service/index.mjs';
import { PROXIES } from '../support/browsers.mjs';

const TRIED = {
  nginx: {
    program: PROXIES.nginx,
    files: ['nginx.conf', 'nginx-sign-in.conf'],
    run: (file, folder) => [
      ...['-p', folder, '-c', file, '-e', 'stderr'],
      ...['-g', `daemon off; pid ${folder}/pid;`],
    ],
    check: ['-t', '-q'],
  },
  Caddy: {
    program: PROXIES.caddy,
    files: ['Caddyfile', 'Caddyfile-sign-in'],
    run: (file) => ['run', '--adapter', 'caddyfile', '--config', file],
    check: undefined, // `run` reads the file before it listens
  },
};

for (const [name, { program, files, run, check }] of Object.entries(TRIED)) {
  describe(name, () => {
    if (!existsSync(program)) {
      it(`is not on this machine (${program}): its files are not tried`, { skip: true }, () => {});
      return;
    }
    for (const file of files) {
      describe(file, () => {
        const isSignIn = file.includes('sign-in');
        const headers = isSignIn ? { authorization: 'Bearer good' } : {};
        const protocols = isSignIn ? ['castray', 'bearer.good'] : [];
        const foreign = 'http://page.example';
        const folder = mkdtempSync(path.join(tmpdir(), 'castray-proxy-'));
        let service, judge, proxy, port;
        const get = (to, init) => fetch(`http://127.0.0.1:${port}${to}`, { headers, ...init });
        const readers = ({ headers: said }) => [
          said.get('access-control-allow-origin'),
          said.get('access-control-allow-credentials'),
        ];

        before(async () => {
          service = await createService({ churn: false, fileServer: true });
          judge = createServer(({ headers: { authorization, cookie } }, response) => {
            const isGood = authorization === 'Bearer good' || cookie === 'session=good';
            const refusal = authorization === 'Bearer stranger' ? 403 : 401;
            response.writeHead(isGood ? 204 : refusal).end();
          });
          judge.listen(0, '127.0.0.1');
          await once(judge, 'listening');
          port = await freePort();
          const page = path.join(folder, 'page');
          mkdirSync(page);
          chmodSync(folder, 0o755); // nginx reads files as nobody
          writeFileSync(path.join(page, 'castray-widgets.js'), 'export {};');
          const text = readFileSync(`docs/proxies/${file}`, 'utf8')
            .replaceAll('/srv/castray-page', page)
            .replaceAll('127.0.0.1:8000', `127.0.0.1:${service.port}`)
            .replaceAll('127.0.0.1:8001', new URL(service.filesUrl).host)
            .replaceAll('127.0.0.1:9000', `127.0.0.1:${judge.address().port}`)
            .replace('listen 8080', `listen 127.0.0.1:${port}`)
            .replace(':8080 {', `http://127.0.0.1:${port} {`);
          const config = path.join(folder, 'config');
          writeFileSync(config, text);
          const args = run(config, folder);
          if (check) {
            const { status, stderr } = spawnSync(program, [...args, ...check], {
              encoding: 'utf8',
            });
            assert.equal(status, 0, stderr);
          }
          const env = { ...process.env, HOME: folder };
          proxy = spawn(program, args, { stdio: ['ignore', 'ignore', 'pipe'], env });
          proxy.stderr.setEncoding('utf8').on('data', (words) => (proxy.said += words));
          await listening(proxy, port);
        });
        after(async () => {
          if (proxy && proxy.exitCode === null) {
            proxy.kill();
            await once(proxy, 'exit');
          }
          judge?.close();
          await service?.close();
          rmSync(folder, { recursive: true });
        });

        it('passes REST, and files', async () => {
          assert.equal((await (await get('/castray/api/ray-dashboard')).json()).result, true);
          const { files: names } = await (await get('/castray/api/files')).json();
          const first = names.find(({ name: each }) => /^[\w.]+$/.test(each));
          const read = await get(`/files/demo_files/${first.name}`);
          assert.equal((await read.arrayBuffer()).byteLength, first.size);
        });

        it('serves no file as a page of its own origin', async () => {
          for (const to of ['/files/demo_files/', '/files/none.html']) {
            const { headers: said } = await get(to);
            assert.match(
              said.get('content-security-policy') ?? '',
              /^sandbox(?!.*allow-(scripts|same))/,
            );
            assert.equal(said.get('x-content-type-options'), 'nosniff');
          }
          const page = await get('/castray-widgets.js');
          assert.equal(page.headers.get('content-security-policy'), null);
        });

        it('passes the WebSocket', async () => {
          const socket = new WebSocket(`ws://127.0.0.1:${port}/castray/ws`, protocols);
          const [frame] = await once(socket, 'message');
          assert.equal(JSON.parse(frame).type, 'cluster_status');
          assert.equal(socket.protocol, isSignIn ? 'castray' : '');
          socket.terminate();
          const { authorizations, protocols: seen } = service.seen().paths['/ws'];
          assert.deepEqual([authorizations, seen], [[], []], 'CastRay sees no token');
        });

        it('passes an upload that is larger than proxies like', async () => {
          const size = 3 * 1024 * 1024;
          const body = new FormData();
          body.set('file', new Blob([new Uint8Array(size)]), 'large.bin');
          body.set('target_node', 'head');
          body.set('target_path', '/tmp');
          const answer = await get('/castray/api/file-transfer/upload', { method: 'POST', body });
          assert.equal(answer.status, 200);
          assert.equal((await answer.json()).size, size);
        });

        it('serves the page beside it, of a type that browsers run, to everybody', async () => {
          const script = await get('/castray-widgets.js', { headers: {} });
          assert.equal(script.status, 200);
          assert.match(script.headers.get('content-type'), /^(text|application)\/javascript/);
        });

        it('passes what a browser asks before a page of another origin', async () => {
          const answer = await get('/castray/api/status', {
            method: 'OPTIONS',
            headers: {
              origin: foreign,
              'access-control-request-method': 'GET',
              'access-control-request-headers': 'authorization',
            },
          });
          assert.equal(answer.status, 200);
          assert.equal(answer.headers.get('access-control-allow-headers'), 'authorization');
          const read = await get('/castray/api/status', {
            headers: { ...headers, origin: foreign },
          });
          assert.deepEqual([read.status, ...readers(read)], [200, foreign, 'true']);
        });

        if (!isSignIn) return;

        it('lets nobody in without a token', async () => {
          for (const to of ['/castray/api/status', '/files/demo_files/']) {
            assert.equal((await get(to, { headers: {} })).status, 401);
          }
          const socket = new WebSocket(`ws://127.0.0.1:${port}/castray/ws`, ['bearer.bad']);
          const [, { statusCode }] = await once(socket, 'unexpected-response');
          assert.equal(statusCode, 401);
        });

        it('gives files to who has a cookie, since a link brings no token', async () => {
          const read = await get('/files/demo_files/', { headers: { cookie: 'session=good' } });
          assert.equal(read.status, 200);
        });

        it('lets a page of another origin read that it is refused', async () => {
          for (const [token, status] of Object.entries({ bad: 401, stranger: 403 }))
            for (const to of ['/castray/api/status', '/files/demo_files/']) {
              const refused = await get(to, {
                headers: { authorization: `Bearer ${token}`, origin: foreign },
              });
              assert.deepEqual([refused.status, ...readers(refused)], [status, foreign, 'true']);
            }
        });

        it('logs no token, also where nothing answers behind it', async () => {
          const refused = async () => {
            const socket = new WebSocket(`ws://127.0.0.1:${port}/castray/ws`, protocols);
            const [, { statusCode }] = await once(socket, 'unexpected-response');
            assert.ok(statusCode >= 500, statusCode);
          };
          await service.control('down');
          await refused();
          judge.close();
          judge.closeAllConnections();
          await refused();
          await get('/castray/api/status');
          proxy.kill();
          await once(proxy, 'close'); // with the last of its words
          assert.match(proxy.said, /connect/, 'it logs that nothing answers');
          assert.doesNotMatch(proxy.said, /good/);
        });
      });
    }
  });
}

async function freePort() {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

async function listening(proxy, port) {
  proxy.said = '';
  for (;;) {
    assert.equal(proxy.exitCode, null, proxy.said);
    try {
      return await fetch(`http://127.0.0.1:${port}/`);
    } catch {
      await pause(50);
    }
  }
}
