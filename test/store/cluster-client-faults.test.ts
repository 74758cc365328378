import { expect } from '@open-wc/testing';
import { ClientScene } from '../support/client-scene.js';
import { until } from '../support/wait.js';
import { dashboardRequests } from '../support/witness.js';
import { frameText, wireNode, wireNodes } from '../support/wire.js';

describe('where one way or both fail, the client', () => {
  let scene: ClientScene;

  beforeEach(async () => {
    scene = await ClientScene.open();
  });
  afterEach(() => scene.close());

  it('polls after three failed handshakes, and says why', async () => {
    await scene.startPolling();
    expect(scene.client.connection.lastError).to.include({ code: 'socket-refused' });
    const before = await dashboardRequests(scene.service);
    scene.clock.advance(12_000);
    await until(
      async () => (await dashboardRequests(scene.service)) > before,
      'another request of REST',
    );
  });

  it('refuses more nodes than any cluster has from either, and what was there before stays', async () => {
    scene.start({ isFake: true });
    const { heard, fake } = scene;
    await until(() => heard.reports.length === 1, 'a report of REST');
    const nodes = Array.from({ length: 20_001 }, () => ({}));
    const { message, opened } = fake.last.events;
    opened();
    message(frameText(nodes));
    const { lastError } = scene.client.connection;
    expect([lastError?.code, lastError?.detail]).to.deep.equal(['bad-frame', 'too-large']);
    await scene.service.control('rest', { body: { result: true, data: { nodes } } });
    await scene.client.refresh();
    expect(scene.client.connection.restError?.code).to.equal('too-large');
    expect(heard.reports).to.have.length(1);
  });

  it('tries the socket at most once a minute while it polls', async () => {
    await scene.startPolling();
    scene.nextAttempt();
    await scene.failedAttempts(4);
    const { nextAttemptAt = 0 } = scene.client.connection;
    expect(nextAttemptAt - scene.clock.now(), 'by chance up to 72 s').to.equal(66_000);
  });

  it('goes back to the socket, and stops polling', async () => {
    await scene.startPolling();
    await scene.service.control('refuseUpgrade', null);
    scene.nextAttempt();
    await scene.phase('live');
    const before = await dashboardRequests(scene.service);
    scene.clock.advance(9000);
    await scene.service.control('step');
    scene.clock.advance(9000);
    await scene.service.control('step');
    await scene.phase('live');
    expect(await dashboardRequests(scene.service)).to.equal(before);
    expect(scene.client.connection).to.include({ attempt: 0 });
  });

  it('does not go on calling it polling where the socket came back, and is lost again', async () => {
    await scene.startPolling();
    await scene.service.control('refuseUpgrade', null);
    scene.nextAttempt();
    await scene.phase('live');
    scene.clock.advance(5000);
    await scene.service.control('drop');
    await scene.failedAttempts(1);
    const { phase, nextAttemptAt = 0 } = scene.client.connection;
    expect(phase).to.equal('reconnecting');
    expect(nextAttemptAt - scene.clock.now(), 'soon').to.be.within(500, 2500);
  });

  it('polls at once where there is no socket at all', async () => {
    scene.start({ hasSocket: false });
    await scene.phase('polling');
    expect(await dashboardRequests(scene.service)).to.equal(1);
    scene.clock.advance(12_000);
    await until(() => scene.heard.reports.length === 2, 'two reports');
    expect(scene.client.connection).to.include({ attempt: 0, nextAttemptAt: undefined });
  });

  it('polls at once when the page comes back', async () => {
    scene.start({ hasSocket: false });
    await scene.phase('polling');
    scene.clock.advance(3000);
    scene.client.wake();
    await until(() => scene.heard.reports.length === 2, 'two reports');
  });

  it('calls polled data stale when the polls fail for long', async () => {
    scene.start({ hasSocket: false });
    await scene.phase('polling');
    await scene.service.control('stall', { ms: null });
    scene.clock.advance(29_999);
    expect(scene.client.connection.phase).to.equal('polling');
    scene.clock.advance(1);
    expect(scene.client.connection.phase).to.not.equal('polling');
    await scene.service.control('stall', { ms: 0 });
  });

  it('goes on asking while the scene.service is down, and finds it when it is back', async () => {
    await scene.service.control('down');
    scene.start();
    await scene.failedAttempts(1);
    expect(scene.client.connection.phase).to.equal('connecting');
    scene.nextAttempt();
    await scene.failedAttempts(2);
    await scene.service.control('up');
    scene.nextAttempt();
    await scene.phase('live');
    expect([...scene.heard.codes].sort()).to.deep.equal(['socket-refused', 'unreachable']);
  });

  it('tries the socket at once when REST answers again', async () => {
    await scene.service.control('rest', { status: 404, body: {} });
    scene.start({ isFake: true });
    await until(() => scene.heard.codes.includes('http-status'), 'REST fails');
    scene.fake.last.events.ended({ kind: 'failed' });
    await scene.service.control('rest', null);
    expect(scene.fake.all).to.have.length(1);
    await scene.client.refresh();
    expect(scene.fake.all).to.have.length(2);
    expect(scene.client.connection.nextAttemptAt).to.be.undefined;
  });

  it('does not probe an open socket because a slow REST answers again', async () => {
    await scene.service.control('rest', { status: 404, body: {} });
    scene.start({ isFake: true });
    scene.fake.last.events.opened();
    scene.fake.last.events.message(frameText([wireNode(1)]));
    await until(() => scene.heard.codes.includes('http-status'), 'REST fails');
    await scene.service.control('rest', null);
    await scene.client.refresh();
    expect(scene.heard.sources).to.include('rest');
    expect(scene.fake.last.sent).to.deep.equal([]);
  });

  it('goes on showing what the socket says where REST, asked for a name, reads another Ray', async () => {
    await scene.service.control('nodes', wireNodes(20).slice(10));
    scene.start({ isFake: true });
    await until(() => scene.heard.reports.length === 1, 'a report');
    scene.fake.last.events.opened();
    scene.fake.last.events.message(frameText([wireNode(1, { name: 'node:127.0.0.1' })]));
    await until(() => scene.heard.learnt.length > 0, 'what REST says of names');
    expect(scene.heard.sources).to.deep.equal(['rest', 'websocket']);
    await scene.client.refresh();
    expect(scene.heard.sources, 'somebody asked for it').to.deep.equal([
      ...['rest', 'websocket', 'rest'],
    ]);
  });

  it('says why the socket fails, not what REST met before frames came', async () => {
    await scene.service.control('rest', { status: 404, body: { detail: 'no' } });
    scene.start({ isFake: true });
    await until(() => scene.heard.codes.includes('http-status'), 'REST fails');
    scene.fake.last.events.opened();
    scene.fake.last.events.message(frameText([wireNode(1)]));
    scene.fake.last.events.ended({ kind: 'failed' });
    expect(scene.client.connection).to.include({ phase: 'reconnecting' });
    expect(scene.client.connection.lastError).to.include({ code: 'socket-closed' });
    await scene.client.refresh();
    expect(scene.client.connection.lastError, 'REST fails again').to.include({
      code: 'http-status',
    });
    expect(scene.heard.codes, 'which is no news').to.deep.equal(['http-status', 'socket-closed']);
  });

  it('stops at a close code that forbids another attempt', async () => {
    scene.start();
    await scene.phase('live');
    await scene.service.control('closeSockets', { code: 4403, reason: 'no' });
    await scene.phase('stopped');
    expect(scene.client.connection.lastError).to.include({ code: 'unauthorized', status: 4403 });
    await until(async () => (await scene.service.seen()).sockets === 0, 'the last one is gone');
    scene.client.reconnect();
    await scene.phase('live');
    expect((await scene.service.seen()).maxSockets).to.equal(1);
  });

  it('says what answers where it is not CastRay', async () => {
    const cases = [
      [{ contentType: 'text/html', body: '<html>' }, 'not-json'],
      [{ status: 404, contentType: 'text/html', body: '<html>' }, 'not-castray'],
      [{ body: { hello: 1 } }, 'not-castray'],
      [{ body: { result: false, msg: 'Ray 不可用' } }, 'service-error'],
    ] as const;
    await scene.service.control('rest', cases[0][0]);
    scene.start({ isFake: true });
    await until(() => scene.heard.problems.length === 1, 'a problem');
    for (const [override, code] of cases) {
      await scene.service.control('rest', override);
      await scene.client.refresh();
      expect(scene.heard.codes.at(-1)).to.equal(code);
    }
    expect(scene.heard.problems.at(-1)).to.include({ detail: 'Ray 不可用' });
  });

  it('tells of a problem anew where it comes back after frames', () => {
    scene.start({ isFake: true, hasRest: false });
    for (const n of [1, 2]) {
      scene.fake.last.events.opened();
      scene.fake.last.events.message(frameText([wireNode(1)]));
      scene.fake.last.events.ended({ kind: 'failed' });
      expect(scene.heard.codes).to.deep.equal(Array(n).fill('socket-closed'));
      scene.nextAttempt();
    }
  });

  it('does not take the time of a loss for the rhythm of the frames', () => {
    scene.start({ isFake: true, hasRest: false });
    const deliver = () => {
      scene.fake.last.events.opened();
      scene.fake.last.events.message(frameText([wireNode(1)]));
    };
    deliver();
    scene.fake.last.events.ended({ kind: 'failed' });
    scene.nextAttempt();
    scene.clock.advance(50_000); // the handshake of another takes so long
    deliver();
    scene.clock.advance(10_000);
    expect(scene.client.connection.phase).to.equal('stale');
  });

  it('tells of a lasting problem once', async () => {
    await scene.service.control('rest', { status: 404, body: { detail: 'no' } });
    scene.start({ isFake: true });
    for (let i = 0; i < 3; i += 1) await scene.client.refresh();
    expect(scene.heard.codes).to.deep.equal(['http-status']);
  });
});
