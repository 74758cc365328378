/**
 * Counts what clients do, so that a test can ask. Everything in it is plain JSON.
 *
 * @typedef {object} PathRecord
 * @property {number} count
 * @property {Record<string, number>} methods
 * @property {number} active requests that are not answered yet
 * @property {number} maxActive
 * @property {string[]} origins each `Origin` header once
 * @property {string[]} cookies each `Cookie` header once
 * @property {string[]} authorizations each `Authorization` header once
 * @property {string[]} protocols each `Sec-WebSocket-Protocol` header once
 *
 * @typedef {object} Seen
 * @property {number} sockets open now
 * @property {number} maxSockets open at one time
 * @property {number} handshakes WebSocket handshakes, refused ones included
 * @property {number} refused
 * @property {number[]} handshakeTimes when each began, ms since the epoch
 * @property {number} pings
 * @property {number} framesSent
 * @property {Record<string, number>} requests by path, without the query
 * @property {Record<string, PathRecord>} paths more about each, `/ws` too
 */
export function createWitness() {
  /** @type {Map<string, PathRecord>} */
  let paths = new Map();
  let counters = fresh(0);

  function note(request) {
    const path = pathOf(request);
    if (!paths.has(path)) paths.set(path, freshPath());
    const record = paths.get(path);
    const { method, headers } = request;
    record.count += 1;
    record.methods[method] = (record.methods[method] ?? 0) + 1;
    addOnce(record.origins, headers.origin);
    addOnce(record.cookies, headers.cookie);
    addOnce(record.authorizations, headers.authorization);
    addOnce(record.protocols, headers['sec-websocket-protocol']);
    return record;
  }

  return {
    /** @param {import('node:http').IncomingMessage} request @param {import('node:http').ServerResponse} response */
    request(request, response) {
      const record = note(request);
      record.active += 1;
      record.maxActive = Math.max(record.maxActive, record.active);
      response.once('close', () => (record.active -= 1));
    },

    /** @param {import('node:http').IncomingMessage} request */
    handshake(request) {
      note(request);
      counters.handshakes += 1;
      counters.handshakeTimes.push(Date.now());
    },
    refused: () => (counters.refused += 1),
    opened() {
      counters.sockets += 1;
      counters.maxSockets = Math.max(counters.maxSockets, counters.sockets);
    },
    closed: () => (counters.sockets -= 1),
    pinged: () => (counters.pings += 1),
    sent: () => (counters.framesSent += 1),

    /** @returns {Seen} */
    seen() {
      const entries = [...paths];
      const counted = entries.filter(([path]) => path !== '/ws');
      return structuredClone({
        ...counters,
        requests: Object.fromEntries(counted.map(([path, { count }]) => [path, count])),
        paths: Object.fromEntries(entries),
      });
    },

    /** Starts counting anew; what is open stays open. */
    forget() {
      paths = new Map();
      counters = fresh(counters.sockets);
    },
  };
}

/** Whatever was asked for: `//` is a path, and no address. @param {import('node:http').IncomingMessage} request */
export function pathOf({ url }) {
  return url.split('?', 1)[0];
}

function fresh(sockets) {
  return {
    sockets,
    maxSockets: sockets,
    handshakes: 0,
    refused: 0,
    handshakeTimes: [],
    pings: 0,
    framesSent: 0,
  };
}

function freshPath() {
  return {
    count: 0,
    methods: {},
    active: 0,
    maxActive: 0,
    origins: [],
    cookies: [],
    authorizations: [],
    protocols: [],
  };
}

function addOnce(list, value) {
  if (value !== undefined && !list.includes(value)) list.push(value);
}
