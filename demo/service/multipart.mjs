/**
 * Reads a form as it comes in: fields into memory, a file straight to disk.
 *
 * @typedef {object} UploadedFile
 * @property {string} name as the client gave it
 * @property {number} size bytes
 * @property {string} stored where it lies for now
 *
 * @typedef {object} Form
 * @property {Record<string, string>} fields
 * @property {UploadedFile} [file]
 */
import { randomUUID } from 'node:crypto';
import { open, rm } from 'node:fs/promises';
import path from 'node:path';

const LARGEST_FIELD = 64 * 1024;
const LARGEST_HEAD = 16 * 1024;
const LINE = '\r\n';

/**
 * @param {import('node:http').IncomingMessage} request multipart, urlencoded, or without a form
 * @param {string} folder where a file is put, under a name of its own
 * @param {(bytes: number) => unknown} [received] hears how much of the body is in, and may hold it up
 * @returns {Promise<Form>}
 * @throws {Error} where the body breaks off, is no such form, or a part of it is too large
 */
export async function readForm(request, folder, received = () => {}) {
  const type = request.headers['content-type'] ?? '';
  const boundary = /^multipart\/form-data;.*boundary="?([^";]+)"?/i.exec(type)?.[1];
  if (boundary) return readMultipart(request, boundary, folder, received);
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const isForm = type.startsWith('application/x-www-form-urlencoded');
  const fields = new URLSearchParams(isForm ? Buffer.concat(chunks).toString() : '');
  return { fields: Object.fromEntries(fields) };
}

async function readMultipart(request, boundary, folder, received) {
  /** @type {Form} */
  const form = { fields: {} };
  const delimiter = Buffer.from(`${LINE}--${boundary}`);
  // the first delimiter has no line break before it: with one in front all are alike
  let rest = Buffer.from(LINE);
  let part = nowhere();
  let bytes = 0;
  try {
    // the connection has to outlive the form: the answer goes back on it
    for await (const chunk of request.iterator({ destroyOnReturn: false })) {
      await received((bytes += chunk.length));
      rest = Buffer.concat([rest, chunk]);
      for (let found = find(rest, delimiter); found; found = find(rest, delimiter)) {
        await part.write(rest.subarray(0, found.at));
        await part.end();
        if (found.head === undefined) return form;
        part = await openPart(found.head, form, folder);
        rest = rest.subarray(found.next);
      }
      if (rest.includes(delimiter)) continue; // its head is still to come
      const kept = Math.max(0, rest.length - delimiter.length);
      await part.write(rest.subarray(0, kept));
      rest = rest.subarray(kept);
    }
    throw new Error('the form breaks off');
  } catch (error) {
    await part.abandon();
    throw error;
  } finally {
    request.resume();
  }
}

/** The next delimiter, once all of it is there; without a head it is the last one. */
function find(bytes, delimiter) {
  const at = bytes.indexOf(delimiter);
  const after = at + delimiter.length;
  if (at < 0 || bytes.length < after + 2) return undefined;
  if (bytes.toString('latin1', after, after + 2) === '--') return { at };
  const end = bytes.indexOf(LINE + LINE, after);
  if (end >= 0) return { at, head: bytes.toString('utf8', after, end), next: end + 4 };
  if (bytes.length - after > LARGEST_HEAD) throw new Error('a part whose head does not end');
  return undefined;
}

async function openPart(head, form, folder) {
  const disposition = /^content-disposition:(.*)$/im.exec(head)?.[1] ?? '';
  const name = /[;\s]name="([^"]*)"/i.exec(disposition)?.[1] ?? '';
  const fileName = /[;\s]filename="([^"]*)"/i.exec(disposition)?.[1];
  if (fileName === undefined) return field((value) => (form.fields[name] = value));
  // browsers write %22 for a quote in a name
  const given = fileName.replaceAll('%22', '"');
  return fileOnDisk(path.join(folder, `.${randomUUID()}`), (stored, size) => {
    form.file = { name: given, size, stored };
  });
}

function nowhere() {
  return { write: async () => {}, end: async () => {}, abandon: async () => {} };
}

function field(done) {
  let value = Buffer.alloc(0);
  return {
    ...nowhere(),
    async write(bytes) {
      value = Buffer.concat([value, bytes]);
      if (value.length > LARGEST_FIELD) throw new Error('a field that is too long');
    },
    end: async () => done(value.toString('utf8')),
  };
}

async function fileOnDisk(stored, done) {
  const handle = await open(stored, 'w');
  let size = 0;
  return {
    async write(bytes) {
      await handle.writeFile(bytes);
      size += bytes.length;
    },
    async end() {
      await handle.close();
      done(stored, size);
    },
    async abandon() {
      await handle.close().catch(() => {});
      await rm(stored, { force: true });
    },
  };
}
