/**
 * CastRay's view of its files: which there are, which may be read, where an upload goes. Nothing
 * outside the demo's own folder is ever touched, whatever the name.
 */
import { mkdir, readFile, readdir, realpath, stat } from 'node:fs/promises';
import path from 'node:path';

/** The real service's own name for its folder; here it stands for the demo's. */
const REAL_UPLOADS = '/tmp/castray_uploads/';

/** @param {import('./demo-folder.mjs').DemoFolder} folder */
export function createFiles(folder) {
  /** @returns {Promise<string | undefined>} the file on this disk that a client's path means */
  async function locate(given) {
    const file = placeOf(given);
    const real = file && (await realpath(file).catch(() => undefined));
    // a link may lead out of the folder
    return real && isInside(await realpath(folder.root), real) ? real : undefined;
  }

  function placeOf(given) {
    if (given.includes('\0')) return undefined;
    if (given.startsWith(REAL_UPLOADS))
      return path.resolve(folder.uploads, given.slice(REAL_UPLOADS.length));
    const file = path.resolve(folder.root, given);
    return isInside(folder.root, file) ? file : undefined;
  }

  return {
    /** `GET /api/files`: files only, sorted as Python sorts. */
    async list() {
      const entries = await readdir(folder.files, { withFileTypes: true });
      const names = entries.filter((entry) => entry.isFile()).map((entry) => entry.name);
      const sized = names.sort().map(async (name) => {
        const { size } = await stat(path.join(folder.files, name));
        return { name, size };
      });
      return { files: await Promise.all(sized) };
    },

    /** `GET /api/file/read?path=`. @param {string} given */
    async read(given) {
      const file = await locate(given);
      if (file === undefined || !(await stat(file)).isFile()) {
        // as in the captures: absent below a folder that may be read is 404, all else 403
        const meant = path.resolve(folder.root, given);
        return isInside(folder.root, meant) || isInside('/tmp', meant)
          ? { status: 404, detail: `文件不存在: ${given}` }
          : { status: 403, detail: '不允许读取该目录下的文件' };
      }
      return {
        status: 200,
        body: { success: true, path: given, ...contentOf(await readFile(file)) },
      };
    },

    locate,

    /** Where an upload of that name goes; `undefined` where it is no name. @param {string} given */
    uploadTarget(given) {
      const name = given.split(/[\\/]/).at(-1);
      if (['', '.', '..'].includes(name) || name.includes('\0')) return undefined;
      return { name, file: path.join(folder.uploads, name) };
    },

    /** Where a transfer to a node ends. @param {string} node @param {string} fileName */
    async downloadTarget(node, fileName) {
      const inbox = path.join(folder.downloads, `node_${node.replace(/[^\w.-]/g, '_')}`);
      await mkdir(inbox, { recursive: true });
      return path.join(inbox, fileName);
    },
  };
}

function isInside(folder, file) {
  return file.startsWith(folder + path.sep);
}

/** Fault: `size` counts characters where it is text. @param {Buffer} bytes */
function contentOf(bytes) {
  try {
    const content = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return { content, size: [...content].length };
  } catch {
    return { content: bytes.toString('base64'), size: bytes.length, encoding: 'base64' };
  }
}
