import {
  openSocket,
  type LiveSocket,
  type OpenSocket,
  type SocketEnd,
} from '../../src/connection/live-socket.js';
import { startService, type TestService } from './castray.js';
import { until } from './wait.js';

/** A socket, and all that was told of it. */
export interface Opened {
  readonly socket: LiveSocket;
  readonly seen: { opened: number; readonly messages: unknown[]; readonly ends: SocketEnd[] };
}

interface OpenSockets {
  readonly service: TestService;
  /** Opens one to the service, in the page unless it is said otherwise. */
  open(openSocket?: OpenSocket, url?: string): Opened;
}

/** For a group of tests: a service that sends one frame, and sockets to it, which end with each test. */
export function useOpenSockets(): OpenSockets {
  const sockets: LiveSocket[] = [];
  let service: TestService;
  before(async () => {
    service = await startService({ churn: false, frameInterval: 600_000 });
  });
  beforeEach(async () => {
    await service.control('reset');
    await service.control('forget');
  });
  afterEach(async () => {
    for (const socket of sockets.splice(0)) socket.end();
    await until(async () => (await service.seen()).sockets === 0, 'no open socket');
  });
  return {
    get service() {
      return service;
    },
    open(open = openSocket, url = service.wsUrl) {
      const seen: Opened['seen'] = { opened: 0, messages: [], ends: [] };
      const socket = open(url, {
        opened: () => (seen.opened += 1),
        message: (data) => seen.messages.push(data),
        ended: (end) => seen.ends.push(end),
      });
      sockets.push(socket);
      return { socket, seen };
    },
  };
}
