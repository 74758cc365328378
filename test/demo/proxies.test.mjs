// The proxies of docs/proxies: their syntax, and at work in front of the demo's service.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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
        const folder = mkdtempSync(path.join(tmpdir(), 'castray-proxy-'));
        let service, judge, proxy, port;

        before(async () => {
          service = await createService({ churn: false, fileServer: true });
          judge = createServer(({ headers: { authorization } }, response) =>
            response.writeHead(authorization === 'Bearer good' ? 204 : 401).end(),
          );
          judge.listen(0, '127.0.0.1');
          await once(judge, 'listening');
          port = await freePort();
          const text = readFileSync(`docs/proxies/${file}`, 'utf8')
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
          const get = (to) => fetch(`http://127.0.0.1:${port}${to}`, { headers });
          assert.equal((await (await get('/castray/api/ray-dashboard')).json()).result, true);
          const { files: names } = await (await get('/castray/api/files')).json();
          const first = names.find(({ name: each }) => /^[\w.]+$/.test(each));
          const read = await get(`/files/demo_files/${first.name}`);
          assert.equal((await read.arrayBuffer()).byteLength, first.size);
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

        it('lets nobody in without a token, where it asks for one', async () => {
          if (!isSignIn) return;
          const refused = await fetch(`http://127.0.0.1:${port}/castray/api/status`);
          assert.equal(refused.status, 401);
          const socket = new WebSocket(`ws://127.0.0.1:${port}/castray/ws`, ['bearer.bad']);
          const [, { statusCode }] = await once(socket, 'unexpected-response');
          assert.equal(statusCode, 401);
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
