import { expect } from '@open-wc/testing';
import { startService, type TestService } from '../support/castray.js';
import { makeStore, type MadeStore } from '../support/store.js';
import { until } from '../support/wait.js';
import { wireNodes } from '../support/wire.js';

describe("a store's addresses", () => {
  let north: TestService;
  let south: TestService;
  let made: MadeStore;
  const phase = async (wanted: string) => {
    await until(() => made.store.state.connection.phase === wanted, `is ${wanted}`);
  };
  const nodes = () => made.store.state.snapshot?.nodes.length;

  before(async () => {
    [north, south] = await Promise.all([
      startService({ churn: false, frameInterval: 600_000 }),
      startService({ churn: false, frameInterval: 600_000 }),
    ]);
    await north.control('nodes', wireNodes(3));
    await south.control('nodes', wireNodes(7));
  });
  beforeEach(async () => {
    await north.control('forget');
    await south.control('forget');
  });
  afterEach(async () => {
    made.dispose();
    for (const service of [north, south]) {
      await until(async () => (await service.seen()).sockets === 0, 'no open socket');
    }
  });

  it('may be none: nothing is asked of anybody, and the phase says so', () => {
    made = makeStore({});
    made.store.attach();
    made.clock.advance(3_600_000);
    expect(made.store.state.connection).to.include({ phase: 'unconfigured', lastError: undefined });
    expect(made.requests).to.deep.equal([]);
    expect(made.clock.pending).to.equal(0);
  });

  it('are told as a problem where they are bad, once for as long as they are', () => {
    made = makeStore({});
    made.store.attach();
    made.configure({ apiBase: 'javascript:alert(1)' });
    made.configure({ apiBase: 'javascript:alert(1)', label: 'North' });
    expect(made.problems).to.have.length(1);
    expect(made.problems[0]).to.include({
      code: 'bad-address',
      field: 'api-base',
      detail: 'scheme',
      address: 'javascript:alert(1)',
    });
    const { connection, configProblems } = made.store.state;
    expect(connection).to.include({ phase: 'unconfigured', lastError: made.problems[0] });
    expect(configProblems).to.deep.equal(made.problems);
    expect(made.requests).to.deep.equal([]);
  });

  it('are known as bad from the start, too', () => {
    made = makeStore({ apiBase: 'http://a:b@host' });
    expect(made.store.state.configProblems).to.have.length(1);
    expect(made.store.state.connection.phase).to.equal('unconfigured');
  });

  it('keep the last figures where they become bad, and go on with them when they are good', async () => {
    made = makeStore({ apiBase: north.apiBase });
    made.store.attach();
    await phase('live');
    await made.complete();
    const before = made.store.state.snapshot!;
    made.configure({ apiBase: 'data:,x' });
    expect(made.store.state.connection.phase).to.equal('unconfigured');
    expect(made.store.state.snapshot).to.equal(before);
    await until(async () => (await north.seen()).sockets === 0, 'no open socket');
    made.configure({ apiBase: north.apiBase });
    await phase('live');
    expect(made.store.state.snapshot!.nodes).to.equal(before.nodes);
  });

  it('of another worker have the connection made anew, and keep the figures', async () => {
    made = makeStore({ apiBase: north.apiBase });
    made.store.attach();
    await phase('live');
    await made.complete();
    const before = made.store.state.snapshot!;
    made.configure({ worker: new URL('/src/connection/castray-worker.ts', location.href).href });
    expect(made.store.state.snapshot).to.equal(before);
    expect(made.store.state.connection.phase).to.equal('connecting');
    await until(async () => (await north.seen()).handshakes === 2, 'another handshake');
    await until(async () => (await north.seen()).sockets === 1, 'one open socket');
  });

  it('of another cluster drop what was known of the last one', async () => {
    made = makeStore({ apiBase: north.apiBase });
    made.store.attach();
    await phase('live');
    expect(nodes()).to.equal(3);
    made.configure({ apiBase: south.apiBase });
    expect(made.store.state.snapshot).to.be.undefined;
    expect(made.store.state.connection.phase).to.equal('connecting');
    await phase('live');
    expect(nodes()).to.equal(7);
    await until(async () => (await north.seen()).sockets === 0, 'no open socket');
  });

  it('do not let figures of the last cluster through that waited to be shown', async () => {
    made = makeStore({ apiBase: north.apiBase });
    made.store.attach();
    await phase('live');
    await north.control('frame', { type: 'cluster_status', data: { nodes: wireNodes(5) } });
    await north.control('binary', '');
    await until(() => made.problems.length === 1, 'a problem');
    made.configure({ apiBase: south.apiBase });
    made.clock.advance(1000);
    expect(nodes()).to.not.equal(5);
    await phase('live');
    await made.committed();
    expect(nodes()).to.equal(7);
    await north.control('nodes', wireNodes(3));
  });

  it('may change ten times a second: the last one wins, and one socket is left', async () => {
    made = makeStore({});
    made.store.attach();
    for (let i = 0; i < 10; i += 1) {
      made.configure({ apiBase: (i % 2 ? north : south).apiBase });
    }
    await phase('live');
    expect(nodes()).to.equal(3);
    expect(await north.seen()).to.include({ sockets: 1, maxSockets: 1 });
    await until(async () => (await south.seen()).sockets === 0, 'no open socket');
  });

  it('that stay the same leave the connection alone', async () => {
    made = makeStore({ apiBase: north.apiBase });
    made.store.attach();
    await phase('live');
    made.configure({ apiBase: `${north.apiBase}/`, label: 'North', staleAfter: 20_000 });
    expect(made.store.state).to.deep.include({ label: 'North' });
    expect(made.store.state.connection.phase).to.equal('live');
    expect(nodes()).to.equal(3);
    expect(await north.seen()).to.include({ handshakes: 1 });
    made.clock.advance(15_000);
    expect(made.store.state.connection.phase, 'its settings count at once').to.equal('live');
  });
});
