import { expect } from '@open-wc/testing';
import sinon from 'sinon';
import type { OpenSocket } from '../../src/connection/live-socket.js';
import { ReadFrame } from '../../src/connection/read-frame.js';
import { socketsIn, type WorkerMessage } from '../../src/connection/worker-socket.js';
import { VERSION } from '../../src/version.js';
import { useOpenSockets } from '../support/open-sockets.js';
import { until } from '../support/wait.js';

const WORKER = '/src/connection/castray-worker.ts';

/** The faults of a socket in the page, played to one in a worker; and those of the worker itself. */
describe('a socket in a worker', () => {
  const page = useOpenSockets();
  afterEach(() => sinon.restore());
  const open = (openSocket: OpenSocket = socketsIn(WORKER), url?: string) =>
    page.open(openSocket, url);

  it('hands over what a frame says, and when it came', async () => {
    const { seen } = open();
    await until(() => seen.messages.length === 1, 'a message');
    expect(seen.opened).to.equal(1);
    const [frame] = seen.messages;
    if (!(frame instanceof ReadFrame)) throw new Error('not read');
    const now = Date.now();
    const parsed = frame.at(now + 60_000);
    if (parsed.kind !== 'report') throw new Error(parsed.kind);
    expect(parsed.report.source).to.equal('websocket');
    expect(parsed.report.receivedAt).to.be.within(now - 10_000, now);
    expect(parsed.report.nodes).to.have.length.above(0);
    const early = frame.at(12_345);
    expect(early.kind === 'report' && early.report.receivedAt, 'never in future').to.equal(12_345);
  });

  it('hands over answers to a ping, and what is no text, unread', async () => {
    const { socket, seen } = open();
    socket.send('ping');
    await until(() => seen.messages.length === 1, 'a message');
    expect(await page.service.seen(), 'nothing is kept to be sent later').to.include({ pings: 0 });
    socket.send('ping');
    await until(() => seen.messages.length === 2, 'two messages');
    await page.service.control('binary', btoa('bytes'));
    await until(() => seen.messages.length === 3, 'three messages');
    expect(seen.messages.slice(1)).to.deep.equal(['pong', undefined]);
  });

  it('hands over the cluster again where it is the same after something else came', async () => {
    const { seen } = open();
    await until(() => seen.messages.length === 1, 'a message');
    const frame = { type: 'cluster_status', data: { nodes: [{ nodeId: 'a', cpu: 1 }] } };
    for (const text of [frame, { type: 'transfer_activity' }, frame]) {
      const { length } = seen.messages;
      await page.service.control('frame', text);
      // one at a time: of two that wait for a busy page, only the newer is handed over
      await until(() => seen.messages.length > length, 'the next message');
    }
    expect(seen.messages).to.have.length(4);
    const kinds = seen.messages.map((read) => read instanceof ReadFrame && read.at(0).kind);
    expect(kinds).to.deep.equal(['report', 'report', 'unusable', 'report']);
  });

  it('leaves out frames that a newer one outdates while the page takes its time', async () => {
    const worker = new Worker(WORKER, { type: 'module' });
    const heard: WorkerMessage[] = [];
    worker.onmessage = ({ data }: MessageEvent<WorkerMessage>) => heard.push(data);
    try {
      await until(() => heard.length === 1, 'ready');
      worker.postMessage({ kind: 'open', url: page.service.wsUrl, protocols: [] });
      await until(() => heard.length === 3, 'opened, and read');
      const frame = (id: string) => ({ type: 'cluster_status', data: { nodes: [{ nodeId: id }] } });
      for (const text of [frame('a'), frame('b'), { type: 'transfer_activity' }])
        await page.service.control('frame', text);
      worker.postMessage({ kind: 'send', text: 'ping' });
      await until(() => heard.length === 4, 'the answer, which came last');
      for (const count of [5, 6]) {
        worker.postMessage({ kind: 'next' });
        await until(() => heard.length === count, 'the next');
      }
      worker.postMessage({ kind: 'next' });
      worker.postMessage({ kind: 'send', text: 'ping' });
      await until(() => heard.length === 7, 'nothing but the answer');
    } finally {
      worker.terminate();
    }
    const told = heard.slice(3).map((news) => {
      if (news.kind !== 'read') return news.kind;
      return news.parsed?.kind === 'report' ? news.parsed.report.nodes[0]?.nodeId : 'other';
    });
    expect(told).to.deep.equal(['unread', 'other', 'b', 'unread']);
  });

  it('begins its handshake when the worker is there and a token was found', async () => {
    let give: (protocols: string[]) => void = () => undefined;
    const protocols = new Promise<string[]>((resolve) => (give = resolve));
    const steps: string[] = [];
    const socket = socketsIn(WORKER)(
      page.service.wsUrl,
      {
        opening: () => steps.push('opening'),
        opened: () => steps.push('opened'),
        message: () => undefined,
        ended: () => undefined,
      },
      {
        protocols: () => {
          steps.push('asked');
          return protocols;
        },
        hide: (text) => text,
      },
    );
    await until(() => steps.length === 1, 'the first step');
    give([]);
    await until(() => steps.includes('opened'), 'it is open');
    socket.end();
    expect(steps).to.deep.equal(['asked', 'opening', 'opened']);
  });

  it('tells the close code and the reason of the other side', async () => {
    const { seen } = open();
    await until(() => seen.opened === 1, 'it is open');
    await page.service.control('closeSockets', { code: 4401, reason: 'sign in' });
    await until(() => seen.ends.length === 1, 'its end');
    expect(seen.ends).to.deep.equal([{ kind: 'closed', code: 4401, reason: 'sign in' }]);
  });

  it('fails once where the handshake is refused, and is "blocked" where the browser refuses', async () => {
    await page.service.control('refuseUpgrade', { status: 403 });
    const refused = open();
    await until(() => refused.seen.ends.length === 1, 'it is refused');
    expect(refused.seen.ends).to.deep.equal([{ kind: 'failed' }]);
    expect((await page.service.seen()).handshakes, 'and it does not try again').to.equal(1);
    const blocked = open(undefined, 'ws://127.0.0.1:99999/ws');
    await until(() => blocked.seen.ends.length === 1, 'it is blocked');
    expect(blocked.seen.ends[0]).to.include({ kind: 'blocked' });
  });

  it('that was ended before it existed never opens; one that was ended tells nothing more', async () => {
    const first = open();
    first.socket.end();
    const second = open();
    await until(() => second.seen.messages.length === 1, 'a message');
    expect((await page.service.seen()).handshakes).to.equal(1);
    expect(first.seen).to.deep.equal({ opened: 0, messages: [], ends: [] });
    second.socket.end();
    await until(async () => (await page.service.seen()).sockets === 0, 'no open socket');
    expect(second.seen.ends).to.deep.equal([]);
  });

  const module = (code: string): string =>
    URL.createObjectURL(new Blob([code], { type: 'text/javascript' }));

  it('that was ended is not heard, whatever its worker still says', async () => {
    const channel = new BroadcastChannel('last-words');
    const lastWords = new Promise((resolve) => {
      channel.onmessage = resolve;
    });
    const talkative = module(`
      postMessage({ kind: 'ready', version: '${VERSION}' });
      onmessage = ({ data: { kind } }) => {
        if (kind === 'open') postMessage({ kind: 'opened' });
        if (kind !== 'end') return;
        postMessage({ kind: 'unread', data: 'pong' });
        postMessage({ kind: 'ended', end: { kind: 'failed' } });
        new BroadcastChannel('last-words').postMessage('said');
      };`);
    const { socket, seen } = open(socketsIn(talkative));
    await until(() => seen.opened === 1, 'it is open');
    socket.end();
    await lastWords;
    channel.close();
    await page.service.seen(); // long enough for all that was said before
    expect(seen).to.deep.equal({ opened: 1, messages: [], ends: [] });
  });

  it('has timed out where the worker says nothing of the handshake', async () => {
    const mute = module(`
      postMessage({ kind: 'ready', version: '${VERSION}' });
      onmessage = () => postMessage({ kind: 'unread', data: 'asked' });`);
    const clock = sinon.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { seen } = open(socketsIn(mute));
    await new Promise((resolve) => {
      sinon.replace(seen.messages, 'push', (data) => {
        resolve(data);
        return 1;
      });
    });
    clock.tick(15_999);
    expect(seen.ends).to.deep.equal([]);
    clock.tick(1);
    expect(seen.ends).to.deep.equal([{ kind: 'timeout' }]);
  });

  it('is in a worker again where the one before could not be loaded', async () => {
    let isAway = true;
    const { Worker } = window;
    class Loaded extends Worker {
      constructor(address: string | URL, options?: WorkerOptions) {
        super(isAway ? '/no-such-worker.js' : address, options);
      }
    }
    sinon.replace(window, 'Worker', Loaded);
    const openSocket = socketsIn(WORKER);
    const first = open(openSocket);
    await until(() => first.seen.messages.length === 1, 'a frame');
    expect(first.seen.messages[0]).to.be.a('string');
    isAway = false;
    const next = open(openSocket);
    await until(() => next.seen.messages.length === 1, 'a frame');
    expect(next.seen.messages[0]).to.be.instanceOf(ReadFrame);
  });

  /** What a page with such a policy says, whose script has `open`, which gives the first message of a new socket. */
  async function heardUnder(policy: string, script: string): Promise<unknown> {
    const frame = document.createElement('iframe');
    const heard = new Promise((resolve) => {
      addEventListener('message', ({ data }) => resolve(data), { once: true });
    });
    frame.srcdoc = `
      <meta http-equiv="content-security-policy" content="${policy}">
      <script type="module">
        import { socketsIn } from '${new URL('/src/connection/worker-socket.ts', location.href).href}';
        const faults = [];
        addEventListener('securitypolicyviolation', ({ effectiveDirective }) => faults.push(effectiveDirective));
        const nothing = () => undefined;
        const openSocket = socketsIn('${new URL(WORKER, location.href).href}');
        const open = () => new Promise((message) =>
          openSocket('${page.service.wsUrl}', { opened: nothing, ended: nothing, message }));
        ${script}
      </script>`;
    document.body.append(frame);
    const said = await heard;
    frame.remove();
    return said;
  }

  it('is in a worker on a page that wants trusted types', async () => {
    const said = await heardUnder(
      "require-trusted-types-for 'script'; trusted-types castray-worker",
      'parent.postMessage({ type: typeof await open(), faults })',
    );
    expect(said).to.deep.equal({ type: 'object', faults: [] });
  });

  it("is the page's own from then on where its policy allows no worker, which it says once", async () => {
    const said = await heardUnder(
      "worker-src 'none'",
      'parent.postMessage({ types: [typeof await open(), typeof await open(), typeof await open()], faults })',
    );
    const types = ['string', 'string', 'string'];
    expect(said).to.deep.equal({ types, faults: ['worker-src'] });
  });

  for (const [what, address] of [
    ['is not there', '/src/connection/no-such-worker.js'],
    ['is no script', '/package.json'],
    ['is of another origin', 'https://localhost:1/castray-worker.js'],
    [
      'is of no origin',
      `data:text/javascript,postMessage({ kind: 'ready', version: '${VERSION}' })`,
    ],
    ['is of another version', module(`postMessage({ kind: 'ready', version: '0.0.0' })`)],
    ['breaks', module('throw new Error()')],
    ['has a policy of its own', `${WORKER}?policy=connect-src 'none'`],
  ] as const) {
    it(`is the page's own where the worker ${what}`, async () => {
      const openSocket = socketsIn(address);
      const { socket, seen } = open(openSocket);
      await until(() => seen.messages.length === 1, 'a message');
      expect(seen.messages[0]).to.be.a('string').that.contains('cluster_status');
      socket.send('ping');
      await until(() => seen.messages.includes('pong'), 'the pong');
      const next = open(openSocket);
      await until(() => next.seen.messages.length === 1, 'a message');
      expect(next.seen.messages[0], 'from then on').to.be.a('string');
    });
  }
});
