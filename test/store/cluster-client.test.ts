import { expect } from '@open-wc/testing';
import { ClusterClient } from '../../src/store/cluster-client.js';
import { startService, type TestService } from '../support/castray.js';
import { FakeClock } from '../support/fake-clock.js';
import { FakeSockets } from '../support/fake-socket.js';
import { Recorder } from '../support/recorder.js';
import { until } from '../support/wait.js';
import { dashboardRequests } from '../support/witness.js';
import { frameText, wireNode } from '../support/wire.js';

describe('the client of an endpoint', () => {
  let service: TestService;
  let clock: FakeClock;
  let client: ClusterClient;
  let heard: Recorder;
  const sockets = { fake: new FakeSockets() };
  const phase = async (wanted: string) => {
    await until(() => client.connection.phase === wanted, `is ${wanted}`);
  };

  function start({ isFake = false, ways = 'both' }: { isFake?: boolean; ways?: string } = {}) {
    sockets.fake = new FakeSockets();
    client = new ClusterClient({
      apiBase: ways === 'socket' ? undefined : service.apiBase,
      wsUrl: ways === 'rest' ? undefined : service.wsUrl,
      clock,
      ...(isFake ? { openSocket: sockets.fake.open } : {}),
    });
    client.subscribe(heard);
    client.start();
  }

  /** A fake socket that is open, and says this. */
  function say(...texts: readonly string[]): void {
    const { events } = sockets.fake.last;
    for (const text of texts) events.message(text);
  }

  before(async () => {
    service = await startService({ churn: false, frameInterval: 600_000 });
  });
  beforeEach(async () => {
    await service.control('reset');
    await service.control('up');
    await service.control('forget');
    clock = new FakeClock();
    heard = new Recorder();
  });
  afterEach(async () => {
    client.dispose();
    await until(() => clock.pending === 0, 'no timer is left');
    await until(async () => (await service.seen()).sockets === 0, 'no open socket');
  });

  it('lives through connecting, live, stale, reconnecting, live', async () => {
    start();
    expect(client.connection.phase).to.equal('connecting');
    await phase('live');
    clock.advance(10_000);
    await phase('stale');
    await service.control('step');
    await phase('live');
    await service.control('drop');
    await phase('reconnecting');
    expect(client.connection).to.deep.include({ attempt: 1, since: clock.now() });
    expect(client.connection.lastError).to.include({ code: 'socket-closed' });
    clock.advance(client.connection.nextAttemptAt! - clock.now());
    await phase('live');
    expect(heard.phases).to.deep.equal([
      ...['connecting', 'live', 'stale', 'live', 'reconnecting', 'live'],
    ]);
    expect(client.connection.lastError).to.be.undefined;
    expect(await service.seen()).to.include({ maxSockets: 1 });
  });

  it('is stale where frames end after the clock was set back', () => {
    start({ isFake: true, ways: 'socket' });
    sockets.fake.last.events.opened();
    say(frameText([wireNode(1)]));
    clock.set(-3_600_000);
    for (let i = 0; i < 4; i += 1) {
      clock.advance(5000);
      say('pong');
    }
    expect(client.connection.phase).to.equal('stale');
  });

  it('tells the round trip of whichever came last, a pong or an answer', async () => {
    start({ isFake: true });
    sockets.fake.last.events.opened();
    say(frameText([wireNode(1)]));
    await until(() => heard.learnt.length > 0, 'the first answer');
    clock.advance(10_000);
    clock.advance(130);
    say('pong');
    expect(client.connection.roundTripMs).to.equal(130);
    await client.refresh();
    expect(client.connection.roundTripMs, 'no time passes on this clock').to.equal(0);
  });

  it('tells of no time below zero where the clock is set back before the answer is there', async () => {
    start({ ways: 'rest' });
    for (let tick = 0; tick < 9; tick += 1) await Promise.resolve(); // the request leaves
    clock.set(-3_600_000);
    await until(() => heard.reports.length === 1, 'the answer');
    expect(client.connection.roundTripMs).to.equal(0);
  });

  it('calls stale what has grown old in a frozen tab as soon as that is shown again', () => {
    start({ isFake: true, ways: 'socket' });
    sockets.fake.last.events.opened();
    say(frameText([wireNode(1)]));
    clock.set(10_000); // no timer has run
    expect(client.connection.phase).to.equal('live');
    client.wake();
    expect(client.connection.phase).to.equal('stale');
  });

  it('is live with the first frame, without waiting for another', async () => {
    start({ ways: 'socket' });
    await until(() => heard.reports.length === 1, 'a report');
    expect(client.connection.phase).to.equal('live');
  });

  it('shows what REST says while the socket takes its time', async () => {
    await service.control('refuseUpgrade', { status: 'never' });
    start();
    await until(() => heard.reports.length === 1, 'a report');
    expect(heard.sources).to.deep.equal(['rest']);
    expect(client.connection.phase).to.equal('connecting');
    clock.advance(9999);
    expect(client.connection.phase).to.equal('connecting');
    clock.advance(1);
    expect(client.connection.phase, 'they grow old meanwhile').to.equal('stale');
    await service.control('refuseUpgrade', null);
  });

  it('shows what the socket says while REST takes its time', async () => {
    await service.control('rest', { body: {}, delay: 600_000 });
    start();
    await until(() => heard.reports.length === 1, 'a report');
    expect(heard.sources).to.deep.equal(['websocket']);
    expect(await dashboardRequests(service)).to.equal(1);
  });

  it('drops the figures of a REST answer that was asked for before the last frame', async () => {
    start({ isFake: true });
    for (let tick = 0; tick < 9; tick += 1) await Promise.resolve(); // the request leaves
    clock.advance(1);
    sockets.fake.last.events.opened();
    say(frameText([wireNode(1)]));
    await until(() => heard.learnt.length > 0, 'the answer of REST');
    expect(heard.sources).to.deep.equal(['websocket']);
    expect(heard.learnt.map((facts) => facts.customResources)).to.deep.include(['Jetson']);
  });

  it('takes the figures of a REST answer that was asked for after the last frame', async () => {
    start({ isFake: true });
    await until(() => heard.reports.length === 1, 'a report');
    clock.advance(1);
    sockets.fake.last.events.opened();
    say(frameText([wireNode(1)]));
    clock.advance(1);
    await client.refresh();
    expect(heard.sources).to.deep.equal(['rest', 'websocket', 'rest']);
  });

  it('takes REST for news after the clock was set back', async () => {
    start({ isFake: true });
    await until(() => heard.reports.length === 1, 'a report');
    sockets.fake.last.events.opened();
    say(frameText([wireNode(1)]));
    clock.sleep(-3_600_000);
    await client.refresh();
    expect(heard.sources).to.deep.equal(['rest', 'websocket', 'rest']);
  });

  it('reads an answer once, however many wait for it', async () => {
    start({ ways: 'rest' });
    await Promise.all([client.refresh(), client.refresh(), client.refresh()]);
    expect(heard.reports).to.have.length(1);
    expect(await dashboardRequests(service)).to.equal(1);
    await client.refresh();
    expect(heard.reports).to.have.length(2);
  });

  it('asks REST for the name of a node that joins without one', async () => {
    start();
    await phase('live');
    await until(
      () => heard.sources.includes('rest') || heard.learnt.length > 0,
      'the answer of REST',
    );
    const before = await dashboardRequests(service);
    clock.advance(30_000 - 1);
    const joined = wireNode(77, { name: 'node:127.0.0.77' });
    const told = heard.reports.length;
    await service.control('nodes', [joined]);
    // The frame is a sign of life, too: without it the next millisecond would end the socket.
    await until(() => heard.reports.length > told, 'the frame');
    clock.advance(1);
    await service.control('nodes', [joined]);
    await until(
      async () => (await dashboardRequests(service)) === before + 1,
      'another request of REST',
    );
    expect(client.connection.phase).to.equal('live');
  });

  it('counts what it cannot read, tells of it once, and keeps what it has', async () => {
    start({ isFake: true, ways: 'socket' });
    sockets.fake.last.events.opened();
    say(frameText([wireNode(1)]), 'junk', 'junk', '[]', '{"type":"status_update"}', 'pong');
    expect(client.connection).to.include({ phase: 'live', droppedFrames: 4 });
    expect(heard.codes, 'another type is no fault').to.deep.equal(['bad-frame', 'bad-frame']);
    expect(heard.problems.map(({ detail }) => detail)).to.deep.equal(['not-json', 'not-an-object']);
    expect(heard.reports).to.have.length(1);
    const newcomer = new Recorder();
    client.subscribe(newcomer);
    expect(newcomer.reports, 'the last good one').to.deep.equal(heard.reports);
  });

  it('tells of frames it cannot read once in 10 s for each reason, however they follow each other', () => {
    start({ isFake: true, ways: 'socket' });
    sockets.fake.last.events.opened();
    for (let i = 0; i < 100; i += 1) {
      say(frameText([wireNode(1)]), '[1]', '<html>');
      clock.advance(20);
    }
    expect(heard.codes).to.deep.equal(['bad-frame', 'bad-frame']);
    expect(client.connection.droppedFrames).to.equal(200);
    clock.advance(8000);
    say('[1]', '<html>');
    expect(heard.codes).to.have.length(4);
  });

  it('does not take an empty answer, asked for by somebody, for news while frames come', async () => {
    start({ isFake: true });
    await until(() => heard.reports.length === 1, 'a report');
    sockets.fake.last.events.opened();
    say(frameText([wireNode(1)]));
    await service.control('nodes', []);
    clock.advance(1);
    await client.refresh();
    expect(heard.sources).to.deep.equal(['rest', 'websocket']);
    clock.advance(10_000);
    expect(client.connection.phase).to.equal('stale');
    await client.refresh();
    expect(heard.sources, 'no frame comes').to.deep.equal(['rest', 'websocket', 'rest']);
  });

  it('tells a newcomer at once what is known', async () => {
    start();
    await phase('live');
    await until(
      () => heard.sources.includes('rest') || heard.learnt.length > 0,
      'the answer of REST',
    );
    const newcomer = new Recorder();
    client.subscribe(newcomer);
    expect(newcomer.reports).to.have.length(1);
    expect(newcomer.learnt).to.have.length(7);
    expect(newcomer.phases).to.deep.equal(['live']);
  });

  it('does not tell a listener that left while another was told', async () => {
    start({ isFake: true, ways: 'socket' });
    const second = new Recorder();
    const leave = { second: (): void => undefined };
    client.subscribe({
      report: () => {
        leave.second();
      },
      facts: () => undefined,
      connection: () => undefined,
      problem: () => undefined,
    });
    leave.second = client.subscribe(second);
    sockets.fake.last.events.opened();
    say(frameText([wireNode(1)]));
    expect(heard.reports).to.have.length(1);
    expect(second.reports).to.have.length(0);
  });
});
