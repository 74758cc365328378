/**
 * The folder that the demo's services read and write: temporary, with the files that CastRay ships
 * in `demo_files/` and, for the file server's listing, names that are awkward in a link.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A flight order in its first form: JSON. */
const FLIGHT_JSON = `${JSON.stringify(
  {
    from: { name: '图书馆', x: 120.0, y: 80.0, z: 15.0 },
    to: { name: '体育场', x: 640.0, y: 410.0, z: 35.0 },
  },
  null,
  2,
)}\n`;

/** The same order in its second form: lines. */
const FLIGHT_LINES = `FROM: 图书馆 120.0 80.0 15.0
TO: 体育场 640.0 410.0 35.0
`;

const FILES = {
  'blob.bin': Buffer.alloc(3_000_000, 'castray'),
  'config.json': '{"camera":"front","fps":25,"resolution":[1280,720]}\n',
  'data.txt': '这是一个测试文件\n包含多行数据\n用于演示文件传输功能',
  'flight.com': FLIGHT_JSON,
  'flight-lines.com': FLIGHT_LINES,
  'report.md': '# Flight report\n\nTwo sorties, no incident.\n',
};

const AWKWARD_FILES = {
  '.hidden': 'not hidden from a listing\n',
  '100%.log': '100 %\n',
  '<b>bold.txt': 'not bold\n',
  'a b.txt': 'a blank in the name\n',
  'data.bin': Buffer.from([0, 255, 254, 128, 10]),
  'q?x&y#z.txt': 'neither query nor fragment\n',
  'quote".txt': 'one quote\n',
  'sub dir/inner.txt': 'one folder down\n',
  '中文.csv': '名称,数值\n无人机,1\n',
};

/**
 * @typedef {object} DemoFolder
 * @property {string} root what the file server serves
 * @property {string} files `demo_files/` below it: what GET /api/files lists
 * @property {string} uploads where an upload goes
 * @property {string} downloads where a transfer between nodes ends
 * @property {() => void} remove
 */

/**
 * @param {object} [options]
 * @param {boolean} [options.awkward] the difficult names too
 * @param {Record<string, string | Buffer>} [options.more] more files in `demo_files/`, name → content
 * @returns {DemoFolder}
 */
export function makeDemoFolder({ awkward = false, more } = {}) {
  const root = mkdtempSync(path.join(tmpdir(), 'castray-demo-'));
  const folder = {
    root,
    files: path.join(root, 'demo_files'),
    uploads: path.join(root, 'castray_uploads'),
    downloads: path.join(root, 'downloads'),
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
  for (const each of [folder.files, folder.uploads, folder.downloads]) mkdirSync(each);
  for (const [name, content] of Object.entries({
    ...FILES,
    ...(awkward && AWKWARD_FILES),
    ...more,
  })) {
    const file = path.join(folder.files, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  return folder;
}
