import { expect } from '@open-wc/testing';
import { Access, TOKEN_TIMEOUT } from '../../src/connection/access.js';
import { systemClock } from '../../src/connection/clock.js';
import { httpRefusal } from '../../src/connection/http-refusal.js';
import { MAX_BODY_BYTES } from '../../src/connection/response-text.js';
import { REST_TIMEOUT, RestClient, type RestResult } from '../../src/connection/rest-client.js';
import { capture } from '../support/captures.js';
import { startService, type Override, type TestService } from '../support/castray.js';
import { FakeClock } from '../support/fake-clock.js';
import { until } from '../support/wait.js';

const PATH = '/api/ray-dashboard';

describe('REST', () => {
  let service: TestService;
  let clock: FakeClock;
  let client: RestClient;
  const asked = async () => (await service.seen()).requests[PATH] ?? 0;
  const problemOf = (result: RestResult) => {
    if (result.ok) throw new Error('it went well');
    return result.problem;
  };
  const answers = (override: Override | null) => service.control('rest', override);
  /** Waits until it waits before retry `n`; the fake clock's chance makes that exactly so long. */
  const pausedBefore = async (n: number) => {
    const wait = 500 + 500 * 2 ** n;
    await until(() => clock.nextIn === wait, `waits before retry ${n}`);
    return wait;
  };

  before(async () => {
    service = await startService({ churn: false });
  });
  beforeEach(async () => {
    await service.control('reset');
    await service.control('up');
    await service.control('forget');
    clock = new FakeClock();
    client = new RestClient({ apiBase: service.apiBase, clock });
  });

  it('brings an answer with its times', async () => {
    const real = new RestClient({ apiBase: service.apiBase, clock: systemClock });
    const before = Date.now();
    const result = await real.get(PATH);
    if (!result.ok) throw new Error(result.problem.code);
    expect(JSON.parse(result.text)).to.have.property('result', true);
    expect(result.requestedAt).to.be.within(before, result.receivedAt);
    expect(result.address).to.equal(service.apiBase + PATH);
  });

  it('sends no credentials', async () => {
    document.cookie = 'session=secret; path=/';
    const { port } = new URL(service.apiBase); // cookies are the host's, whatever the port
    const apiBase = `http://${location.hostname}:${port}`;
    expect((await new RestClient({ apiBase, clock }).get(PATH)).ok).to.be.true;
    const { cookies, authorizations, methods } = (await service.seen()).paths[PATH]!;
    expect(cookies).to.deep.equal([]);
    expect(authorizations).to.deep.equal([]);
    expect(methods, 'and no preflight goes before it').to.deep.equal({ GET: 1 });
  });

  it('has one request in flight for a path, however many ask', async () => {
    await answers({ body: {}, delay: 50 });
    const results = await Promise.all([client.get(PATH), client.get(PATH), client.get(PATH)]);
    expect(new Set(results).size).to.equal(1);
    expect(await asked()).to.equal(1);
    await client.get(PATH);
    expect(await asked(), 'afterwards it asks again').to.equal(2);
  });

  it('gives up after 20 s, and says so', async () => {
    await service.control('stall', { ms: null });
    const result = client.get(PATH, 0);
    await until(async () => (await asked()) === 1, 'a request');
    clock.advance(REST_TIMEOUT - 1);
    clock.advance(1);
    expect(problemOf(await result)).to.include({
      code: 'timeout',
      address: service.apiBase + PATH,
    });
    expect(clock.pending).to.equal(0);
  });

  it('does not count into the 20 s how long the page takes for its token', async () => {
    await service.control('stall', { ms: null });
    let give: (token: string) => void = () => undefined;
    const later = new Promise<string>((resolve) => (give = resolve));
    const access = new Access(() => later, 'omit', clock);
    const waiting = new RestClient({ apiBase: service.apiBase, clock, access: () => access });
    const result = waiting.get(PATH, 0);
    clock.advance(TOKEN_TIMEOUT - 1);
    give('good');
    await until(async () => (await asked()) === 1, 'a request');
    clock.advance(REST_TIMEOUT - 1);
    expect(clock.nextIn).to.equal(1);
    clock.advance(1);
    expect(problemOf(await result).code).to.equal('timeout');
    expect(clock.pending).to.equal(0);
  });

  it('does not count into the 20 s how long the page takes for another token', async () => {
    await service.control('tokens', ['good']);
    let give: (token: string) => void = () => undefined;
    const tokens = ['old', new Promise<string>((resolve) => (give = resolve))];
    const access = new Access(() => tokens.shift(), 'omit', clock);
    let takes = REST_TIMEOUT - 1;
    const sent = () => {
      clock.advance(takes); // until the first one is refused
      takes = 0;
    };
    const { apiBase } = service;
    const waiting = new RestClient({ apiBase, clock, access: () => access, sent });
    const result = waiting.get(PATH, 0);
    await until(() => tokens.length === 0, 'another is asked for');
    clock.advance(TOKEN_TIMEOUT - 1);
    give('good');
    expect((await result).ok).to.be.true;
  });

  it('counts the body into the 20 s', async () => {
    await answers({ body: 'x'.repeat(1000), drip: 60_000 });
    const result = client.get(PATH, 0);
    await until(async () => (await asked()) === 1, 'a request');
    clock.advance(REST_TIMEOUT);
    expect(problemOf(await result).code).to.equal('timeout');
  });

  it('retries a GET three times where nobody answers', async () => {
    await service.control('down');
    const result = client.get(PATH);
    for (const n of [1, 2, 3]) clock.advance(await pausedBefore(n));
    expect(problemOf(await result).code).to.equal('unreachable');
  });

  it('retries a 500, and is content with what comes then', async () => {
    await answers({ status: 500, body: { detail: 'Ray is not there' }, times: 2 });
    const result = client.get(PATH);
    for (const n of [1, 2]) clock.advance(await pausedBefore(n));
    expect((await result).ok).to.be.true;
    expect(await asked()).to.equal(3);
  });

  it("says the status where CastRay breaks, in its plain words or a proxy's HTML", async () => {
    for (const contentType of ['text/plain; charset=utf-8', 'text/html']) {
      await answers({ status: 502, contentType, body: 'Internal Server Error' });
      const problem = problemOf(await client.get(PATH, 0));
      expect(problem).to.include({ code: 'http-status', status: 502 });
    }
  });

  it('says the status where a proxy is too slow, or finds something too large or too often', async () => {
    for (const status of [408, 413, 429]) {
      await answers({ status, contentType: 'text/html', body: '<h1>nginx</h1>' });
      expect(problemOf(await client.get(PATH, 0))).to.include({ code: 'http-status', status });
    }
  });

  it('does not retry what was answered with a no', async () => {
    for (const status of [400, 404, 422]) {
      await answers({ status, body: { detail: '没有' } });
      expect(problemOf(await client.get(PATH))).to.include({
        code: 'http-status',
        status,
        detail: '没有',
      });
    }
    expect(await asked()).to.equal(3);
  });

  it('says that a sign-in is needed for 401 and 403, whoever says it', async () => {
    for (const status of [401, 403]) {
      for (const contentType of ['application/json', 'text/html']) {
        await answers({ status, contentType, body: '{}' });
        expect(problemOf(await client.get(PATH))).to.include({ code: 'unauthorized', status });
      }
    }
    expect(await asked()).to.equal(4);
  });

  it('takes a page of HTML to which it is led for that of a sign-in', async () => {
    await service.control('status', { path: '/login', contentType: 'text/html', body: '<form>' });
    await answers({ status: 302, headers: { location: '/login' }, body: '' });
    expect(problemOf(await client.get(PATH))).to.include({ code: 'unauthorized' });
    expect(await asked()).to.equal(1);
  });

  it("says that a page of HTML is not CastRay: a file server's 404, say", async () => {
    const body = await capture('http-server-listing.html');
    for (const status of [404, 501]) {
      await answers({ status, contentType: 'text/html;charset=utf-8', body });
      expect(problemOf(await client.get(PATH))).to.include({ code: 'not-castray', status });
    }
  });

  it('cannot read the answer of another origin without CORS', async () => {
    await answers({ status: 404, cors: false, body: {} });
    expect(problemOf(await client.get(PATH, 0)).code).to.equal('not-readable');
  });

  it('reads no body that says that it is too large', async () => {
    await answers({ body: 'x'.repeat(MAX_BODY_BYTES + 1) });
    expect(problemOf(await client.get(PATH, 0)).code).to.equal('too-large');
  });

  it('does not make a newcomer sit out the wait before a retry', async () => {
    await answers({ status: 503, body: {}, times: 1 });
    const first = client.get(PATH);
    await pausedBefore(1);
    const second = client.get(PATH, 0);
    expect((await second).ok).to.be.true;
    expect(await first).to.equal(await second);
  });

  it('tries again what a proxy without CORS says while the service starts', async () => {
    await answers({ status: 502, cors: false, body: {}, times: 1 });
    const result = client.get(PATH);
    clock.advance(await pausedBefore(1));
    expect((await result).ok).to.be.true;
  });

  it('takes the page to which a folder leads for that folder', async () => {
    await service.control('status', { path: '/listing', contentType: 'text/html', body: '<ul>' });
    const headers = { location: '/listing' };
    await service.control('status', { path: '/folder/', status: 302, headers, body: '' });
    expect(await client.get('/folder/')).to.include({ ok: true, text: '<ul>' });
  });

  it('lets go of an answer that it need not read', async () => {
    const body = 'x'.repeat(1000);
    await answers({ status: 404, contentType: 'text/html', body, drip: 600_000 });
    expect(problemOf(await client.get(PATH)).code).to.equal('not-castray');
    await until(async () => (await service.seen()).paths[PATH]!.active === 0, 'it is ended');
  });

  it('asks nothing more once it is disposed of', async () => {
    client.dispose();
    expect(problemOf(await client.get(PATH)).code).to.equal('unreachable');
    expect(await asked()).to.equal(0);
  });

  it('ends what runs when it is disposed of', async () => {
    await service.control('stall', { ms: null });
    const running = client.get(PATH);
    await until(async () => (await asked()) === 1, 'a request');
    client.dispose();
    expect(problemOf(await running).code).to.equal('unreachable');
    expect(clock.pending).to.equal(0);
  });

  it('ends a wait before a retry when it is disposed of', async () => {
    await service.control('down');
    const running = client.get(PATH);
    await pausedBefore(1);
    client.dispose();
    expect(problemOf(await running).code).to.equal('unreachable');
    expect(clock.pending).to.equal(0);
  });

  it('reads what is wrong with a form, and throws nothing where that goes deep', () => {
    const detailOf = (body: string) => httpRefusal(422, 'application/json', body)[1].detail;
    const fault = { loc: ['body', 'file'], msg: 'Field required' };
    expect(detailOf(JSON.stringify({ detail: [fault] }))).to.equal('file: Field required');
    const deep = '['.repeat(50_000) + ']'.repeat(50_000);
    for (const body of [`{"detail":[{"loc":[${deep}],"msg":${deep}}]}`, `{"detail":${deep}}`]) {
      expect(detailOf(body)).to.satisfy((said?: string) => !said?.includes('['));
    }
  });
});
