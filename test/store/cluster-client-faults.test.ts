import { expect } from '@open-wc/testing';
import { Access } from '../../src/connection/access.js';
import { ClusterClient } from '../../src/store/cluster-client.js';
import { startService, type TestService } from '../support/castray.js';
import { FakeClock } from '../support/fake-clock.js';
import { FakeSockets } from '../support/fake-socket.js';
import { Recorder } from '../support/recorder.js';
import { dashboardRequests } from '../support/witness.js';
import { frameText, wireNode } from '../support/wire.js';
import { waitUntil } from '../support/wait.js';

const WISHES = { pollInterval: 10_000, staleAfter: 10_000 };

describe('where one way or both fail, the client', () => {
  let service: TestService;
  let clock: FakeClock;
  let client: ClusterClient;
  let heard: Recorder;
  let fake: FakeSockets;
  const phase = async (wanted: string) => {
    await waitUntil(() => client.connection.phase === wanted, `is ${wanted}`);
  };
  const nextAttempt = () => {
    clock.advance(client.connection.nextAttemptAt! - clock.now());
  };
  const failedAttempts = async (n: number) => {
    await waitUntil(() => client.connection.attempt === n, `has failed ${n} times`);
  };

  function start({
    isFake = false,
    hasRest = true,
    hasSocket = true,
    access = undefined as Access | undefined,
  } = {}) {
    fake = new FakeSockets();
    client = new ClusterClient({
      apiBase: hasRest ? service.apiBase : undefined,
      wsUrl: hasSocket ? service.wsUrl : undefined,
      clock,
      access,
      ...(isFake ? { openSocket: fake.open } : {}),
    });
    client.subscribe(heard);
    client.start();
  }

  async function startPolling() {
    await service.control('refuseUpgrade', { status: 403 });
    start();
    await waitUntil(() => heard.reports.length === 1);
    for (const n of [1, 2]) {
      await failedAttempts(n);
      nextAttempt();
    }
    await failedAttempts(3);
    await phase('polling');
  }

  beforeEach(async () => {
    // Of its own each time: Firefox lets a page wait longer and longer for an address that failed.
    service = await startService({ churn: false, frameInterval: 600_000 });
    clock = new FakeClock();
    heard = new Recorder();
  });
  afterEach(async () => {
    client.dispose();
    await waitUntil(() => clock.pending === 0, 'no timer is left');
    await service.stop();
  });

  it('polls after three failed handshakes, and says why', async () => {
    await startPolling();
    expect(client.connection.lastError).to.include({ code: 'socket-refused' });
    const before = await dashboardRequests(service);
    clock.advance(12_000);
    await waitUntil(async () => (await dashboardRequests(service)) > before);
  });

  it('tries the socket at most once a minute while it polls', async () => {
    await startPolling();
    nextAttempt();
    await failedAttempts(4);
    expect(client.connection.nextAttemptAt! - clock.now()).to.be.within(60_000, 72_000);
  });

  it('goes back to the socket, and stops polling', async () => {
    await startPolling();
    await service.control('refuseUpgrade', null);
    nextAttempt();
    await phase('live');
    const before = await dashboardRequests(service);
    clock.advance(9000);
    await service.control('step');
    clock.advance(9000);
    await service.control('step');
    await phase('live');
    expect(await dashboardRequests(service)).to.equal(before);
    expect(client.connection).to.include({ attempt: 0 });
  });

  it('polls at once where there is no socket at all', async () => {
    start({ hasSocket: false });
    await phase('polling');
    expect(await dashboardRequests(service)).to.equal(1);
    clock.advance(12_000);
    await waitUntil(() => heard.reports.length === 2);
    expect(client.connection).to.include({ attempt: 0, nextAttemptAt: undefined });
  });

  it('polls at once when the page comes back', async () => {
    start({ hasSocket: false });
    await phase('polling');
    clock.advance(3000);
    client.wake();
    await waitUntil(() => heard.reports.length === 2);
  });

  it('calls polled data stale when the polls fail for long', async () => {
    start({ hasSocket: false });
    await phase('polling');
    await service.control('stall', { ms: null });
    clock.advance(29_999);
    expect(client.connection.phase).to.equal('polling');
    clock.advance(1);
    expect(client.connection.phase).to.not.equal('polling');
    await service.control('stall', { ms: 0 });
  });

  it('goes on asking while the service is down, and finds it when it is back', async () => {
    await service.control('down');
    start();
    await failedAttempts(1);
    expect(client.connection.phase).to.equal('connecting');
    nextAttempt();
    await failedAttempts(2);
    await service.control('up');
    nextAttempt();
    await phase('live');
    expect([...heard.codes].sort()).to.deep.equal(['socket-refused', 'unreachable']);
  });

  it('tries the socket at once when REST answers again', async () => {
    await service.control('rest', { status: 404, body: {} });
    start({ isFake: true });
    await waitUntil(() => heard.codes.includes('http-status'));
    fake.last.events.ended({ kind: 'failed' });
    await service.control('rest', null);
    expect(fake.all).to.have.length(1);
    await client.refresh();
    expect(fake.all).to.have.length(2);
    expect(client.connection.nextAttemptAt).to.be.undefined;
  });

  it('does not probe an open socket because a slow REST answers again', async () => {
    await service.control('rest', { status: 404, body: {} });
    start({ isFake: true });
    fake.last.events.opened();
    fake.last.events.message(frameText([wireNode(1)]));
    await waitUntil(() => heard.codes.includes('http-status'));
    await service.control('rest', null);
    await client.refresh();
    expect(heard.sources).to.include('rest');
    expect(fake.last.sent).to.deep.equal([]);
  });

  it('stops where a sign-in is needed, until it is told to go on', async () => {
    await service.control('rest', { status: 401, body: { detail: 'no' } });
    start({ isFake: true });
    await waitUntil(() => heard.codes.includes('unauthorized'), 'REST is refused');
    fake.last.events.ended({ kind: 'failed' });
    await phase('stopped');
    expect(client.connection.lastError).to.include({ code: 'unauthorized', status: 401 });
    expect(fake.live).to.deep.equal([]);
    clock.advance(600_000);
    client.wake();
    expect(fake.all).to.have.length(1);
    expect(await dashboardRequests(service)).to.equal(1);
    await service.control('rest', null);
    client.reconnect();
    fake.last.events.opened();
    fake.last.events.message(frameText([wireNode(1)]));
    await phase('live');
  });

  it('goes on with a token that came while the last one was being refused', async () => {
    await service.control('rest', { status: 401, body: {} });
    start({ isFake: true, access: new Access('one') });
    client.settings = { ...WISHES, access: new Access('two') };
    await waitUntil(() => fake.all.length === 2, 'tried again');
    await waitUntil(() => heard.codes.includes('unauthorized'), 'REST is refused');
    expect(fake.live).to.have.length(1);
  });

  it('tries another token at once, also before the socket was refused', async () => {
    await service.control('rest', { status: 401, body: {} });
    start({ isFake: true, access: new Access('one') });
    await waitUntil(() => heard.codes.includes('unauthorized'), 'REST is refused');
    client.settings = { ...WISHES, access: new Access('one') };
    client.settings = { ...WISHES, access: new Access('two') };
    await waitUntil(async () => {
      const { '/api/ray-dashboard': rest } = (await service.seen()).paths;
      return String(rest?.authorizations) === 'Bearer one,Bearer two';
    }, 'asked with the other, once');
    expect(fake.all).to.have.length(2);
    expect(heard.phases).not.to.include('stopped');
  });

  it('comes in by the socket where only REST wants a sign-in, and says what REST said', async () => {
    await service.control('rest', { status: 401, body: {} });
    start({ isFake: true });
    await waitUntil(() => heard.codes.includes('unauthorized'), 'REST is refused');
    expect(client.connection).to.include({ phase: 'connecting' });
    expect(client.connection.lastError).to.include({ code: 'unauthorized' });
    fake.last.events.opened();
    fake.last.events.message(frameText([wireNode(1)]));
    expect(client.connection).to.include({ phase: 'live', lastError: undefined });
    expect(heard.phases).not.to.include('stopped');
  });

  it('waits out a restart behind a proxy that guards REST alone', async () => {
    await service.control('rest', { status: 401, body: {} });
    start({ isFake: true });
    await waitUntil(() => heard.codes.includes('unauthorized'), 'REST is refused');
    fake.last.events.opened();
    fake.last.events.message(frameText([wireNode(1)]));
    fake.last.events.ended({ kind: 'closed', code: 1012 });
    for (let n = 0; n < 3; n += 1) {
      nextAttempt();
      fake.last.events.ended({ kind: 'failed' });
    }
    await waitUntil(async () => (await dashboardRequests(service)) === 2, 'REST is asked why');
    await client.refresh();
    nextAttempt();
    fake.last.events.ended({ kind: 'failed' });
    nextAttempt();
    fake.last.events.opened();
    fake.last.events.message(frameText([wireNode(1)]));
    expect(client.connection.phase).to.equal('live');
    expect(heard.phases).not.to.include('stopped');
  });

  it('stops where the sign-in of both has run out', async () => {
    start({ isFake: true });
    await waitUntil(() => heard.reports.length === 1, 'REST is in');
    fake.last.events.opened();
    fake.last.events.message(frameText([wireNode(1)]));
    await service.control('rest', { status: 401, body: {} });
    fake.last.events.ended({ kind: 'failed' });
    for (let n = 0; n < 2; n += 1) {
      nextAttempt();
      fake.last.events.ended({ kind: 'failed' });
    }
    await phase('stopped');
    expect(client.connection.lastError).to.include({ code: 'unauthorized' });
  });

  it('stops where REST, which delivered in the place of a silent socket, wants a sign-in', async () => {
    start({ isFake: true });
    await waitUntil(() => heard.reports.length === 1, 'REST is in');
    for (let n = 0; n < 3; n += 1) {
      fake.last.events.ended({ kind: 'timeout' });
      if (n < 2) nextAttempt();
    }
    await phase('polling');
    await service.control('rest', { status: 401, body: {} });
    await client.refresh();
    expect(client.connection.phase).to.equal('stopped');
  });

  it('keeps a socket that delivers again, whatever REST says then', async () => {
    start({ isFake: true, access: new Access('one') });
    await waitUntil(() => heard.reports.length === 1, 'REST is in');
    for (let n = 0; n < 3; n += 1) {
      fake.last.events.ended({ kind: 'failed' });
      nextAttempt();
    }
    fake.last.events.opened();
    fake.last.events.message(frameText([wireNode(1)]));
    await service.control('rest', { status: 401, body: {} });
    await waitUntil(async () => {
      await client.refresh(); // a poll that was under way may still be answered well
      return heard.codes.includes('unauthorized');
    }, 'REST is refused');
    client.settings = { ...WISHES, access: new Access('two') };
    await client.refresh();
    expect(client.connection.phase).to.equal('live');
    expect(heard.phases).not.to.include('stopped');
    expect(fake.all).to.have.length(4);
  });

  it('does not hold against a reconnect what REST said before it', async () => {
    await service.control('rest', { status: 401, body: {} });
    start({ isFake: true });
    await waitUntil(() => heard.codes.includes('unauthorized'), 'REST is refused');
    await service.control('rest', null);
    client.reconnect();
    fake.last.events.ended({ kind: 'failed' });
    await waitUntil(() => heard.reports.length === 1, 'REST is in');
    expect(heard.phases).not.to.include('stopped');
  });

  it('goes on with a token that came before the socket of the last one was closed', async () => {
    const access = new Access('one');
    start({ isFake: true, access });
    await access.token();
    fake.last.events.opened();
    fake.last.events.message(frameText([wireNode(1)]));
    client.settings = { ...WISHES, access: new Access('two') };
    fake.last.events.ended({ kind: 'closed', code: 4401 });
    await waitUntil(() => fake.all.length === 2, 'opened with the other');
    expect(heard.phases).not.to.include('stopped');
  });

  it('goes on with a token that REST has renewed before the socket of the last one was closed', async () => {
    const given = ['one', 'two', 'two'];
    const access = new Access(() => given.shift());
    start({ isFake: true, access });
    fake.last.events.opened();
    fake.last.events.message(frameText([wireNode(1)]));
    await access.renew(await access.token());
    fake.last.events.ended({ kind: 'closed', code: 4401 });
    await waitUntil(() => fake.all.length === 2, 'opened with the other');
    expect(heard.phases).not.to.include('stopped');
  });

  it('goes on with a token that came while the function of the last one was asked', async () => {
    let give: (token: undefined) => void = () => undefined;
    const later = new Promise<undefined>((resolve) => (give = resolve));
    const given = ['one', later];
    const access = new Access(() => given.shift());
    start({ isFake: true, access });
    await access.token();
    fake.last.events.opened();
    fake.last.events.message(frameText([wireNode(1)]));
    fake.last.events.ended({ kind: 'closed', code: 4401 });
    client.settings = { ...WISHES, access: new Access('two') };
    give(undefined);
    await waitUntil(() => fake.all.length === 2, 'opened with the other');
  });

  it('renews a token for which the socket is closed, but not those that last no 5 s', async () => {
    let asked = 0;
    const access = new Access(() => `token${(asked += 1)}`);
    start({ isFake: true, hasRest: false, access });
    await access.token();
    const standFor = (ms: number) => {
      fake.last.events.opened();
      fake.last.events.message(frameText([wireNode(1)]));
      clock.advance(ms);
      fake.last.events.ended({ kind: 'closed', code: 4401 });
    };
    standFor(0);
    await waitUntil(() => fake.all.length === 2, 'opened with the second');
    standFor(5000);
    await waitUntil(() => fake.all.length === 3, 'opened with the third');
    standFor(4999);
    await phase('stopped');
    expect(asked).to.equal(3);
    client.reconnect();
    standFor(0);
    await waitUntil(() => fake.all.length === 5, 'told to go on, it renews again');
  });

  it('asks for another token after a refused handshake of which no REST can tell the cause', async () => {
    const given = ['one', 'two'];
    const access = new Access(() => given.shift());
    start({ isFake: true, hasRest: false, access });
    await access.token();
    fake.last.events.ended({ kind: 'failed' });
    nextAttempt();
    await waitUntil(() => access.entered === 'two', 'opened with the other');
  });

  it('stays stopped where a token comes after REST was refused for good', async () => {
    await service.control('rest', { status: 403, body: {} });
    let give: (token: string) => void = () => undefined;
    const later = new Promise<string>((resolve) => (give = resolve));
    const tokens = ['one', later];
    const access = new Access(() => tokens.shift());
    start({ isFake: true, access });
    await access.token();
    fake.last.events.ended({ kind: 'closed', code: 1008 });
    await phase('stopped');
    give('two');
    await access.token();
    await client.refresh();
    expect(fake.all).to.have.length(1);
  });

  it('lives on with its socket where only REST wants a sign-in', async () => {
    start();
    await phase('live');
    await service.control('rest', { status: 403, body: {} });
    await client.refresh();
    expect(heard.codes).to.deep.equal(['unauthorized']);
    expect(client.connection).to.include({ phase: 'live', lastError: undefined });
  });

  it('says why the socket fails, not what REST met before frames came', async () => {
    await service.control('rest', { status: 404, body: { detail: 'no' } });
    start({ isFake: true });
    await waitUntil(() => heard.codes.includes('http-status'));
    fake.last.events.opened();
    fake.last.events.message(frameText([wireNode(1)]));
    fake.last.events.ended({ kind: 'failed' });
    expect(client.connection).to.include({ phase: 'reconnecting' });
    expect(client.connection.lastError).to.include({ code: 'socket-closed' });
    await client.refresh();
    expect(client.connection.lastError, 'REST fails again').to.include({ code: 'http-status' });
    expect(heard.codes, 'which is no news').to.deep.equal(['http-status', 'socket-closed']);
  });

  it('stops at a close code that forbids another attempt', async () => {
    start();
    await phase('live');
    await service.control('closeSockets', { code: 4403, reason: 'no' });
    await phase('stopped');
    expect(client.connection.lastError).to.include({ code: 'unauthorized', status: 4403 });
    client.reconnect();
    await phase('live');
    expect((await service.seen()).maxSockets).to.equal(1);
  });

  it('says what answers where it is not CastRay', async () => {
    const cases = [
      [{ contentType: 'text/html', body: '<html>' }, 'not-json'],
      [{ status: 404, contentType: 'text/html', body: '<html>' }, 'not-castray'],
      [{ body: { hello: 1 } }, 'not-castray'],
      [{ body: { result: false, msg: 'Ray 不可用' } }, 'service-error'],
    ] as const;
    await service.control('rest', cases[0][0]);
    start({ isFake: true });
    await waitUntil(() => heard.problems.length === 1);
    for (const [override, code] of cases) {
      await service.control('rest', override);
      await client.refresh();
      expect(heard.codes.at(-1)).to.equal(code);
    }
    expect(heard.problems.at(-1)).to.include({ detail: 'Ray 不可用' });
  });

  it('tells of a lasting problem once', async () => {
    await service.control('rest', { status: 404, body: { detail: 'no' } });
    start({ isFake: true });
    for (let i = 0; i < 3; i += 1) await client.refresh();
    expect(heard.codes).to.deep.equal(['http-status']);
  });
});
