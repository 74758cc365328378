import { expect } from '@open-wc/testing';
import { Access, TOKEN_TIMEOUT } from '../../src/connection/access.js';
import { systemClock } from '../../src/connection/clock.js';
import { RestClient } from '../../src/connection/rest-client.js';
import { startService, type TestService } from '../support/castray.js';
import { FakeClock } from '../support/fake-clock.js';
import { until } from '../support/wait.js';

const PATH = '/api/ray-dashboard';

describe('what lets the page in', () => {
  let service: TestService;
  const ask = (access: Access) =>
    new RestClient({ apiBase: service.apiBase, clock: systemClock, access: () => access }).get(
      PATH,
    );
  const sent = async () => (await service.seen()).paths[PATH]?.authorizations ?? [];

  before(async () => {
    service = await startService({ churn: false });
  });
  beforeEach(async () => {
    await service.control('reset');
    await service.control('forget');
  });

  it('is a token in a header', async () => {
    await service.control('tokens', ['good']);
    expect((await ask(new Access(' good '))).ok).to.be.true;
    expect(await sent()).to.deep.equal(['Bearer good']);
  });

  it('is a function, asked once for all who wait, and once more after a 401', async () => {
    await service.control('tokens', ['second']);
    const tokens = ['first', 'second', 'third'];
    let asked = 0;
    const access = new Access(async () => tokens[asked++]);
    const results = await Promise.all([ask(access), access.token(), access.token()]);
    expect(results[0].ok).to.be.true;
    expect((await ask(access)).ok).to.be.true;
    expect(asked).to.equal(2);
    expect(await sent()).to.deep.equal(['Bearer first', 'Bearer second']);
  });

  it('is asked for in vain where the request was ended meanwhile, without an error of the page', async () => {
    await service.control('tokens', ['second']);
    let give: (token: string) => void = () => undefined;
    const later = new Promise<string>((resolve) => (give = resolve));
    const tokens = ['first', later];
    const access = new Access(() => tokens.shift());
    const ending = new AbortController();
    const rejected: unknown[] = [];
    const note = (event: PromiseRejectionEvent) => {
      event.preventDefault();
      rejected.push(event.reason);
    };
    window.addEventListener('unhandledrejection', note);
    const answer = access.fetch(service.apiBase + PATH, { signal: ending.signal });
    await until(() => tokens.length === 0, 'another is asked for');
    ending.abort();
    give('second');
    await answer.then(
      () => expect.fail('it was ended'),
      () => undefined,
    );
    await sent(); // long enough for the browser to tell of it
    window.removeEventListener('unhandledrejection', note);
    expect(rejected).to.deep.equal([]);
  });

  it('is there for whoever was refused without one, once another has brought it', async () => {
    const given = [undefined, 'one', 'one'];
    const access = new Access(() => given.shift());
    expect(await access.token()).to.be.undefined;
    expect(await access.renew(undefined)).to.equal('one');
    expect(await access.renew(undefined)).to.equal('one');
    expect(given, 'which was not asked for again').to.have.length(1);
  });

  it('is asked once more and not for ever; what the service repeats of a token is taken out', async () => {
    await service.control('tokens', []);
    let asked = 0;
    const result = await ask(new Access(() => `secret-${(asked += 1)}`));
    expect(asked).to.equal(2);
    expect(await sent()).to.deep.equal(['Bearer secret-1', 'Bearer secret-2']);
    expect(result).to.have.nested.property('problem.code', 'unauthorized');
    expect(result).to.have.nested.property('problem.detail', '未授权: Bearer …');
  });

  it('is taken out of a late answer that names one of the last three', async () => {
    const given = ['first-secret', 'second-secret', 'third-secret'];
    const access = new Access(() => given.shift());
    await access.renew(await access.renew(await access.token()));
    expect(given).to.deep.equal([]);
    expect(access.hide('first-secret, second-secret, third-secret')).to.equal('…, …, …');
  });

  it('is taken out however it is written, and a short one only where it is named as one', async () => {
    const access = new Access('a"b/c\\d=efgh');
    await access.token();
    for (const said of [
      'a"b/c\\d=efgh',
      JSON.stringify('a"b/c\\d=efgh').slice(1, -1),
      'a\\u0022b\\/c\\u005cd\\u003defgh',
      encodeURIComponent('a"b/c\\d=efgh'),
      (await access.protocols())[1]!.slice('bearer.'.length),
    ]) {
      expect(access.hide(`no ${said}!`), said).to.equal('no …!');
    }
    const short = new Access('gpu-1');
    await short.token();
    const said = 'gpu-1 refused: Bearer gpu-1, bearer.gpu-1';
    expect(short.hide(said)).to.equal('gpu-1 refused: Bearer …, bearer.…');
  });

  it('is cookies where the page says so', async () => {
    document.cookie = 'session=abc; path=/';
    const { port } = new URL(service.apiBase); // cookies are the host's, whatever the port
    const apiBase = `http://${location.hostname}:${port}`;
    const access = new Access(undefined, 'include');
    await new RestClient({ apiBase, clock: systemClock, access: () => access }).get(PATH);
    expect((await service.seen()).paths[PATH]!.cookies.join()).to.include('session=abc');
  });

  it('is nothing where a function throws, rejects, or brings what is no token', async () => {
    const thrower = (): string => {
      throw new Error('secret');
    };
    const sources = [
      thrower,
      () => Promise.reject(new Error('secret')),
      () => 7,
      'a\nb',
      '',
      5,
      {},
    ];
    for (const source of sources) expect(await new Access(source).token()).to.be.undefined;
    expect((await ask(new Access(thrower))).ok).to.be.true;
    expect(await sent()).to.deep.equal([]);
  });

  it('is asked for again where the function threw because nobody had signed in yet', async () => {
    const session: { token?: string } = {};
    const access = new Access(() => {
      if (session.token === undefined) throw new Error('not signed in');
      return session.token;
    });
    expect(await access.token()).to.be.undefined;
    session.token = 'good';
    expect(await access.token()).to.equal('good');
  });

  it('is not waited for without end', async () => {
    const clock = new FakeClock();
    const token = new Access(() => new Promise(() => undefined), 'omit', clock).token();
    clock.advance(TOKEN_TIMEOUT);
    expect(await token).to.be.undefined;
    expect(clock.pending).to.equal(0);
  });

  it('is a subprotocol for the socket, whatever characters it has', async () => {
    const protocols = (token: string) => new Access(token).protocols();
    expect(await protocols('eyJh.b-_c.d')).to.deep.equal(['castray', 'bearer.eyJh.b-_c.d']);
    expect(await protocols('a/b=,"')).to.deep.equal(['castray', 'bearer.a%2Fb%3D%2C%22']);
    expect(await new Access().protocols()).to.deep.equal([]);
  });
});
