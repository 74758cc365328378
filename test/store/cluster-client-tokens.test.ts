import { expect } from '@open-wc/testing';
import { Access } from '../../src/connection/access.js';
import { SETTLED_AFTER } from '../../src/connection/live-connection.js';
import { ClientScene } from '../support/client-scene.js';
import { until } from '../support/wait.js';
import { frameText, wireNode } from '../support/wire.js';

const WISHES = { pollInterval: 10_000, staleAfter: 10_000 };

describe('given a token, the client', () => {
  let scene: ClientScene;

  beforeEach(async () => {
    scene = await ClientScene.open();
  });
  afterEach(() => scene.close());

  it('goes on with a token that came while the last one was being refused', async () => {
    await scene.service.control('rest', { status: 401, body: {} });
    scene.start({ isFake: true, access: new Access('one') });
    scene.client.configure({ ...WISHES, access: new Access('two') });
    await until(() => scene.fake.all.length === 2, 'tried again');
    await until(() => scene.heard.codes.includes('unauthorized'), 'REST is refused');
    expect(scene.fake.live).to.have.length(1);
  });

  it('tries another token at once, also before the socket was refused', async () => {
    await scene.service.control('rest', { status: 401, body: {} });
    scene.start({ isFake: true, access: new Access('one') });
    await until(() => scene.heard.codes.includes('unauthorized'), 'REST is refused');
    scene.client.configure({ ...WISHES, access: new Access('one') });
    scene.client.configure({ ...WISHES, access: new Access('two') });
    await until(async () => {
      const { '/api/ray-dashboard': rest } = (await scene.service.seen()).paths;
      return String(rest?.authorizations) === 'Bearer one,Bearer two';
    }, 'asked with the other, once');
    expect(scene.fake.all).to.have.length(2);
    expect(scene.heard.phases).not.to.include('stopped');
  });

  it('tries the token that a page gives at each refusal at once the first time, then with waits', async () => {
    let asked = 0;
    const another = () => new Access(() => `token${(asked += 1)}`);
    scene.start({ isFake: true, hasRest: false, access: another() });
    const refuse = () => scene.fake.last.events.ended({ kind: 'closed', code: 4401 });
    refuse();
    await until(() => scene.fake.all.length === 2, 'the function is asked once more');
    for (const [wait, opened] of [
      [undefined, 3],
      [SETTLED_AFTER, 4],
      [SETTLED_AFTER, 5],
    ] as const) {
      refuse();
      await scene.phase('stopped');
      scene.client.configure({ ...WISHES, access: another() });
      scene.client.configure({ ...WISHES, access: another() });
      expect(scene.clock.nextIn).to.equal(wait);
      scene.clock.advance(wait ?? 0);
      await until(() => scene.fake.all.length === opened, 'opened with the other');
    }
    expect(asked, 'once for each try, but for the two of the first').to.equal(5);
    refuse();
    await scene.phase('stopped');
    scene.client.configure({ ...WISHES, access: another() }); // what waits then ends with the client
  });

  it('goes on with a token that came before the socket of the last one was closed', async () => {
    const access = new Access('one');
    scene.start({ isFake: true, access });
    await access.token();
    scene.fake.last.events.opened();
    scene.fake.last.events.message(frameText([wireNode(1)]));
    scene.client.configure({ ...WISHES, access: new Access('two') });
    scene.fake.last.events.ended({ kind: 'closed', code: 4401 });
    await until(() => scene.fake.all.length === 2, 'opened with the other');
    expect(scene.heard.phases).not.to.include('stopped');
  });

  it('goes on with a token that REST has renewed before the socket of the last one was closed', async () => {
    const given = ['one', 'two', 'two'];
    const access = new Access(() => given.shift());
    scene.start({ isFake: true, access });
    scene.fake.last.events.opened();
    scene.fake.last.events.message(frameText([wireNode(1)]));
    await access.renew(await access.token());
    scene.fake.last.events.ended({ kind: 'closed', code: 4401 });
    await until(() => scene.fake.all.length === 2, 'opened with the other');
    expect(scene.heard.phases).not.to.include('stopped');
  });

  it('goes on with a token that came while the function of the last one was asked', async () => {
    let give: (token: undefined) => void = () => undefined;
    const later = new Promise<undefined>((resolve) => (give = resolve));
    const given = ['one', later];
    const access = new Access(() => given.shift());
    scene.start({ isFake: true, access });
    await access.token();
    scene.fake.last.events.opened();
    scene.fake.last.events.message(frameText([wireNode(1)]));
    scene.fake.last.events.ended({ kind: 'closed', code: 4401 });
    scene.client.configure({ ...WISHES, access: new Access('two') });
    give(undefined);
    await until(() => scene.fake.all.length === 2, 'opened with the other');
  });

  it('renews a token for which the socket is closed, but not those that last no 5 s', async () => {
    let asked = 0;
    const access = new Access(() => `token${(asked += 1)}`);
    scene.start({ isFake: true, hasRest: false, access });
    await access.token();
    const standFor = (ms: number) => {
      scene.fake.last.events.opened();
      scene.fake.last.events.message(frameText([wireNode(1)]));
      scene.clock.advance(ms);
      scene.fake.last.events.ended({ kind: 'closed', code: 4401 });
    };
    standFor(0);
    await until(() => scene.fake.all.length === 2, 'opened with the second');
    standFor(5000);
    await until(() => scene.fake.all.length === 3, 'opened with the third');
    standFor(4999);
    await scene.phase('stopped');
    expect(asked).to.equal(3);
    scene.client.reconnect();
    standFor(0);
    await until(() => scene.fake.all.length === 5, 'told to go on, it renews again');
  });

  it('asks for another token after a refused handshake of which no REST can tell the cause', async () => {
    const given = ['one', 'two'];
    const access = new Access(() => given.shift());
    scene.start({ isFake: true, hasRest: false, access });
    await access.token();
    scene.fake.last.events.ended({ kind: 'failed' });
    scene.nextAttempt();
    await until(() => access.entered === 'two', 'opened with the other');
  });

  it('asks once more after a close for want of a token, where the page had none to bring before', async () => {
    const given = [undefined, 'one'];
    const access = new Access(() => given.shift());
    scene.start({ isFake: true, hasRest: false, access });
    await access.token();
    scene.fake.last.events.opened();
    scene.fake.last.events.ended({ kind: 'closed', code: 4401 });
    await until(() => access.entered === 'one', 'opened with the one that came');
    expect(scene.heard.phases).not.to.include('stopped');
  });

  it('stays stopped where a token comes after REST was refused for good', async () => {
    await scene.service.control('rest', { status: 403, body: {} });
    let give: (token: string) => void = () => undefined;
    const later = new Promise<string>((resolve) => (give = resolve));
    const tokens = ['one', later];
    const access = new Access(() => tokens.shift());
    scene.start({ isFake: true, access });
    await access.token();
    scene.fake.last.events.ended({ kind: 'closed', code: 1008 });
    await scene.phase('stopped');
    give('two');
    await access.token();
    await scene.client.refresh();
    expect(scene.fake.all).to.have.length(1);
  });
});
