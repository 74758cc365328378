import { expect } from '@open-wc/testing';
import { Access } from '../../src/connection/access.js';
import { ClientScene } from '../support/client-scene.js';
import { until } from '../support/wait.js';
import { dashboardRequests } from '../support/witness.js';
import { frameText, wireNode } from '../support/wire.js';

const WISHES = { pollInterval: 10_000, staleAfter: 10_000 };

describe('where a sign-in is needed, the client', () => {
  let scene: ClientScene;

  beforeEach(async () => {
    scene = await ClientScene.open();
  });
  afterEach(() => scene.close());

  it('stops where a sign-in is needed, until it is told to go on', async () => {
    await scene.service.control('rest', { status: 401, body: { detail: 'no' } });
    scene.start({ isFake: true });
    await until(() => scene.heard.codes.includes('unauthorized'), 'REST is refused');
    scene.fake.last.events.ended({ kind: 'failed' });
    await scene.phase('stopped');
    expect(scene.client.connection.lastError).to.include({ code: 'unauthorized', status: 401 });
    expect(scene.fake.live).to.deep.equal([]);
    scene.clock.advance(600_000);
    scene.client.wake();
    expect(scene.fake.all).to.have.length(1);
    expect(await dashboardRequests(scene.service)).to.equal(1);
    await scene.service.control('rest', null);
    scene.client.reconnect();
    scene.fake.last.events.opened();
    scene.fake.last.events.message(frameText([wireNode(1)]));
    await scene.phase('live');
  });

  it('goes on asking where REST is led to a page of HTML, which may be of a sign-in or of a repair', async () => {
    await scene.service.control('status', { path: '/page', contentType: 'text/html', body: '<p>' });
    await scene.service.control('rest', { status: 302, headers: { location: '/page' }, body: '' });
    scene.start({ isFake: true });
    await until(() => scene.heard.codes.includes('unauthorized'), 'REST is led away');
    scene.fake.last.events.ended({ kind: 'failed' });
    await scene.failedAttempts(1);
    scene.nextAttempt();
    scene.fake.last.events.opened();
    scene.fake.last.events.message(frameText([wireNode(1)]));
    await scene.phase('live');
    expect(scene.heard.phases).not.to.include('stopped');
  });

  it('tries again where the page lets cookies be sent along, which it did not before', async () => {
    await scene.service.control('rest', { status: 401, body: {} });
    scene.start({ isFake: true, access: new Access(undefined, 'omit') });
    await until(() => scene.heard.codes.includes('unauthorized'), 'REST is refused');
    scene.fake.last.events.ended({ kind: 'failed' });
    await scene.phase('stopped');
    scene.client.configure({ ...WISHES, access: new Access(undefined, 'include') });
    await until(() => scene.fake.all.length === 2, 'tried again');
  });

  it('comes in by the socket where only REST wants a sign-in, and says what REST said', async () => {
    await scene.service.control('rest', { status: 401, body: {} });
    scene.start({ isFake: true });
    await until(() => scene.heard.codes.includes('unauthorized'), 'REST is refused');
    expect(scene.client.connection).to.include({ phase: 'connecting' });
    expect(scene.client.connection.lastError).to.include({ code: 'unauthorized' });
    scene.fake.last.events.opened();
    scene.fake.last.events.message(frameText([wireNode(1)]));
    expect(scene.client.connection).to.include({ phase: 'live', lastError: undefined });
    expect(scene.heard.phases).not.to.include('stopped');
  });

  it('waits out a restart behind a proxy that guards REST alone', async () => {
    await scene.service.control('rest', { status: 401, body: {} });
    scene.start({ isFake: true });
    await until(() => scene.heard.codes.includes('unauthorized'), 'REST is refused');
    scene.fake.last.events.opened();
    scene.fake.last.events.message(frameText([wireNode(1)]));
    scene.fake.last.events.ended({ kind: 'closed', code: 1012 });
    for (let n = 0; n < 3; n += 1) {
      scene.nextAttempt();
      scene.fake.last.events.ended({ kind: 'failed' });
    }
    await until(async () => (await dashboardRequests(scene.service)) === 2, 'REST is asked why');
    await scene.client.refresh();
    scene.nextAttempt();
    scene.fake.last.events.ended({ kind: 'failed' });
    scene.nextAttempt();
    scene.fake.last.events.opened();
    scene.fake.last.events.message(frameText([wireNode(1)]));
    expect(scene.client.connection.phase).to.equal('live');
    expect(scene.heard.phases).not.to.include('stopped');
  });

  it('stops where the sign-in of both has run out', async () => {
    scene.start({ isFake: true });
    await until(() => scene.heard.reports.length === 1, 'REST is in');
    scene.fake.last.events.opened();
    scene.fake.last.events.message(frameText([wireNode(1)]));
    await scene.service.control('rest', { status: 401, body: {} });
    scene.fake.last.events.ended({ kind: 'failed' });
    for (let n = 0; n < 2; n += 1) {
      scene.nextAttempt();
      scene.fake.last.events.ended({ kind: 'failed' });
    }
    await scene.phase('stopped');
    expect(scene.client.connection.lastError).to.include({ code: 'unauthorized' });
  });

  it('stops where REST, which delivered in the place of a silent socket, wants a sign-in', async () => {
    scene.start({ isFake: true });
    await until(() => scene.heard.reports.length === 1, 'REST is in');
    for (let n = 0; n < 3; n += 1) {
      scene.fake.last.events.ended({ kind: 'timeout' });
      if (n < 2) scene.nextAttempt();
    }
    scene.clock.advance(2000); // by then it polls, its figures being old
    await scene.phase('polling');
    await scene.service.control('rest', { status: 401, body: {} });
    await scene.client.refresh();
    expect(scene.client.connection.phase).to.equal('stopped');
  });

  it('keeps a socket that delivers again, whatever REST says then', async () => {
    scene.start({ isFake: true, access: new Access('one') });
    await until(() => scene.heard.reports.length === 1, 'REST is in');
    for (let n = 0; n < 3; n += 1) {
      scene.fake.last.events.ended({ kind: 'failed' });
      scene.nextAttempt();
    }
    scene.fake.last.events.opened();
    scene.fake.last.events.message(frameText([wireNode(1)]));
    await scene.service.control('rest', { status: 401, body: {} });
    await until(async () => {
      await scene.client.refresh(); // a poll that was under way may still be answered well
      return scene.heard.codes.includes('unauthorized');
    }, 'REST is refused');
    scene.client.configure({ ...WISHES, access: new Access('two') });
    await scene.client.refresh();
    expect(scene.client.connection.phase).to.equal('live');
    expect(scene.heard.phases).not.to.include('stopped');
    expect(scene.fake.all).to.have.length(4);
  });

  it('does not hold against a reconnect what REST said before it', async () => {
    await scene.service.control('rest', { status: 401, body: {} });
    scene.start({ isFake: true });
    await until(() => scene.heard.codes.includes('unauthorized'), 'REST is refused');
    await scene.service.control('rest', null);
    scene.client.reconnect();
    scene.fake.last.events.ended({ kind: 'failed' });
    await until(() => scene.heard.reports.length === 1, 'REST is in');
    expect(scene.heard.phases).not.to.include('stopped');
  });

  it('lives on with its socket where only REST wants a sign-in', async () => {
    scene.start();
    await scene.phase('live');
    await scene.service.control('rest', { status: 403, body: {} });
    await scene.client.refresh();
    expect(scene.heard.codes).to.deep.equal(['unauthorized']);
    expect(scene.client.connection).to.include({ phase: 'live', lastError: undefined });
  });
});
