import { expect } from '@open-wc/testing';
import { Access } from '../../../src/connection/access.js';
import { startService, type TestService } from '../../support/castray.js';
import { ClusterStore } from '../../../src/store/cluster-store.js';
import { GRACE } from '../../../src/store/client-registry.js';
import { storeConfig } from '../../support/store.js';
import { examine, Practice } from '../../support/doctor.js';
import { startNetwork } from '../../support/tcp.js';
import { until } from '../../support/wait.js';

const STATUS = '/api/status';

describe('what the doctor finds of the services', () => {
  let service: TestService;
  let apiBase: string;

  before(async () => {
    service = await startService({ churn: false, frameInterval: 100, fileServer: true });
    ({ apiBase } = service);
  });
  afterEach(async () => {
    await service.control('reset');
    await service.control('up');
  });

  it('is nothing where all is well, with the time that each took', async () => {
    const settings = { apiBase, fileServerUrl: service.filesUrl! };
    const practice = await examine(settings);
    const { last } = practice;
    const odd = last.checks.filter(({ state }) => state !== 'passed').map(({ id }) => id);
    expect(odd).to.deep.equal([]);
    expect(last.cause).to.equal(undefined);
    expect(last.isComplete).to.equal(true);
    expect(practice.verdict('files')).to.equal('passed link-only not-readable');
    expect(practice.verdict('wsUrl')).to.equal('passed derived');
    expect(practice.check('status').address).to.equal(apiBase);
    for (const id of ['status', 'dashboard', 'handshake', 'frame', 'files'] as const) {
      expect(practice.check(id).durationMs, id).to.be.a('number');
    }
    expect(
      practice.told[0]!.checks.filter(({ state }) => state === 'running'),
    ).to.have.lengthOf.above(8);
  });

  it('is a service that is down', async () => {
    await service.control('down');
    const practice = await examine({ apiBase });
    expect(practice.verdict('status')).to.equal('failed problem unreachable');
    expect(practice.verdict('handshake')).to.equal('failed problem socket-refused');
    expect(practice.check('handshake').durationMs, 'the time until then').to.equal(0);
    expect(practice.verdict('frame')).to.equal('skipped fine');
    expect(practice.verdict('ray')).to.equal('skipped fine');
    expect(practice.verdict('ports')).to.equal('skipped fine');
    expect(practice.last.cause?.id).to.equal('status');
  });

  for (const [what, override, verdict] of [
    [
      'HTML instead of JSON',
      { contentType: 'text/html', body: '<p>hello' },
      'failed problem not-json',
    ],
    ['another service’s JSON', { body: { hello: 1 } }, 'failed problem not-castray'],
    ['401', { status: 401, body: {} }, 'failed problem unauthorized'],
    ['403', { status: 403, body: {} }, 'failed problem unauthorized'],
    [
      '502 of a proxy',
      { status: 502, contentType: 'text/html', body: '' },
      'failed problem http-status',
    ],
    ['no CORS headers', { body: {}, cors: false }, 'failed problem not-readable'],
  ] as const) {
    it(`is ${what} at the address of REST`, async () => {
      await service.control('status', { path: STATUS, ...override });
      const practice = await examine({ apiBase });
      expect(practice.verdict('status')).to.equal(verdict);
      expect(practice.last.checks.some(({ state }) => state === 'failed')).to.equal(true);
      expect(practice.verdict('handshake'), 'the WebSocket is well').to.equal('passed fine');
    });
  }

  for (const [what, override, verdict] of [
    ['service', { status: 404, body: {} }, 'failed wrong-path http-status'],
    [
      'file server',
      { status: 404, contentType: 'text/html', body: '' },
      'failed problem not-castray',
    ],
  ] as const) {
    it(`is the 404 of a ${what}, unless the figures are there, which show the address to be right`, async () => {
      await service.control('refuseUpgrade', { status: 404 });
      await service.control('status', { path: STATUS, ...override });
      const right = await examine({ apiBase });
      expect(right.verdict('status')).to.match(/^warned no-status/);
      expect(right.verdict('dashboard')).to.equal('passed fine');
      expect(right.verdict('ports')).to.equal('passed fine');
      expect(right.last.cause?.id, 'what is left').to.equal('handshake');
      await service.control('rest', override);
      expect((await examine({ apiBase })).verdict('status')).to.equal(verdict);
    });
  }

  it('is a REST that takes long: said over 100 ms, a warning over 2 s', async () => {
    for (const [ms, verdict] of [
      [99, 'passed fine'],
      [101, 'passed slow'],
      [2001, 'warned slow'],
    ] as const) {
      await service.control('stall', { ms: null });
      await service.control('forget');
      const practice = new Practice({ apiBase });
      const done = practice.doctor.run();
      await until(async () => (await service.seen()).requests[STATUS] === 1, 'the request');
      practice.made.clock.advance(ms);
      await service.control('stall', { ms: 0 });
      await done;
      expect(practice.verdict('status'), `${ms} ms`).to.equal(verdict);
      expect(practice.check('status').durationMs).to.equal(ms);
    }
  });

  it('is a service that never answers', async () => {
    await service.control('stall', { ms: null });
    await service.control('forget');
    const practice = new Practice({ apiBase });
    const done = practice.doctor.run();
    await until(async () => (await service.seen()).requests[STATUS] === 1, 'the request');
    practice.made.clock.advance(20_000);
    await done;
    expect(practice.verdict('status')).to.equal('failed problem timeout');
    expect(practice.verdict('handshake')).to.equal('failed problem socket-timeout');
    expect(practice.check('handshake').durationMs).to.equal(20_000);
  });

  it('is a proxy that passes no upgrade', async () => {
    const network = await startNetwork(service);
    await network.control('noUpgrade', { status: 502 });
    const practice = await examine({ apiBase: network.apiBase });
    expect(practice.verdict('status')).to.equal('passed fine');
    expect(practice.verdict('handshake')).to.equal('failed no-upgrade socket-refused');
    expect(practice.last.cause?.finding).to.equal('no-upgrade');
  });

  it('is a WebSocket that opens and stays silent', async () => {
    await service.control('silent');
    await service.control('forget');
    const practice = new Practice({ apiBase });
    const done = practice.doctor.run();
    await until(async () => (await service.seen()).sockets === 1, 'the socket');
    await until(() => practice.verdict('dashboard').startsWith('passed'), 'REST');
    practice.made.clock.advance(20_000);
    await done;
    expect(practice.verdict('handshake')).to.equal('passed fine');
    expect(practice.verdict('frame')).to.equal('failed no-frame socket-timeout');
    expect(practice.check('frame').durationMs).to.equal(20_000);
    await until(async () => (await service.seen()).sockets === 0, 'closed again');
  });

  it('opens no second socket beside one that delivers', async () => {
    await service.control('forget');
    const practice = new Practice({ apiBase });
    const { store } = practice.made;
    store.attach();
    await until(() => store.state.connection.phase === 'live', 'live');
    const done = practice.doctor.run();
    await until(() => {
      practice.made.clock.advance(20); // the last news may have been of REST: to the next commit
      return practice.last.isComplete;
    }, 'all checks');
    await done;
    expect(practice.verdict('handshake')).to.equal('passed fine');
    expect(practice.verdict('frame')).to.equal('passed fine');
    expect(practice.verdict('sameNodes')).to.equal('passed fine');
    expect((await service.seen()).handshakes).to.equal(1);
    practice.made.dispose();
  });

  it('opens none beside that of another provider either, while its own rests', async () => {
    await service.control('forget');
    const practice = new Practice({ apiBase });
    const { clock, registry, store } = practice.made;
    const config = storeConfig({ apiBase });
    const other = new ClusterStore({ config, clock, registry });
    other.attach();
    store.attach();
    store.pause();
    await until(() => other.state.connection.phase === 'live', 'live');
    const done = practice.doctor.run();
    await until(() => {
      clock.advance(20); // to the next commit
      return practice.last.isComplete;
    }, 'all checks');
    await done;
    for (const id of ['handshake', 'frame', 'sameNodes'] as const)
      expect(practice.verdict(id), id).to.equal('passed fine');
    expect(await service.seen()).to.include({ handshakes: 1, sockets: 1 });
    expect(store.state.connection.phase).to.equal('paused');
    other.detach();
    clock.advance(GRACE);
    await until(async () => (await service.seen()).sockets === 0, 'nobody holds it');
    expect(clock.pending).to.equal(0);
  });

  it('is an older CastRay, or another service, whose messages hold no cluster', async () => {
    await service.control('hold');
    await service.control('frame', { type: 'status_update', data: { total_nodes: 3 } });
    const practice = new Practice({ apiBase });
    const done = practice.doctor.run();
    await service.control('forget');
    await until(async () => (await service.seen()).sockets === 1, 'the socket');
    await until(() => practice.verdict('dashboard').startsWith('passed'), 'REST');
    // by the last of them, the first has long come
    for (let n = 0; n < 20; n += 1) {
      await service.control('frame', { type: 'status_update', data: { total_nodes: n } });
    }
    practice.made.clock.advance(20_000);
    await done;
    expect(practice.verdict('frame')).to.equal('failed other-frames socket-timeout');
  });

  /** The connection has a socket of its own, which has sent nothing yet; REST has answered. */
  async function examineBesideSilentSocket(
    circumstances?: ConstructorParameters<typeof Practice>[1],
  ): Promise<{ practice: Practice; done: Promise<void> }> {
    await service.control('silent');
    await service.control('forget');
    const practice = new Practice({ apiBase }, circumstances);
    practice.made.store.attach();
    await until(async () => (await service.seen()).sockets === 1, 'its own socket');
    const done = practice.doctor.run();
    await until(() => practice.verdict('dashboard').startsWith('passed'), 'REST');
    return { practice, done };
  }

  it('watches a socket of the connection’s own that still opens, and opens no second one', async () => {
    const { practice, done } = await examineBesideSilentSocket();
    await service.control('silent', false);
    await until(() => {
      practice.made.clock.advance(20); // to the next commit
      return practice.last.isComplete;
    }, 'all checks');
    await done;
    expect(practice.verdict('frame')).to.equal('passed fine');
    expect(practice.verdict('sameNodes')).to.equal('passed fine');
    expect(await service.seen()).to.include({ handshakes: 1, maxSockets: 1 });
    practice.made.dispose();
  });

  it('says of its own socket that it is silent, without a second one', async () => {
    const { practice, done } = await examineBesideSilentSocket();
    await practice.made.committed();
    practice.made.clock.advance(20_000);
    await done;
    expect(practice.verdict('handshake')).to.equal('passed fine');
    expect(practice.verdict('frame')).to.equal('failed no-frame socket-timeout');
    expect(practice.check('frame').durationMs).to.be.within(20_000, 20_250);
    expect(await service.seen()).to.include({ handshakes: 1 });
    practice.made.dispose();
  });

  it('leaves nothing behind where it is stopped', async () => {
    await service.control('silent');
    await service.control('forget');
    const settings = { apiBase, fileServerUrl: service.filesUrl! };
    const practice = new Practice(settings, { services: { rayApiBase: apiBase } });
    const done = practice.doctor.run();
    await until(async () => (await service.seen()).sockets === 1, 'the socket');
    await service.control('stall', { ms: null });
    practice.doctor.stop();
    await done;
    expect(practice.last.isComplete).to.equal(false);
    expect(practice.made.clock.pending).to.equal(0);
    await until(async () => (await service.seen()).sockets === 0, 'closed');
  });

  it('ends with it what it asks of the page’s other services, and what it waits for', async () => {
    const other = await startService();
    await other.control('stall', { ms: null });
    const { practice, done } = await examineBesideSilentSocket({
      services: { rayApiBase: other.apiBase },
      checksServices: true,
    });
    await until(async () => (await other.seen()).paths['/']?.active === 1, 'a question');
    practice.doctor.stop();
    await done;
    await until(async () => (await other.seen()).paths['/']?.active === 0, 'it is ended');
    practice.made.dispose();
    await other.stop();
  });

  it('goes over to the connection’s own socket where that is tried meanwhile', async () => {
    await service.control('refuseUpgrade', { status: 403 });
    const practice = new Practice({ apiBase });
    const { store, clock } = practice.made;
    store.attach();
    await until(() => store.state.connection.attempt === 1, 'a failed attempt');
    await service.control('refuseUpgrade', { status: 'never' });
    await service.control('forget');
    const done = practice.doctor.run();
    await until(async () => (await service.seen()).handshakes === 1, 'a socket of the doctor’s');
    await service.control('refuseUpgrade', null);
    clock.advance(store.state.connection.nextAttemptAt! - clock.now());
    await until(() => {
      clock.advance(20); // to the next commit
      return practice.last.isComplete;
    }, 'all checks');
    await done;
    expect(practice.verdict('handshake')).to.equal('passed fine');
    expect(practice.verdict('frame')).to.equal('passed fine');
    expect((await service.seen()).handshakes).to.equal(2);
    practice.made.dispose();
  });

  it('is a WebSocket whose frames nobody can read', async () => {
    await service.control('hold');
    await service.control('frame', { type: 'status_update' });
    await service.control('forget');
    const practice = new Practice({ apiBase });
    const done = practice.doctor.run();
    await until(async () => (await service.seen()).sockets === 1, 'the socket');
    await service.control('frame', 'junk');
    await done;
    expect(practice.verdict('frame')).to.equal('failed problem bad-frame');
  });

  it('tells the token to nobody but the address that it was given for', async () => {
    const others = await Promise.all([startService(), startService(), startService()]);
    const [rest, files, ray] = others.map((one) => one.apiBase);
    await others[0].control('status', { path: STATUS, status: 500, body: {} });
    const practice = new Practice(
      { apiBase: rest!, fileServerUrl: files! },
      { services: { rayApiBase: ray }, checksServices: true },
    );
    practice.made.configure({ access: new Access('secret-token') });
    await practice.doctor.run();
    const told = await Promise.all(
      others.map(async (one) => (await one.seen()).paths[STATUS]!.authorizations),
    );
    expect(told).to.deep.equal([['Bearer secret-token'], [], []]);
    await Promise.all(others.map((one) => one.stop()));
  });

  it('asks each address once, though it stands in two settings', async () => {
    await service.control('forget');
    await examine({ apiBase, fileServerUrl: apiBase });
    expect((await service.seen()).requests[STATUS]).to.equal(1);
  });

  it('counts no time that the page’s own function for a token takes', async () => {
    const later = (clock: { advance(ms: number): void }) => () => {
      clock.advance(5000);
      return 'secret-token';
    };
    const practice = new Practice({ apiBase });
    practice.made.configure({ access: new Access(later(practice.made.clock)) });
    await practice.doctor.run();
    for (const id of ['status', 'dashboard', 'handshake'] as const) {
      expect(practice.check(id).durationMs, id).to.equal(0);
    }
  });

  it('is a file server that is down, or that the page may read', async () => {
    const gone = await examine({ apiBase, fileServerUrl: 'http://127.0.0.1:1' });
    expect(gone.verdict('files')).to.equal('failed not-reachable unreachable');
    const other = await startService({});
    const html = { status: 404, contentType: 'text/html', body: '' };
    await other.control('status', { path: STATUS, ...html });
    const readable = await examine({ apiBase, fileServerUrl: other.apiBase });
    expect(readable.verdict('files')).to.equal('passed fine not-castray');
    await other.stop();
  });

  it('is whether the page’s other services answer, where the page wants to know', async () => {
    const services = { vehicleAgentUrl: service.filesUrl, frontendBase: 'http://127.0.0.1:1' };
    const quiet = await examine({ apiBase }, { services });
    expect(quiet.check('service.vehicleAgentUrl')).to.equal(undefined);
    const asked = await examine({ apiBase }, { services, checksServices: true });
    expect(asked.verdict('service.vehicleAgentUrl')).to.equal('passed fine');
    expect(asked.verdict('service.frontendBase')).to.equal('failed not-reachable');
    expect(asked.verdict('service.rayApiBase')).to.equal('skipped fine');
    const page = { refused: ['http://127.0.0.1:1'] };
    const forbidden = await examine({ apiBase }, { services, checksServices: true, page });
    expect(forbidden.verdict('service.frontendBase')).to.equal('failed blocked');
    const rayApiBase = 'http://user:secret@127.0.0.1:8265';
    for (const [given, shown] of [
      ['127.0.0.1:8265', '127.0.0.1:8265'],
      [rayApiBase, 'http://…@127.0.0.1:8265'],
    ]) {
      const wrong = await examine(
        { apiBase },
        { services: { rayApiBase: given }, checksServices: true },
      );
      expect(wrong.verdict('service.rayApiBase')).to.equal('failed not-reachable');
      expect(wrong.check('service.rayApiBase').address).to.equal(shown);
      expect(wrong.made.requests.filter((url) => url.includes('8265'))).to.deep.equal([]);
    }
  });

  it('is a word instead of an address, and no path of the page, whose own 404 is no service either', async () => {
    const services = {
      vehicleAgentUrl: 'vehicle-host',
      pixelStreamingUrl: 'not a url',
      rayApiBase: '/no/such/service',
      wsUrl: './no-such-socket',
      frontendBase: '/',
    };
    const practice = await examine({ apiBase }, { services, checksServices: true });
    const verdicts = Object.keys(services).map((key) => {
      const id = `service.${key as keyof typeof services}` as const;
      return `${practice.verdict(id)} ${practice.check(id).address}`;
    });
    const { origin } = location;
    const below = new URL('no-such-socket', document.baseURI).href.replace(/\?.*/, '');
    expect(verdicts).to.deep.equal([
      'failed not-reachable vehicle-host',
      'failed not-reachable not a url',
      `failed wrong-path ${origin}/no/such/service`,
      `failed wrong-path ${below}`,
      `passed fine ${origin}`,
    ]);
  });
});
