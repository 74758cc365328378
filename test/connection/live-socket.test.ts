import { expect } from '@open-wc/testing';
import { useFakeTimers } from 'sinon';
import { HANDSHAKE_TIMEOUT, openSocket, type SocketEnd } from '../../src/connection/live-socket.js';
import { useOpenSockets } from '../support/open-sockets.js';
import { until } from '../support/wait.js';

/** The timers of the page, the library's too, in the hands of the test. */
const holdTimers = () =>
  useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldClearNativeTimers: true });

/** Each of these is a fault of reconnecting-websocket, or a thing it must still do. */
describe('one socket', () => {
  const page = useOpenSockets();
  const open = (url?: string) => page.open(undefined, url);

  it('opens, and hands over what comes', async () => {
    const { seen } = open();
    await until(() => seen.messages.length === 1, 'a message');
    expect(seen.opened).to.equal(1);
    expect(seen.messages[0]).to.be.a('string').that.contains('cluster_status');
    await page.service.control('binary', btoa('bytes'));
    await until(() => seen.messages.length === 2, 'two messages');
    expect(seen.messages[1]).to.be.instanceOf(Blob);
  });

  it('that was ended before it existed never opens, and the next one does', async () => {
    const first = open();
    first.socket.end();
    const second = open();
    await until(() => second.seen.opened === 1, 'it is open');
    expect((await page.service.seen()).handshakes).to.equal(1);
    expect(first.seen).to.deep.equal({ opened: 0, messages: [], ends: [] });
  });

  it('that was ended while a token was found tells of nothing', async () => {
    let give: (protocols: string[]) => void = () => undefined;
    const protocols = new Promise<string[]>((resolve) => (give = resolve));
    const told: string[] = [];
    const socket = openSocket(
      page.service.wsUrl,
      {
        opening: () => told.push('opening'),
        opened: () => told.push('opened'),
        message: () => told.push('message'),
        ended: () => told.push('ended'),
      },
      { protocols: () => protocols, hide: (text) => text },
    );
    socket.end();
    give([]);
    const next = open();
    await until(() => next.seen.messages.length === 1, 'another one opens');
    expect(told).to.deep.equal([]);
  });

  it('that the browser refuses to make is "blocked", without an unhandled rejection', async () => {
    const rejections: unknown[] = [];
    const note = (event: PromiseRejectionEvent) => rejections.push(event.reason);
    window.addEventListener('unhandledrejection', note);
    const refused = open('ws://127.0.0.1:99999/ws');
    await until(() => refused.seen.ends.length === 1, 'it is refused');
    expect(refused.seen.ends[0]).to.include({ kind: 'blocked' });
    const next = open();
    await until(() => next.seen.opened === 1, 'it is open');
    window.removeEventListener('unhandledrejection', note);
    expect(rejections).to.deep.equal([]);
    expect(refused.seen.opened).to.equal(0);
  });

  it('does not come back by itself, however long one waits', async () => {
    const clock = holdTimers();
    try {
      let dropped: Promise<void> | undefined;
      const ended = new Promise<SocketEnd>((resolve) => {
        openSocket(page.service.wsUrl, {
          opened: () => {
            dropped = page.service.control('drop');
          },
          message: () => undefined,
          ended: resolve,
        });
      });
      await clock.tickAsync(0); // the library makes its socket in a timer
      await ended;
      await dropped;
      await clock.tickAsync(600_000);
    } finally {
      clock.restore();
    }
    const next = open();
    await until(() => next.seen.opened === 1, 'it is open');
    expect((await page.service.seen()).handshakes).to.equal(2);
  });

  it('tells the close code and the reason of the other side', async () => {
    const { seen } = open();
    await until(() => seen.opened === 1, 'it is open');
    await page.service.control('closeSockets', { code: 4401, reason: 'sign in' });
    await until(() => seen.ends.length === 1, 'its end');
    expect(seen.ends).to.deep.equal([{ kind: 'closed', code: 4401, reason: 'sign in' }]);
  });

  it('fails once where the handshake is refused, or nothing listens', async () => {
    await page.service.control('refuseUpgrade', { status: 403 });
    const refused = open();
    await until(() => refused.seen.ends.length === 1, 'it is refused');
    expect(refused.seen.ends).to.deep.equal([{ kind: 'failed' }]);
    expect((await page.service.seen()).handshakes, 'and it does not try again').to.equal(1);
    await page.service.control('down');
    const nobody = open();
    await until(() => nobody.seen.ends.length === 1, 'nobody is there');
    expect(nobody.seen.ends).to.deep.equal([{ kind: 'failed' }]);
    await page.service.control('up');
  });

  it('keeps nothing to be sent later, however much it is given', async () => {
    const { socket, seen } = open();
    for (let i = 0; i < 1000; i += 1) socket.send('ping');
    await until(() => seen.opened === 1, 'it is open');
    socket.send('ping');
    await until(() => seen.messages.includes('pong'), 'the pong');
    expect(await page.service.seen()).to.include({ pings: 1 });
  });

  it('sends nothing and tells nothing once it was ended', async () => {
    const { socket, seen } = open();
    await until(() => seen.messages.length === 1, 'a message');
    socket.end();
    socket.send('ping');
    await page.service.control('step');
    await until(async () => (await page.service.seen()).sockets === 0, 'no open socket');
    expect(seen).to.deep.include({ opened: 1, ends: [] });
    expect(seen.messages).to.have.length(1);
    expect(await page.service.seen()).to.include({ pings: 0 });
  });

  it('waits 15 s for a handshake, not the 4 s of the library', async () => {
    await page.service.control('refuseUpgrade', { status: 'never' });
    const clock = holdTimers();
    try {
      const { seen } = open();
      await clock.tickAsync(0); // the library makes its socket in a timer
      await clock.tickAsync(HANDSHAKE_TIMEOUT - 1);
      expect(seen.ends).to.deep.equal([]);
      await clock.tickAsync(1);
      expect(seen.ends).to.deep.equal([{ kind: 'timeout' }]);
    } finally {
      clock.restore();
    }
  });
});
