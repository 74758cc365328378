// The static server: what lies in its folders and nothing else.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { serveFolders } from '../../demo/site.mjs';

async function serve(t) {
  const root = mkdtempSync(path.join(tmpdir(), 'castray-site-'));
  t.after(() => rmSync(root, { recursive: true }));
  for (const folder of ['pages', 'pages-not', 'dist/sub'])
    mkdirSync(`${root}/${folder}`, { recursive: true });
  const files = {
    'secret.txt': 'secret',
    'pages-not/secret.txt': 'secret',
    'pages/index.html': '<p>index',
    'pages/a b.css': 'b{}',
    'dist/castray-widgets.js': '1',
    'dist/sub/x.map': '{}',
  };
  for (const [name, content] of Object.entries(files)) writeFileSync(`${root}/${name}`, content);
  symlinkSync(`${root}/secret.txt`, `${root}/pages/link.txt`);
  const site = await serveFolders({
    port: 0,
    mounts: { '/': `${root}/pages`, '/dist/': `${root}/dist` },
    generated: { '/made.js': () => 'made' },
  });
  t.after(() => site.close());
  return site.origin;
}

/** fetch() would resolve `..` before it asks. */
async function get(origin, target, method = 'GET') {
  const asking = request(origin, { path: target, method });
  asking.end();
  const [response] = await once(asking, 'response');
  let body = '';
  for await (const chunk of response) body += chunk;
  return { status: response.statusCode, type: response.headers['content-type'], body };
}

test('files of its folders are served, with their types', async (t) => {
  const origin = await serve(t);
  const wanted = {
    '/': ['text/html; charset=utf-8', '<p>index'],
    '/index.html?lang=en': ['text/html; charset=utf-8', '<p>index'],
    '/a%20b.css': ['text/css; charset=utf-8', 'b{}'],
    '/dist/castray-widgets.js': ['text/javascript; charset=utf-8', '1'],
    '/dist/sub/x.map': ['application/json; charset=utf-8', '{}'],
    '/made.js': ['text/javascript; charset=utf-8', 'made'],
  };
  for (const [target, [type, body]] of Object.entries(wanted))
    assert.deepEqual(await get(origin, target), { status: 200, type, body }, target);
});

test('nothing outside is, whatever the path', async (t) => {
  const origin = await serve(t);
  const outside = [
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/dist/../../secret.txt',
    '/dist/..%2f..%2fsecret.txt',
    '/../pages-not/secret.txt',
    '/%2e%2e%2fpages-not%2fsecret.txt',
    '/link.txt',
    '/dist',
    '/dist/sub',
    '/dist/sub/',
    '/index.html%00.txt',
    '/__proto__',
  ];
  for (const target of outside) assert.equal((await get(origin, target)).status, 404, target);
  assert.equal((await get(origin, '/%zz')).status, 400);
});

test('HEAD has no body, and nothing can be sent to it', async (t) => {
  const origin = await serve(t);
  assert.deepEqual(await get(origin, '/', 'HEAD'), {
    status: 200,
    type: 'text/html; charset=utf-8',
    body: '',
  });
  assert.equal((await get(origin, '/', 'POST')).status, 405);
});
