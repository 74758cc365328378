import type { LiveSocket, OpenSocket, SocketEvents } from '../../src/connection/live-socket.js';

/** One opening, as the code under test sees it. The test plays the other side through `events`. */
export interface FakeSocket {
  readonly url: string;
  readonly events: SocketEvents;
  readonly sent: readonly string[];
  readonly isEnded: boolean;
}

/** Stands in for the network where a test must wait for minutes. Nothing opens by itself. */
export class FakeSockets {
  readonly all: FakeSocket[] = [];

  readonly open: OpenSocket = (url, events, access) => {
    void access?.protocols(); // with the token of that moment
    const sent: string[] = [];
    let isEnded = false;
    this.all.push({
      url,
      events,
      sent,
      get isEnded() {
        return isEnded;
      },
    });
    const socket: LiveSocket = {
      send: (text) => sent.push(text),
      end: () => {
        isEnded = true;
      },
    };
    return socket;
  };

  /** The newest. */
  get last(): FakeSocket {
    return this.all.at(-1)!;
  }

  /** Those that nobody has ended. */
  get live(): readonly FakeSocket[] {
    return this.all.filter((socket) => !socket.isEnded);
  }
}
