import { expect } from '@open-wc/testing';
import { startService, type TestService } from '../../support/castray.js';
import { examine, type Practice } from '../../support/doctor.js';

describe('what the doctor finds of the addresses', () => {
  let service: TestService;
  let apiBase: string;
  let wsUrl: string;
  let files: string;
  let filesWs: string;

  before(async () => {
    service = await startService({ churn: false, frameInterval: 100, fileServer: true });
    ({ apiBase, wsUrl } = service);
    files = service.filesUrl!;
    filesWs = `${files.replace('http', 'ws')}/ws`;
  });

  /** Which setting goes from where to where. */
  const remedy = ({ last }: Practice) =>
    last.remedy.map(({ setting, from, to }) => [setting, from, to]);

  it('is a file server at both addresses, and CastRay at another one of the page’s', async () => {
    const settings = { apiBase: files, wsUrl: filesWs, fileServerUrl: files };
    const services = { rayApiBase: apiBase, ueRemoteControlUrl: 'http://127.0.0.1:1' };
    const practice = await examine(settings, { services });
    expect(practice.verdict('ports')).to.equal('failed file-server-there');
    expect(practice.last.cause).to.deep.include({ id: 'ports', address: files });
    expect(practice.check('ports').facts).to.deep.equal({
      setting: 'api-base',
      also: 'ws-url',
      rightAddress: apiBase,
    });
    expect(remedy(practice)).to.deep.equal([
      ['api-base', files, apiBase],
      ['ws-url', filesWs, wsUrl],
    ]);
    expect(practice.verdict('files'), 'which is right').to.equal('passed link-only not-readable');
  });

  it('is a file server at the address of REST, while the WebSocket’s is right', async () => {
    const practice = await examine({ apiBase: files, wsUrl });
    expect(practice.verdict('ports')).to.equal('failed perhaps-file-server');
    expect(remedy(practice)).to.deep.equal([['api-base', files, apiBase]]);
  });

  it('is no other CastRay beside a WebSocket that delivers, however fast it answers', async () => {
    const other = await startService({ churn: false, fleet: 'harbour' });
    const services = { rayApiBase: other.apiBase };
    const mixed = await examine({ apiBase: 'http://127.0.0.1:1', wsUrl }, { services });
    expect(remedy(mixed)).to.deep.equal([['api-base', 'http://127.0.0.1:1', apiBase]]);
    for (const { remedy: offered } of mixed.told)
      expect(offered.map(({ to }) => to)).not.to.include(other.apiBase);
    await service.control('status', { path: '/api/status', status: 503, body: {} });
    const half = await examine({ apiBase: 'http://127.0.0.1:1', wsUrl }, { services });
    expect(remedy(half)).to.deep.equal([]);
    expect(half.verdict('ports'), 'which is not nowhere').to.equal('skipped fine');
    const failing = await examine({ apiBase }, { services });
    expect(remedy(failing), 'it fails at the right address').to.deep.equal([]);
    await service.control('reset');
    await other.stop();
  });

  it('is the first of several in the order of the page, not of their answers', async () => {
    const other = await startService({ churn: false });
    await service.control('status', {
      path: '/api/status',
      delay: 200,
      body: { node_statuses: {} },
    });
    const services = { rayApiBase: apiBase, frontendBase: other.apiBase };
    const practice = await examine({ apiBase: files }, { services });
    expect(remedy(practice)).to.deep.equal([['api-base', files, apiBase]]);
    await service.control('reset');
    await other.stop();
  });

  it('is that no address of the page is CastRay’s', async () => {
    const practice = await examine({ apiBase: files, fileServerUrl: files });
    expect(practice.verdict('ports')).to.equal('failed file-server-there');
    expect(practice.check('ports').facts.rightAddress).to.equal(undefined);
    expect(remedy(practice)).to.deep.equal([]);
  });

  it('is two addresses that are swapped', async () => {
    const practice = await examine({ apiBase: files, fileServerUrl: apiBase });
    expect(practice.verdict('ports')).to.equal('failed swapped');
    expect(remedy(practice)).to.deep.equal([
      ['api-base', files, apiBase],
      ['file-server-url', apiBase, files],
    ]);
  });

  it('is CastRay where the file server should be', async () => {
    const practice = await examine({ apiBase, fileServerUrl: apiBase });
    expect(practice.verdict('ports')).to.equal('warned castray-as-files');
    expect(practice.last.cause?.finding).to.equal('castray-as-files');
    expect(practice.verdict('files')).to.equal('warned castray-as-files');
    expect(practice.verdict('status')).to.equal('passed fine');
  });

  it('is a port at which nothing listens, and CastRay at that of the WebSocket', async () => {
    const practice = await examine({ apiBase: 'http://127.0.0.1:1', wsUrl });
    expect(practice.verdict('ports')).to.equal('failed castray-elsewhere');
    expect(remedy(practice)).to.deep.equal([['api-base', 'http://127.0.0.1:1', apiBase]]);
  });

  it('is only what is wrong: a WebSocket’s address that is right stays as it is', async () => {
    const practice = await examine({ apiBase: `${apiBase}/api`, wsUrl, fileServerUrl: apiBase });
    expect(remedy(practice)).to.deep.equal([['api-base', `${apiBase}/api`, apiBase]]);
  });

  it('is a WebSocket that is not where REST is, and would be', async () => {
    const practice = await examine({ apiBase, wsUrl: filesWs });
    expect(practice.verdict('ports')).to.equal('failed socket-elsewhere');
    expect(remedy(practice)).to.deep.equal([['ws-url', filesWs, wsUrl]]);
    expect(practice.verdict('handshake'), 'no proxy').to.equal('failed problem socket-refused');
  });

  it('is a sign-in that is needed, and no wrong address, though CastRay answers elsewhere', async () => {
    const guarded = await startService({ churn: false });
    await guarded.control('tokens', ['good']);
    const practice = await examine({ apiBase: guarded.apiBase, wsUrl });
    expect(practice.verdict('ports')).to.equal('skipped fine');
    expect(practice.last.cause?.id).to.equal('status');
    expect(remedy(practice)).to.deep.equal([]);
    await guarded.stop();
  });

  it('is no file server where a WebSocket of CastRay delivers, or at another path of a proxy', async () => {
    const broken = await startService({ churn: false });
    const html = { contentType: 'text/html', body: '<p>hello' };
    await broken.control('status', { path: '/api/status', ...html });
    const delivers = await examine({ apiBase: broken.apiBase });
    expect(delivers.verdict('ports')).to.equal('skipped fine');
    expect(delivers.last.cause?.id).to.equal('status');
    const settings = { apiBase: `${files}/castray`, fileServerUrl: `${files}/files` };
    expect((await examine(settings)).verdict('ports')).to.equal('failed perhaps-file-server');
    await broken.stop();
  });

  it('is another service where JSON answers that is not CastRay’s, which is no file server', async () => {
    const other = await startService({ churn: false });
    await other.control('refuseUpgrade', { status: 404 });
    for (const path of ['/api/status', '/api/ray-dashboard'])
      await other.control('status', { path, body: { hello: 1 } });
    const alone = await examine({ apiBase: other.apiBase, fileServerUrl: other.apiBase });
    expect(alone.verdict('ports')).to.equal('failed other-service');
    expect(alone.last.cause?.id).to.equal('ports');
    const practice = await examine({ apiBase: other.apiBase, fileServerUrl: apiBase });
    expect(practice.verdict('ports'), 'not swapped with one').to.equal('failed other-service');
    expect(remedy(practice)).to.deep.equal([['api-base', other.apiBase, apiBase]]);
    await other.stop();
  });

  it('is nothing that http or ws answers in place of https or wss: a token would go out in clear', async () => {
    const safe = apiBase.replace('http', 'https'); // where TLS is not spoken
    const services = { rayApiBase: apiBase };
    const rest = await examine({ apiBase: safe, fileServerUrl: apiBase }, { services });
    expect(remedy(rest)).to.deep.equal([]);
    expect(JSON.stringify(rest.check('ports').facts)).not.to.include(apiBase);
    const socket = await examine({ apiBase, wsUrl: wsUrl.replace('ws', 'wss') });
    expect(remedy(socket)).to.deep.equal([]);
    const both = await examine(
      { apiBase: files, wsUrl: filesWs.replace('ws', 'wss') },
      { services },
    );
    expect(remedy(both), 'but what is right all the same').to.deep.equal([
      ['api-base', files, apiBase],
    ]);
  });

  it('asks no address that the page does not name', async () => {
    const services = { wsUrl: 'http://', frontendBase: 7, pixelStreamingUrl: 'javascript:1' };
    const practice = await examine({ apiBase: 'http://127.0.0.1:1' }, { services });
    expect(practice.verdict('ports')).to.equal('skipped fine');
    const hosts = practice.made.requests.map((url) => new URL(url).host);
    expect(hosts.filter((host) => host !== '127.0.0.1:1')).to.deep.equal([]);
  });

  it('is what is missing, and what was refused, without its secrets', async () => {
    const none = await examine({});
    expect(none.verdict('apiBase')).to.equal('failed no-castray-address');
    expect(none.verdict('fileServerUrl')).to.equal('skipped not-set');
    expect(none.last.cause?.id).to.equal('apiBase');
    const refused = await examine({ apiBase: 'http://user:secret@127.0.0.1:1' });
    expect(refused.verdict('apiBase')).to.equal('failed problem bad-address');
    expect(JSON.stringify(refused.last)).not.to.include('secret');
    const alone = await examine({ wsUrl });
    expect(alone.verdict('apiBase')).to.equal('warned no-castray-address');
  });
});
