// What runs in the worker that a page may give a cluster's socket: `dist/castray-worker.js`. It
// receives and reads the frames, and hands over what they say; one worker serves one socket.
import { FrameReader } from '../model/frame-reader.js';
import { VERSION } from '../version.js';
import { MAX_FRAME_LENGTH } from './live-connection.js';
import { openSocket, type LiveSocket } from './live-socket.js';
import type { WorkerMessage, WorkerCommand } from './worker-socket.js';

/** How many frames wait while the page takes one: the newest, and what may be no cluster among them. */
const WAITING = 4;

const reader = new FrameReader();
let nodes: unknown;
let socket: LiveSocket | undefined;
/** Whether the page has taken what it was told last. */
let isTaken = true;
/** How long it took to read and tell that, in ms. */
let cost = 0;
let waiting: { readonly text: string; readonly receivedAt: number }[] = [];

const tell = (news: WorkerMessage): void => {
  postMessage(news);
};

function message(data: unknown): void {
  const isText = typeof data === 'string';
  // an answered ping, or what the page has to refuse
  if (!isText || data.length < 16 || data.length > MAX_FRAME_LENGTH) {
    tell({ kind: 'unread', data: isText ? data : undefined });
    return;
  }
  waiting = [...waiting.slice(1 - WAITING), { text: data, receivedAt: Date.now() }];
  if (isTaken) read();
}

/** The newest first: where frames come faster than they are read, those that a newer one outdates never are. */
function read(): void {
  const newest = waiting.pop();
  isTaken = !newest;
  if (!newest) return;
  const { text, receivedAt } = newest;
  const beganAt = performance.now();
  const parsed = reader.read(text, receivedAt);
  const isReport = parsed.kind === 'report';
  const isSame = isReport && parsed.report.nodes === nodes;
  if (isReport) {
    nodes = parsed.report.nodes;
    waiting = [];
  }
  tell({ kind: 'read', parsed: isSame ? undefined : parsed, receivedAt });
  cost = performance.now() - beganAt;
}

addEventListener('message', ({ data }: MessageEvent<WorkerCommand>) => {
  if (data.kind === 'send') socket?.send(data.text);
  // for as long again the socket comes first: what it brings meanwhile need not be read
  else if (data.kind === 'next') setTimeout(read, cost);
  else if (data.kind === 'end') {
    socket?.end();
    close();
  } else {
    const { url, protocols } = data;
    socket = openSocket(
      url,
      {
        opened: () => {
          tell({ kind: 'opened' });
        },
        message,
        ended: (end) => {
          tell({ kind: 'ended', end });
        },
      },
      { protocols: () => Promise.resolve(protocols), hide: (text) => text },
    );
  }
});

// Its file may have been served with a policy of its own, which the page does not see.
addEventListener('securitypolicyviolation', () => {
  tell({ kind: 'ended', end: { kind: 'blocked' } });
});

tell({ kind: 'ready', version: VERSION });
