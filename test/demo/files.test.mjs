// Every file call of the captures, made at this service: the same status, the same body but for ids,
// clocks, figures of the clock and folders.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { makeDemoFolder } from '../../demo/service/demo-folder.mjs';
import { getJson, startService } from './client.mjs';

const CASES = JSON.parse(
  readFileSync(new URL('../fixtures/captures/http-file-endpoints.json', import.meta.url), 'utf8'),
);
const caseOf = (name) => CASES.find((each) => each.case === name);

/** Transfers go on when they are told to, and not by the clock. */
function startWithFolder(t) {
  const folder = makeDemoFolder();
  t.after(() => folder.remove());
  return startService(t, { folder, pieceMs: 600_000 }).then((service) => ({ service, folder }));
}

/** Asks what a case of the captures asked. */
async function ask(service, name) {
  const { method, path, form } = caseOf(name).request;
  const body = new FormData();
  for (const field of form) {
    const [, key, value] = /^(\w+)=(.*)$/.exec(field);
    if (value.startsWith('@')) body.set(key, new Blob([fileContent()]), value.split('/').at(-1));
    else body.set(key, value);
  }
  return getJson(service, path, { method, ...(form.length > 0 && { body }) });
}

const fileContent = () => '这是一个测试文件\n包含多行数据\n用于演示文件传输功能';

test('whatever has neither id nor clock is answered word for word', async (t) => {
  const { service } = await startWithFolder(t);
  for (const name of [
    'upload',
    'upload, nothing given',
    'status of an id the service does not know',
    'transfer of a missing file',
    'read a small file',
    'read outside the allowed folders',
    'read a missing file',
    'service status',
    'unknown route',
  ]) {
    const { status, body, headers } = await ask(service, name);
    const expected = caseOf(name).response;
    assert.equal(status, expected.status, name);
    assert.deepEqual(body, expected.body, name);
    assert.equal(headers.get('content-type'), expected.contentType, name);
  }
});

test('list and root have the shape of theirs', async (t) => {
  const { service } = await startWithFolder(t);
  const { body: files } = await ask(service, 'list files');
  const names = files.files.map(({ name }) => name);
  for (const { name } of caseOf('list files').response.body.files) assert.ok(names.includes(name));
  assert.deepEqual(names, names.toSorted());
  assert.deepEqual(files.files[0], { name: 'blob.bin', size: 3_000_000 });
  const { body: root } = await ask(service, 'root');
  assert.deepEqual(Object.keys(root), ['result', 'msg', 'ts']);
});

test('a transfer: started, in progress at 34.95 % and at 100 %, completed, listed', async (t) => {
  const { service, folder } = await startWithFolder(t);
  const started = await ask(service, 'start a node-to-node transfer');
  const { transfer_id: id, target_path: target } = started.body;
  const { body: captured } = caseOf('start a node-to-node transfer').response;
  assert.deepEqual(started.body, { ...captured, transfer_id: id, target_path: target });
  assert.match(id, /^transfer_\d{13}$/);

  const seen = [];
  const look = async () =>
    seen.push((await getJson(service, `/api/file-transfer/status/${id}`)).body);
  await look();
  while (seen.at(-1).status !== 'completed') {
    await service.control('transfer', { pieces: 1 });
    await look();
  }
  const keys = Object.keys(caseOf('its status, polled').response.body);
  for (const each of seen) assert.deepEqual(Object.keys(each), keys);
  assert.equal(seen[0].progress, 34.952533333333335);
  assert.ok(seen.some(({ status, progress }) => status === 'in-progress' && progress === 100));
  const progress = seen.map((each) => each.progress);
  assert.deepEqual(
    progress,
    progress.toSorted((a, b) => a - b),
  );

  const { body: list } = await ask(service, 'every transfer the service remembers');
  const [one] = caseOf('every transfer the service remembers').response.body.transfers;
  assert.deepEqual(Object.keys(list.transfers[0]).sort(), Object.keys(one).sort());
  assert.equal(list.transfers[0].status, 'completed');
  assert.equal(readFileSync(target).length, 3_000_000);
  assert.ok(target.startsWith(folder.downloads));
});

