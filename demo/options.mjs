/**
 * The flags of the start command.
 *
 * @typedef {object} StartOptions
 * @property {'live' | 'replay' | 'real'} mode
 * @property {string} [replay] the capture to play
 * @property {string[]} castray addresses of real services, without a slash at the end
 * @property {string} [files] address of a real file server
 * @property {number} port where the pages are served, or the next free one
 * @property {boolean} build whether the bundle is built before
 */
import path from 'node:path';
import { parseArgs } from 'node:util';

export const USAGE =
  'usage: npm start -- [--replay FILE | --castray URL [--castray URL] [--files URL]] [--port N]';

/** A flag that makes no sense; its message is a sentence for people. */
export class UsageError extends Error {}

/**
 * @param {readonly string[]} args without `node` and the script
 * @returns {StartOptions | { help: true }}
 * @throws {UsageError}
 */
export function readOptions(args) {
  const { help, replay, castray = [], files, port = '8080', build = false } = parse(args);
  if (help) return { help: true };
  if (replay !== undefined && castray.length > 0)
    throw new UsageError('--replay plays a file, --castray asks a service: one of them');
  if (files !== undefined && castray.length === 0)
    throw new UsageError('--files goes with --castray');
  if (castray.length > 2) throw new UsageError('--castray at most twice: the demo shows two');
  if (!/^\d{1,5}$/.test(port) || Number(port) < 1 || Number(port) > 65535)
    throw new UsageError(`--port: a number from 1 to 65535, not ${port}`);
  return {
    mode: castray.length > 0 ? 'real' : replay === undefined ? 'live' : 'replay',
    replay: replay === undefined ? undefined : path.resolve(callersFolder(), replay),
    castray: castray.map((address) => httpAddress('--castray', address)),
    files: files === undefined ? undefined : httpAddress('--files', files),
    port: Number(port),
    build,
  };
}

function parse(args) {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        replay: { type: 'string' },
        castray: { type: 'string', multiple: true },
        files: { type: 'string' },
        port: { type: 'string' },
        build: { type: 'boolean' }, // set by npm start itself
        help: { type: 'boolean', short: 'h' },
      },
    });
    return values;
  } catch (error) {
    throw new UsageError(error.message);
  }
}

/** npm goes to the package's folder, and tells which one it was called in. */
function callersFolder({ npm_lifecycle_event: script, INIT_CWD: folder } = process.env) {
  return script === 'start' && folder ? folder : '.';
}

function httpAddress(flag, given) {
  const url = URL.canParse(given) ? new URL(given) : undefined;
  const isPlain = url && !url.username && !url.password && !url.search && !url.hash;
  if (!isPlain || !['http:', 'https:'].includes(url.protocol))
    throw new UsageError(`${flag}: an address like http://HOST:8000, not ${given}`);
  return url.href.replace(/\/+$/, '');
}
