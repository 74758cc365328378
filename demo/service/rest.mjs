/**
 * CastRay's REST: which path answers what. Shapes, texts and errors as in
 * test/fixtures/captures/http-file-endpoints.json.
 *
 * @typedef {{ status?: number, body: unknown, headers?: Record<string, string> }} Answer
 * @typedef {(request: import('node:http').IncomingMessage, url: URL) => Answer | Promise<Answer>} Handler
 */
import { copyFile, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { rootAnswer, statusAnswer } from './messages.mjs';
import { readForm } from './multipart.mjs';

const STATUS = '/api/file-transfer/status/';

/**
 * @param {object} parts
 * @param {import('./sources.mjs').Source} parts.source
 * @param {ReturnType<typeof import('./files.mjs').createFiles>} parts.files
 * @param {ReturnType<typeof import('./transfers.mjs').createTransfers>} parts.transfers
 * @param {string} parts.uploads the folder of uploads
 * @param {(share: number) => unknown} [parts.arriving] hears how much of an upload is in, from 0 to 1
 * @returns {Handler}
 */
export function createRest({ source, files, transfers, uploads, arriving = () => {} }) {
  async function upload(request) {
    const form = await readForm(request, uploads, (bytes) =>
      arriving(bytes / Number(request.headers['content-length'])),
    );
    const { file, fields } = form;
    const absent = missing({ file, ...fields }, ['file', 'target_node', 'target_path']);
    const target = file && files.uploadTarget(file.name);
    if (file && (absent || !target)) await rm(file.stored);
    if (absent) return absent;
    if (!target) return refuse(400, `文件名无效: ${file.name}`);
    await rename(file.stored, target.file); // an existing file is overwritten
    const { target_node, target_path } = fields;
    return ok({
      success: true,
      message: '文件上传成功',
      filename: target.name,
      size: file.size,
      target_node,
      target_path,
    });
  }

  async function startTransfer(request) {
    const { fields } = await readForm(request, uploads);
    const absent = missing(fields, ['source_node', 'target_node', 'file_path']);
    if (absent) return absent;
    const { source_node, target_node, file_path, transfer_mode = 'auto' } = fields;
    const file = await files.locate(file_path);
    if (!file) return refuse(404, `源文件不存在: ${file_path}`);
    const file_name = path.basename(file);
    const { size: file_size } = await stat(file);
    const target_path = await files.downloadTarget(target_node, file_name);
    await copyFile(file, target_path);
    const order = { source_node, target_node, file_path, file_name, file_size, target_path };
    const { id } = transfers.start({ ...order, transfer_mode });
    return ok({ success: true, transfer_id: id, ...order, transfer_mode, status: 'started' });
  }

  async function read(_request, { searchParams }) {
    const given = searchParams.get('path');
    if (given === null) return invalid([['query', 'path']]);
    const { status, body, detail } = await files.read(given);
    return detail === undefined ? ok(body) : refuse(status, detail);
  }

  /** @type {Record<string, Record<string, Handler>>} */
  const routes = {
    '/': { GET: () => ok(rootAnswer()) },
    '/api/ray-dashboard': { GET: () => ok(source.dashboard()) },
    '/api/nodes/unified': { GET: () => ok({ nodes: source.nodes() }) },
    '/api/status': { GET: () => ok(statusAnswer()) },
    '/api/files': { GET: async () => ok(await files.list()) },
    '/api/file/read': { GET: read },
    '/api/file-transfer/upload': { POST: upload },
    '/api/file-transfer/node-to-node': { POST: startTransfer },
    '/api/file-transfer/list': { GET: () => ok(transfers.list()) },
  };
  const statusOf = (_request, { pathname }) =>
    ok(transfers.status(decodeURIComponent(pathname.slice(STATUS.length))));
  const routeOf = (pathname) =>
    Object.hasOwn(routes, pathname)
      ? routes[pathname]
      : pathname.startsWith(STATUS) && { GET: statusOf };

  return (request, url) => {
    const route = routeOf(url.pathname);
    if (!route) return refuse(404, 'Not Found');
    const handler = route[request.method];
    if (handler) return handler(request, url);
    const allow = Object.keys(route).join(', ');
    return { ...refuse(405, 'Method Not Allowed'), headers: { allow } };
  };
}

function ok(body) {
  return { body };
}

function refuse(status, detail) {
  return { status, body: { detail } };
}

/** FastAPI's answer to a form that lacks fields. */
function missing(given, names) {
  const absent = names.filter((name) => given[name] === undefined);
  return absent.length > 0 && invalid(absent.map((name) => ['body', name]));
}

function invalid(places) {
  const one = (loc) => ({ type: 'missing', loc, msg: 'Field required', input: null });
  return { status: 422, body: { detail: places.map(one) } };
}
