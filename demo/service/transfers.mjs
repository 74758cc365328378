/**
 * Transfers between nodes. Progress is a matter of the clock: a piece every `pieceMs`, and one more
 * such wait between the last piece and the end, when it stands at 100 and is still in progress.
 *
 * @typedef {object} Transfer
 * @property {string} id
 * @property {string} source_node
 * @property {string} target_node
 * @property {string} file_path
 * @property {string} target_path
 * @property {string} file_name
 * @property {number} file_size bytes
 * @property {string} transfer_mode
 * @property {number} started ms since the epoch
 */

const MIB = 1024 ** 2;

/** @param {{ pieceMs?: number, pieceBytes?: number }} [options] */
export function createTransfers({ pieceMs = 100, pieceBytes = MIB } = {}) {
  /** @type {Map<string, Transfer>} */
  const transfers = new Map();
  let ahead = 0; // ms by which the clock of the transfers has been put forward
  const clock = () => Date.now() + ahead;

  function progressOf({ file_size: size, started }, now) {
    const elapsed = now - started;
    const pieces = Math.max(1, Math.ceil(size / pieceBytes));
    const done = Math.min(size, (Math.floor(elapsed / pieceMs) + 1) * pieceBytes);
    return {
      completed: elapsed >= pieces * pieceMs,
      progress: size === 0 || done === size ? 100 : (done / size) * 100,
      // since the start, so it goes on falling after the end
      speed: done / MIB / Math.max(elapsed / 1000, 0.01),
      left: (size - done) / MIB,
      end: started + pieces * pieceMs,
    };
  }

  return {
    /** @param {Omit<Transfer, 'id' | 'started'>} order */
    start(order) {
      // fault: two starts in one millisecond share an id
      const transfer = { id: `transfer_${Date.now()}`, ...order, started: clock() };
      transfers.set(transfer.id, transfer);
      return transfer;
    },

    /** `GET /api/file-transfer/status/ID`; fault: an id it does not know is "completed". */
    status(id) {
      const transfer = transfers.get(id);
      if (!transfer)
        return { transfer_id: id, status: 'completed', progress: 100, speed: 0, eta: 0 };
      const { completed, progress, speed, left } = progressOf(transfer, clock());
      return {
        transfer_id: id,
        status: completed ? 'completed' : 'in-progress',
        progress,
        speed: Number(speed.toFixed(2)),
        eta: Math.floor(left / speed),
        file_name: transfer.file_name,
        file_size: transfer.file_size,
        source_node: transfer.source_node,
        target_node: transfer.target_node,
        target_path: transfer.target_path,
        error: null,
      };
    },

    /** `GET /api/file-transfer/list` */
    list() {
      const now = clock();
      const listed = [...transfers.values()].map(({ started, ...transfer }) => {
        const { completed, progress, end } = progressOf({ ...transfer, started }, now);
        return {
          ...transfer,
          status: completed ? 'completed' : 'in-progress',
          progress,
          start_time: started / 1000,
          end_time: completed ? end / 1000 : null,
          error: null,
        };
      });
      return { success: true, transfers: listed, total: listed.length };
    },

    /** All that run get so many pieces further now. */
    advance(pieces) {
      ahead += pieces * pieceMs;
    },

    /** As after a restart of the service. */
    forget: () => transfers.clear(),
  };
}
