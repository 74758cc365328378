import { expect } from '@open-wc/testing';
import { HANDSHAKE_TIMEOUT } from '../../src/connection/live-socket.js';
import { ClientScene } from '../support/client-scene.js';
import { until } from '../support/wait.js';
import { dashboardRequests } from '../support/witness.js';
import { frameText, wireNode } from '../support/wire.js';

describe('where a socket hangs and REST answers, the client', () => {
  let scene: ClientScene;

  beforeEach(async () => {
    scene = await ClientScene.open();
  });
  afterEach(() => scene.close());

  const reports = async (n: number) => {
    await until(() => scene.heard.reports.length === n, `${n} reports`);
  };

  it('polls as soon as the figures are old, though the handshake has not failed yet', async () => {
    scene.start({ isFake: true });
    await reports(1);
    scene.clock.advance(10_000);
    expect(scene.client.connection.phase).to.equal('stale');
    scene.clock.advance(2000);
    await reports(2);
    expect(scene.client.connection).to.include({ phase: 'polling', attempt: 0 });
    expect(scene.fake.all, 'and opens no other meanwhile').to.have.length(1);
    scene.clock.advance(12_000);
    await reports(3);
  });

  it('polls where the socket is open and says nothing of the cluster', async () => {
    scene.start({ isFake: true });
    await reports(1);
    scene.fake.last.events.opened();
    for (let n = 2; n < 4; n += 1) {
      scene.clock.advance(6000);
      scene.fake.last.events.message('pong');
      scene.fake.last.events.message('{"type":"hello"}');
      scene.clock.advance(6000);
      await reports(n);
      expect(scene.client.connection.phase).to.equal('polling');
    }
    scene.fake.last.events.message(frameText([wireNode(1)]));
    expect(scene.client.connection.phase).to.equal('live');
    const before = await dashboardRequests(scene.service);
    scene.clock.advance(9000);
    expect(await dashboardRequests(scene.service), 'no more').to.equal(before);
  });

  it('polls after as long where nothing has come at all', async () => {
    await scene.service.control('rest', { status: 404, body: {} });
    scene.start({ isFake: true });
    await until(() => scene.heard.codes.includes('http-status'), 'REST fails');
    await scene.service.control('rest', null);
    scene.clock.advance(12_000);
    await reports(1);
    expect(scene.client.connection.phase).to.equal('polling');
  });

  it('replaces one that was half-open at once, whatever REST delivers', async () => {
    scene.start({ isFake: true });
    await reports(1);
    scene.fake.last.events.opened();
    scene.fake.last.events.message(frameText([wireNode(1)]));
    scene.clock.advance(6000);
    scene.fake.last.events.message(frameText([wireNode(1)]));
    scene.clock.chance = 0.1; // REST is asked before the next attempt
    scene.clock.advance(30_000);
    expect(scene.fake.live, 'the silent one is ended').to.be.empty;
    expect(scene.client.connection.phase).to.equal('reconnecting');
    scene.clock.advance(200);
    await scene.phase('polling');
    scene.clock.advance(15_000);
    expect(scene.fake.all).to.have.length(2);
  });

  it('is stale, and asks nobody, while a service stands still for 14 s', async () => {
    scene.start({ isFake: true });
    await reports(1);
    scene.fake.last.events.opened();
    scene.fake.last.events.message(frameText([wireNode(1)]));
    const before = await dashboardRequests(scene.service);
    scene.clock.advance(14_000);
    expect(scene.client.connection.phase).to.equal('stale');
    scene.fake.last.events.message(frameText([wireNode(1)]));
    expect(scene.client.connection).to.include({ phase: 'live', attempt: 0 });
    expect(scene.fake.all).to.have.length(1);
    expect(await dashboardRequests(scene.service)).to.equal(before);
  });

  it('tries the socket at most once a minute from when polls deliver', async () => {
    scene.start({ isFake: true });
    await reports(1);
    scene.clock.advance(12_000);
    await reports(2);
    scene.clock.advance(HANDSHAKE_TIMEOUT - 12_000);
    scene.fake.last.events.ended({ kind: 'timeout' });
    const { nextAttemptAt = 0 } = scene.client.connection;
    expect(nextAttemptAt - scene.clock.now(), 'by chance up to 72 s').to.equal(66_000);
  });

  it('puts an attempt off that was planned before the polls delivered', async () => {
    scene.start({ isFake: true });
    await reports(1);
    for (let n = 1; n <= 3; n += 1) {
      scene.fake.last.events.ended({ kind: 'failed' });
      if (n < 3) scene.nextAttempt();
    }
    expect(scene.client.connection.nextAttemptAt! - scene.clock.now()).to.be.below(9000);
    await scene.phase('polling');
    expect(scene.client.connection.nextAttemptAt! - scene.clock.now()).to.equal(66_000);
  });

  it('puts it off where a socket comes and goes, too', async () => {
    scene.start({ isFake: true });
    await reports(1);
    for (let n = 1; n <= 4; n += 1) {
      scene.fake.last.events.opened();
      scene.fake.last.events.message(frameText([wireNode(1)]));
      scene.clock.advance(1500);
      scene.fake.last.events.ended({ kind: 'failed' });
      if (n < 3) scene.nextAttempt();
      else {
        await scene.phase('polling');
        expect(scene.client.connection.nextAttemptAt! - scene.clock.now()).to.equal(66_000);
        if (n < 4) scene.clock.advance(66_000);
      }
    }
  });
});