test('a transfer is put forward by pieces, where a test does not want to wait', async (t) => {
  const folder = makeDemoFolder();
  t.after(() => folder.remove());
  const service = await startService(t, { folder, pieceMs: 600_000, pieceBytes: 30_000 });
  const { body } = await ask(service, 'start a node-to-node transfer');
  const id = body.transfer_id;
  const status = async () => (await getJson(service, `/api/file-transfer/status/${id}`)).body;
  assert.equal((await status()).progress, 1);
  await service.control('transfer', { pieces: 49 });
  assert.equal((await status()).progress, 50);
  await service.control('transfer', { pieces: 51 });
  assert.equal((await status()).status, 'completed');
});

async function upload(service, name, content) {
  const body = new FormData();
  body.set('target_node', 'M2');
  body.set('file', new Blob([content]), name);
  body.set('target_path', '/uploads/x');
  return getJson(service, '/api/file-transfer/upload', { method: 'POST', body });
}

test('an upload goes to disk byte by byte, whatever is in it, and overwrites', async (t) => {
  const { service, folder } = await startWithFolder(t);
  const awkward = Buffer.concat([
    Buffer.from('\r\n------boundary\r\n--\r\n'),
    Buffer.alloc(5_000_000, '\r\n--'),
    Buffer.from([0, 255, 13, 10]),
  ]);
  for (const content of [Buffer.from('first'), awkward, Buffer.alloc(0)]) {
    const { status, body } = await upload(service, '中文 "a".bin', content);
    assert.equal(status, 200);
    assert.equal(body.size, content.length);
    assert.deepEqual(readFileSync(`${folder.uploads}/中文 "a".bin`), content);
  }
  assert.deepEqual(readdirSync(folder.uploads), ['中文 "a".bin']);
});

test('no name leads out of the folder, neither in an upload nor in a read', async (t) => {
  const { service, folder } = await startWithFolder(t);
  for (const name of ['../../x', '..\\x', '/etc/x'])
    assert.equal((await upload(service, name, 'x')).body.filename, 'x');
  for (const name of ['..', 'a/'])
    assert.equal((await upload(service, name, 'x')).status, 400, name);
  assert.deepEqual(readdirSync(folder.uploads), ['x']);

  const outside = [
    '../../etc/hostname',
    '/tmp/../etc/hostname',
    '/tmp/castray_uploads/../../../etc/hostname',
    'demo_files/../../../etc/hostname',
    '/etc/passwd\0',
    '',
  ];
  for (const path of outside) {
    const asked = `/api/file/read?path=${encodeURIComponent(path)}`;
    const { status, body } = await getJson(service, asked);
    assert.ok([403, 404].includes(status), path);
    assert.deepEqual(Object.keys(body), ['detail'], path);
  }
});

test('what is not UTF-8 is read as base64', async (t) => {
  const { service } = await startWithFolder(t);
  await upload(service, 'b.bin', Buffer.from([0, 255, 254]));
  const { body } = await getJson(service, '/api/file/read?path=/tmp/castray_uploads/b.bin');
  assert.equal(body.encoding, 'base64');
  assert.equal(body.content, Buffer.from([0, 255, 254]).toString('base64'));
});

test('a form that breaks off is refused and leaves nothing behind; a wrong method is 405', async (t) => {
  const { service, folder } = await startWithFolder(t);
  const path = '/api/file-transfer/upload';
  const { status } = await getJson(service, path, {
    method: 'POST',
    headers: { 'content-type': 'multipart/form-data; boundary=b' },
    body: '--b\r\ncontent-disposition: form-data; name="file"; filename="x"\r\n\r\nhalf',
  });
  assert.equal(status, 400);
  assert.deepEqual(readdirSync(folder.uploads), []);
  const wrong = await getJson(service, path);
  assert.deepEqual([wrong.status, wrong.body.detail], [405, 'Method Not Allowed']);
});
