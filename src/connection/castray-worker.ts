// What runs in the worker that a page may give a cluster's socket: `dist/castray-worker.js`. It
// receives and reads the frames, and hands over what they say; one worker serves one socket.
import { FrameReader } from '../model/frame-reader.js';
import { VERSION } from '../version.js';
import { MAX_FRAME_LENGTH } from './live-connection.js';
import { openSocket, type LiveSocket } from './live-socket.js';
import type { WorkerMessage, WorkerCommand } from './worker-socket.js';

const reader = new FrameReader();
let nodes: unknown;
let socket: LiveSocket | undefined;

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
  const parsed = reader.read(data, Date.now());
  const isSame = parsed.kind === 'report' && parsed.report.nodes === nodes;
  if (parsed.kind === 'report') nodes = parsed.report.nodes;
  tell({ kind: 'read', parsed: isSame ? undefined : parsed });
}

addEventListener('message', ({ data }: MessageEvent<WorkerCommand>) => {
  if (data.kind === 'send') socket?.send(data.text);
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

tell({ kind: 'ready', version: VERSION });
