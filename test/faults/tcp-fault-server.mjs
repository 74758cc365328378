/**
 * A TCP server in front of a service that can do to its connections what networks do. It works on
 * bytes: what lies above, it knows only as far as telling a WebSocket's handshake from REST.
 *
 * | verb | payload | |
 * |---|---|---|
 * | `refuse` | | nothing listens any more, and what was open is cut |
 * | `silent` | | new connections are accepted, and nothing comes on them |
 * | `halfOpen` | | what is open stays open, and nothing passes any more; new connections pass |
 * | `reset` | | what is open ends with RST; new connections pass |
 * | `cutFrame` | | of what each WebSocket is sent next, half passes, then the end |
 * | `drip` | `{bytesPerSecond}` | to the browser; 0: as fast as it goes |
 * | `noUpgrade` | `{status}` or `{strip: true}` | answers handshakes itself, or takes out their `Upgrade` |
 * | `idleCut` | `{ms}` | ends a connection on which nothing has passed for so long |
 * | `lifetime` | `{ms}` | resets each WebSocket so long after its first answer |
 * | `pass` | | every fault off, and open again; what is open stays as it is |
 */
import { once } from 'node:events';
import net from 'node:net';
import { forward } from './tcp-forward.mjs';

/** Where services listen, and this server unless it is told another of this machine's own. */
const HOST = '127.0.0.1';

/**
 * @param {{ to: number, host?: string }} options the port of the service on this machine, and the
 *   address to listen at
 * @returns {Promise<{port: number, control: (verb: string, payload?: object) => Promise<void>,
 *   close: () => Promise<void>}>}
 */
export async function createTcpFaultServer({ to, host = HOST }) {
  /** What new connections find; read by tcp-forward.mjs. */
  let faults = {};
  /** @type {Set<ReturnType<typeof forward>>} */
  const pairs = new Set();
  let port = 0;
  const server = net.createServer((browser) => {
    const pair = forward(browser, { host: HOST, port: to }, () => faults);
    pairs.add(pair);
    browser.once('close', () => pairs.delete(pair));
  });

  async function listen() {
    if (server.listening) return;
    server.listen(port, host);
    await once(server, 'listening');
    port = server.address().port;
  }

  async function refuse() {
    if (!server.listening) return;
    server.close();
    for (const pair of pairs) pair.end();
    await once(server, 'close');
  }

  const also = (fault) => (faults = { ...faults, ...fault });
  const verbs = {
    refuse,
    silent: () => also({ silent: true }),
    halfOpen: () => pairs.forEach((pair) => pair.freeze()),
    reset: () => pairs.forEach((pair) => pair.reset()),
    cutFrame: () => pairs.forEach((pair) => pair.cutNext()),
    drip: ({ bytesPerSecond }) => also({ bytesPerSecond }),
    noUpgrade: (refusal) => also({ refusal }),
    idleCut: ({ ms }) => also({ idleMs: ms }),
    lifetime: ({ ms }) => also({ lifetimeMs: ms }),
    async pass() {
      faults = {};
      await listen();
    },
  };

  await listen();
  return {
    port,
    async control(verb, payload) {
      if (!Object.hasOwn(verbs, verb)) throw new Error(`unknown verb ${verb}`);
      await verbs[verb](payload);
    },
    close: refuse,
  };
}
