/**
 * What a test can make the service do, by verb.
 *
 * | verb | payload | |
 * |---|---|---|
 * | `frame` | text, or an object sent as JSON | goes to all sockets now; what it says is the state from now on |
 * | `binary` | base64 | goes to all sockets now as a binary frame |
 * | `oversize` | `{bytes}` | a valid frame of that many bytes; the state stays |
 * | `nodes` | a list in wire shape, or `{nodes, records}`; `null`: the cluster again | REST and frames follow |
 * | `rest` | an override of /api/ray-dashboard; `null`: as usual | see faults.mjs |
 * | `status` | `{path}` and an override; without `status` and `body`: as usual | |
 * | `hold` | `false`: not any more | frames only by the verb `frame` |
 * | `silent` | `false`: not any more | sockets stay open, no frame, no pong |
 * | `drop` | | TCP connections of the sockets are cut |
 * | `closeSockets` | `{code, reason}` | |
 * | `refuseUpgrade` | `{status}`: 403, say, or `'never'` for no answer; `null`: not any more | |
 * | `tokens` | a list; `null`: not any more | 401 for whoever has none of these tokens |
 * | `stall` | `{ms}`; `null` for without end, 0 to end it | nothing is answered, all of it later |
 * | `cutUpload` | `{percent}` | the service goes down when that much of an upload is in |
 * | `slowUpload` | `{ms}` | every piece of an upload takes so long |
 * | `transfer` | `{pieces}` | every transfer that runs is so many pieces further now |
 * | `down`, `up` | | the port is closed, and open again; transfers are forgotten, as in a restart |
 * | `step` | | one round now |
 * | `forget` | | the counters of seen() start anew |
 * | `reset` | | every fault off, the cluster again |
 *
 * @typedef {object} Stage what the verbs act on
 * @property {ReturnType<typeof import('./sources.mjs').pinnable>} source
 * @property {ReturnType<typeof import('./faults.mjs').createFaults>} faults
 * @property {ReturnType<typeof import('./socket.mjs').createSockets>} sockets
 * @property {ReturnType<typeof import('./witness.mjs').createWitness>} witness
 * @property {ReturnType<typeof import('./transfers.mjs').createTransfers>} transfers
 * @property {() => void} round
 * @property {() => Promise<void>} down
 * @property {() => Promise<void>} up
 */
import { clusterFrame, dashboardAnswer, recordsFor } from './messages.mjs';

const DASHBOARD = '/api/ray-dashboard';

/**
 * @param {Stage} stage
 * @returns {(verb: string, payload?: unknown) => Promise<void>} rejects for a verb it does not know
 */
export function createControl({ source, faults, sockets, witness, transfers, round, down, up }) {
  const verbs = {
    frame(payload) {
      const text = typeof payload === 'string' ? payload : JSON.stringify(payload);
      const nodes = nodesIn(text);
      if (nodes) source.pin(pinned({ nodes, text }));
      sockets.broadcast(text);
    },
    binary: (base64) => sockets.broadcast(Buffer.from(base64, 'base64')),
    oversize({ bytes }) {
      const text = source.frame();
      sockets.broadcast(text.padEnd(bytes)); // JSON may end in blanks
    },
    nodes(payload) {
      if (payload === null) source.pin(undefined);
      else source.pin(pinned(Array.isArray(payload) ? { nodes: payload } : payload));
      if (!faults.held) sockets.broadcast(source.frame());
    },
    rest: (override) => setOverride(DASHBOARD, override),
    status: ({ path, ...override }) => setOverride(path, override),
    hold: (on = true) => (faults.held = on),
    silent: (on = true) => (faults.silent = on),
    drop: () => sockets.drop(),
    closeSockets: ({ code = 1000, reason = '' } = {}) => sockets.close(code, reason),
    refuseUpgrade: (refusal) => (faults.refusal = refusal?.status ?? null),
    tokens: (tokens) => (faults.tokens = tokens),
    stall: ({ ms }) => faults.stall(ms),
    cutUpload: ({ percent }) => (faults.cutUpload = percent / 100),
    slowUpload: ({ ms }) => (faults.slowUpload = ms),
    transfer: ({ pieces }) => transfers.advance(pieces),
    down,
    up,
    step: () => round(),
    forget: () => witness.forget(),
    reset() {
      faults.reset();
      source.pin(undefined);
    },
  };

  function setOverride(path, override) {
    if (override === null || Object.keys(override).length === 0) faults.overrides.delete(path);
    else faults.overrides.set(path, { ...override });
  }

  return async (verb, payload) => {
    if (!Object.hasOwn(verbs, verb)) throw new Error(`unknown verb ${verb}`);
    await verbs[verb](payload);
  };
}

function pinned({ nodes, records = recordsFor(nodes), text }) {
  return {
    frame: () => text ?? JSON.stringify(clusterFrame(nodes)),
    nodes: () => nodes,
    dashboard: () => dashboardAnswer({ nodes, records }),
  };
}

/** The nodes of a frame; a text that is none changes nothing of what the service knows. */
function nodesIn(text) {
  try {
    const { type, data } = JSON.parse(text);
    return type === 'cluster_status' && Array.isArray(data?.nodes) ? data.nodes : undefined;
  } catch {
    return undefined;
  }
}
