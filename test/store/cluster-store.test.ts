import { expect } from '@open-wc/testing';
import type { Problem } from '../../src/connection/problem.js';
import { GRACE } from '../../src/store/client-registry.js';
import { HIDDEN_LIMIT } from '../../src/store/cluster-store.js';
import { startService, type TestService } from '../support/castray.js';
import { makeStore, type MadeStore } from '../support/store.js';
import { until } from '../support/wait.js';
import { dashboardRequests } from '../support/witness.js';
import { wireNode, wireNodes } from '../support/wire.js';

describe('the store of a provider', () => {
  let service: TestService;
  let made: MadeStore;
  const phase = async (wanted: string) => {
    await until(() => made.store.state.connection.phase === wanted, `is ${wanted}`);
  };
  const sockets = async (count: number) => {
    await until(async () => (await service.seen()).sockets === count, `has ${count} sockets`);
  };
  const snapshot = () => made.store.state.snapshot!;

  async function startLive() {
    made = makeStore({ apiBase: service.apiBase });
    made.store.attach();
    await phase('live');
  }

  before(async () => {
    service = await startService({ churn: false, frameInterval: 600_000 });
  });
  beforeEach(async () => {
    await service.control('reset');
    await service.control('nodes', wireNodes(3));
    await service.control('forget');
  });
  afterEach(async () => {
    made.dispose();
    await sockets(0);
  });

  it('shows the cluster once its provider is in the page', async () => {
    made = makeStore({ apiBase: service.apiBase, label: 'North' });
    expect(made.store.state).to.include({ label: 'North', snapshot: undefined });
    made.store.attach();
    expect(made.store.state.connection.phase).to.equal('connecting');
    await phase('live');
    expect(snapshot().nodes).to.have.length(3);
    expect(Object.isFrozen(made.store.state)).to.be.true;
  });

  it('keeps figures and nodes through a pause, in which nothing is open or asked for', async () => {
    await startLive();
    await made.complete();
    const { nodes } = snapshot();
    await service.control('forget');
    made.store.pause();
    expect(made.store.state.connection).to.include({ phase: 'paused', nextAttemptAt: undefined });
    await sockets(0);
    await made.store.refresh();
    made.store.reconnect();
    const since = made.clock.now();
    made.clock.advance(3_600_000);
    made.configure({ label: 'North' });
    const lastDataAt = snapshot().receivedAt;
    expect(made.store.state.connection).to.include({ since, lastDataAt });
    expect(snapshot().nodes).to.equal(nodes);
    expect(await service.seen()).to.deep.include({ handshakes: 0, requests: {} });
    made.store.resume();
    await phase('live');
    expect(snapshot().nodes).to.equal(nodes);
    expect(snapshot().receivedAt).to.equal(made.clock.now());
  });

  it('shows what has come before it pauses', async () => {
    await startLive();
    await made.committed();
    await service.control('nodes', [wireNode(1)]);
    await service.control('binary', ''); // its problem is told at once: all before it has come
    await until(() => made.problems.length === 1, 'a problem');
    made.store.pause();
    expect(snapshot().nodes).to.have.length(1);
  });

  it('keeps its socket while it is moved in the page, and closes it 5 s after it left', async () => {
    await startLive();
    await made.committed();
    const before = snapshot();
    made.store.detach();
    made.store.attach();
    made.clock.advance(GRACE);
    expect(made.store.state.connection.phase).to.equal('live');
    expect(snapshot(), 'nothing is shown anew').to.equal(before);
    expect(await service.seen()).to.include({ handshakes: 1, sockets: 1 });
    made.store.detach();
    made.clock.advance(GRACE - 1);
    expect(await service.seen()).to.include({ sockets: 1 });
    made.clock.advance(1);
    await sockets(0);
    expect(made.clock.pending).to.equal(0);
  });

  it('gives its socket back when the page was hidden for 300 s, and takes it up again', async () => {
    await startLive();
    made.store.setHidden(true);
    const ten = HIDDEN_LIMIT - 10_000;
    made.clock.advance(ten);
    await service.control('step');
    await until(() => snapshot().receivedAt === made.clock.now(), 'a snapshot of now');
    made.clock.advance(9999);
    expect(made.store.state.connection.phase).not.to.equal('paused');
    made.clock.advance(1);
    expect(made.store.state.connection.phase).to.equal('paused');
    await sockets(0);
    made.store.setHidden(false);
    await phase('live');
  });

  it('does not count the time before it was shown in between', async () => {
    await startLive();
    made.store.setHidden(true);
    made.clock.advance(HIDDEN_LIMIT - 1);
    made.store.setHidden(false);
    made.store.setHidden(true);
    made.clock.advance(HIDDEN_LIMIT - 1);
    expect(made.store.state.connection.phase).to.not.equal('paused');
    made.clock.advance(1);
    expect(made.store.state.connection.phase).to.equal('paused');
  });

  it('closes its socket at once when the page is put away', async () => {
    await startLive();
    made.store.freeze();
    await sockets(0);
    made.store.setHidden(false);
    await phase('live');
    expect(await service.seen()).to.include({ handshakes: 2, maxSockets: 1 });
  });

  it('keeps its socket in a hidden and in a frozen page where it is told to', async () => {
    await startLive();
    made.configure({ keepAlive: true });
    made.store.setHidden(true);
    made.clock.advance(HIDDEN_LIMIT);
    made.store.freeze();
    expect(made.store.state.connection.phase).to.not.equal('paused');
    await sockets(1);
  });

  it('takes its socket back where it is told to keep it while the page is hidden', async () => {
    await startLive();
    made.store.freeze();
    await sockets(0);
    made.configure({ keepAlive: true });
    await phase('live');
    made.configure({ keepAlive: false });
    made.store.freeze();
    await sockets(0);
  });

  it('gives its socket back where it is told so after the page has been hidden for long', async () => {
    await startLive();
    made.configure({ keepAlive: true });
    made.store.setHidden(true);
    made.clock.advance(HIDDEN_LIMIT);
    await sockets(1);
    made.configure({ keepAlive: false });
    await sockets(0);
    expect(made.store.state.connection.phase).to.equal('paused');
    made.store.setHidden(false);
    await phase('live');
  });

  it('stays paused when a hidden page is shown', async () => {
    await startLive();
    made.store.pause();
    made.store.setHidden(true);
    made.store.setHidden(false);
    expect(made.store.state.connection.phase).to.equal('paused');
  });

  it('has what REST says as soon as a refresh is done, unless it was paused meanwhile', async () => {
    await startLive();
    await made.complete();
    const answers = (count: number) =>
      service.control('rest', { body: { result: true, data: { nodes: wireNodes(count) } } });
    for (const count of [4, 5]) {
      await answers(count);
      await made.store.refresh();
      expect(snapshot().nodes).to.have.length(count);
    }
    await answers(6);
    const refreshing = made.store.refresh();
    made.store.pause();
    await refreshing;
    expect(snapshot().nodes).to.have.length(5);
  });

  it('calls what is old old as soon as the page comes back', async () => {
    await startLive();
    made.clock.sleep(8 * 3_600_000);
    made.store.wake();
    expect(made.store.state.connection.phase).to.equal('stale');
  });

  it('reads the figures anew where their meaning is changed, without asking again', async () => {
    await startLive();
    await until(async () => (await dashboardRequests(service)) === 1, 'a request of REST');
    await made.committed();
    expect(snapshot().nodes[0]!.memoryPercent).to.equal(40);
    made.configure({ memoryFigure: 'used' });
    expect(snapshot().nodes[0]!.memoryPercent).to.equal(60);
    expect(await service.seen()).to.deep.include({
      handshakes: 1,
      requests: { '/api/ray-dashboard': 1 },
    });
  });

  it('hears of problems, each once, while one listener throws', async () => {
    await startLive();
    const heard: Problem[] = [];
    const leaving = new AbortController();
    made.store.onProblem((problem) => heard.push(problem), { signal: leaving.signal });
    const others: Problem[] = [];
    const end = made.store.onProblem((problem) => others.push(problem));
    await service.control('frame', 'junk');
    await service.control('frame', 'junk');
    await until(
      () => made.store.state.connection.droppedFrames === 1 || heard.length > 0,
      'the frame, dropped or heard',
    );
    await service.control('binary', '');
    await until(() => made.problems.length === 2, 'two problems');
    expect(heard.map(({ detail }) => detail)).to.deep.equal(['not-json', 'binary']);
    leaving.abort();
    end();
    await service.control('drop');
    await until(() => made.problems.length === 3, 'three problems');
    expect([heard.length, others.length]).to.deep.equal([2, 2]);
  });
});
