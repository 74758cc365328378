import { expect } from '@open-wc/testing';
import { dataChecks } from '../../../src/store/diagnosis/data-checks.js';
import type { Evidence } from '../../../src/store/diagnosis/evidence.js';
import { isPrivate } from '../../../src/store/diagnosis/page-checks.js';
import { startService, type TestService } from '../../support/castray.js';
import { examine, Practice } from '../../support/doctor.js';
import { until } from '../../support/wait.js';
import { dashboardReport, rayRecord, wireNode, wireNodes } from '../../support/wire.js';

describe('what the doctor finds of the figures', () => {
  let service: TestService;
  let apiBase: string;

  before(async () => {
    service = await startService({ churn: false });
    ({ apiBase } = service);
  });
  afterEach(async () => {
    await service.control('reset');
  });

  it('is Ray that cannot be reached behind CastRay', async () => {
    await service.control('nodes', []);
    const practice = await examine({ apiBase });
    expect(practice.verdict('ray')).to.equal('failed ray-unreachable');
    expect(practice.last.cause?.id).to.equal('ray');
    await service.control('rest', { body: { result: false, msg: 'Ray is down' } });
    expect((await examine({ apiBase })).verdict('ray')).to.equal('failed problem service-error');
  });

  it('is two different clusters, or a node that only one side knows', async () => {
    await service.control('nodes', wireNodes(3));
    await service.control('hold');
    const data = { nodes: [wireNode(9)], result: { result: [] } };
    await service.control('rest', { body: { result: true, data } });
    expect((await examine({ apiBase })).verdict('sameNodes')).to.equal('failed other-cluster');
    const nodes = [wireNode(3), wireNode(9)];
    await service.control('rest', { body: { result: true, data: { ...data, nodes } } });
    const practice = await examine({ apiBase });
    expect(practice.verdict('sameNodes')).to.equal('warned other-nodes');
    expect(practice.check('sameNodes').facts).to.deep.equal({ onlyRest: 1, onlySocket: 2 });
  });

  it('is not sought in all records for each node, however many there are', () => {
    const nodes = wireNodes(300).map((node, i) => ({ ...node, name: `node:127.0.0.${i}` }));
    const records = nodes.map((node) => rayRecord(node, { Rover: 1 }));
    const report = dashboardReport(nodes, records);
    let read = 0;
    for (const record of report.facts) {
      const { nodeId } = record;
      Object.defineProperty(record, 'nodeId', {
        get() {
          read += 1;
          return nodeId;
        },
      });
    }
    const checks = dataChecks({
      dashboard: { address: apiBase, ms: 1, report },
      memoryFigure: 'used',
    } as Evidence);
    expect(checks.find(({ id }) => id === 'names')).to.include({ finding: 'mended-names' });
    expect(read).to.be.below(3000);
  });

  it('is one side of CastRay that names no nodes, while Ray answers the other', async () => {
    await service.control('nodes', wireNodes(3));
    const none = { nodes: [], result: { result: [] } };
    await service.control('rest', { body: { result: true, data: none } });
    const rest = await examine({ apiBase });
    expect(rest.verdict('ray')).to.equal('skipped fine');
    expect(rest.last.cause).to.deep.include({
      id: 'sameNodes',
      facts: { onlyRest: 0, onlySocket: 3 },
    });
    await service.control('nodes', []);
    const nodes = [wireNode(1), wireNode(2)];
    await service.control('rest', { body: { result: true, data: { ...none, nodes } } });
    const socket = await examine({ apiBase });
    expect(socket.last.cause).to.deep.include({
      id: 'sameNodes',
      facts: { onlyRest: 2, onlySocket: 0 },
    });
  });

  it('is a list of exactly 100 nodes', async () => {
    await service.control('nodes', wireNodes(100));
    expect((await examine({ apiBase })).verdict('limit')).to.equal('warned perhaps-cut');
    await service.control('nodes', wireNodes(99));
    expect((await examine({ apiBase })).verdict('limit')).to.equal('passed fine');
  });

  it('is a list in which not all can be read, also where only frames have it so', async () => {
    const nodes = [wireNode(1), null, wireNode(2), 7];
    await service.control('rest', { body: { result: true, data: { nodes } } });
    const rest = await examine({ apiBase });
    expect(rest.verdict('limit')).to.equal('warned unread');
    expect(rest.check('limit').facts.count).to.equal(2);
    await service.control('rest', { body: { result: true, data: { nodes: ['one', 'two'] } } });
    const none = await examine({ apiBase });
    expect(none.verdict('limit')).to.equal('warned unread');
    expect(none.verdict('ray'), 'of which nothing is known').to.equal('skipped fine');
    const report = dashboardReport(wireNodes(3), []);
    const checks = dataChecks({
      dashboard: { address: apiBase, ms: 1, report },
      socket: { address: '', nodeIds: [String(wireNode(1)['nodeId'])] },
      memoryFigure: 'used',
      unread: 2,
    } as unknown as Evidence);
    const warned = checks.filter(({ state }) => state === 'warned').map(({ id }) => id);
    expect(warned).to.deep.equal(['sameNodes', 'limit']);
  });

  it('is a placeholder for a name, unless Ray’s own record has one', async () => {
    const node = wireNode(1, { name: 'node:127.0.0.1' });
    const record = (resources: object) => ({ node_id: node['nodeId'], resources_total: resources });
    await service.control('nodes', { nodes: [node], records: [record({ CPU: 4 })] });
    const unnamed = await examine({ apiBase });
    expect(unnamed.verdict('names')).to.equal('warned unnamed');
    expect(unnamed.check('names').facts.count).to.equal(1);
    await service.control('nodes', { nodes: [node], records: [record({ CPU: 4, Jetson: 1 })] });
    expect((await examine({ apiBase })).verdict('names')).to.equal('passed mended-names');
    const dead = wireNode(1, { name: 'node:127.0.0.1', state: 'DEAD' });
    await service.control('nodes', [dead, wireNode(2)]);
    const restarted = await examine({ apiBase });
    expect(restarted.verdict('names'), 'nobody can name it any more').to.equal('passed fine');
  });

  it('is a summary of nothing but zeros, which is said and is no fault', async () => {
    expect((await examine({ apiBase })).verdict('summary')).to.equal('passed zero-totals');
  });

  it('is memory that reads full on an idle cluster: a suspicion, with the setting', async () => {
    const nodes = (memory: number, cpu: number) =>
      [1, 2, 3].map((number) => wireNode(number, { memory, cpu }));
    await service.control('nodes', nodes(7, 10)); // a repaired service, its use taken for what is left
    const practice = await examine({ apiBase });
    expect(practice.verdict('memory')).to.equal('warned inverted');
    expect(practice.check('memory').facts.setting).to.equal('memory-figure="used"');
    await service.control('nodes', nodes(93, 10));
    expect((await examine({ apiBase })).verdict('memory')).to.equal('passed fine');
    const used = await examine({ apiBase, memoryFigure: 'used' });
    expect(used.check('memory').facts.setting).to.equal('memory-figure="available"');
    await service.control('nodes', nodes(7, 80)); // really full, and busy
    expect((await examine({ apiBase })).verdict('memory')).to.equal('passed fine');
  });

  it('is what the page’s policy, its scheme or its network forbids', async () => {
    const down = { apiBase: 'http://127.0.0.1:1' };
    const csp = await examine(down, { page: { refused: [`${down.apiBase}/api/status?x`] } });
    expect(csp.verdict('csp')).to.equal('failed csp-forbids');
    expect(csp.check('csp').facts.origin).to.equal(down.apiBase);
    expect(csp.last.cause?.id).to.equal('csp');
    const offline = await examine({ apiBase }, { page: { isOnline: false } });
    expect(offline.verdict('online'), 'a hint, no verdict').to.equal('passed fine');
    const elsewhere = { url: 'https://page.example/', localNetwork: 'denied' } as const;
    const loopback = await examine({ apiBase }, { page: elsewhere });
    expect(loopback.verdict('secure'), 'loopback is exempt').to.equal('passed fine');
    expect(loopback.verdict('network'), 'it works all the same').to.equal('passed fine');
    const cut = await examine(down, { page: { isOnline: false } });
    expect(cut.verdict('online')).to.equal('warned offline');
    const url = 'https://page.example/';
    const asked = await examine(down, {
      page: { url: 'https://203.0.113.7/', localNetwork: 'prompt' },
    });
    expect(asked.verdict('network')).to.equal('failed permission');
    expect(asked.last.cause?.id).to.equal('network');
    expect(
      (await examine(down, { page: { url, localNetwork: 'denied' } })).verdict('network'),
    ).to.equal('failed denied');
    const mixed = await examine({ apiBase: 'http://castray.invalid:1' }, { page: { url } });
    expect(mixed.verdict('secure')).to.equal('failed mixed');
    expect(mixed.verdict('status')).to.match(/^failed blocked/);
    expect(mixed.last.cause?.id).to.equal('secure');
  });

  it('is, where the page may be a private one itself, a service that does not answer', async () => {
    for (const page of [
      { url: 'http://dash.test/', localNetwork: 'denied' },
      { url: 'http://203.0.113.7/', localNetwork: 'denied' },
      { url: 'https://dash.test/', localNetwork: 'prompt' },
    ] as const) {
      const practice = await examine({ apiBase: 'http://127.0.0.1:1' }, { page });
      expect(practice.verdict('network'), page.url).to.equal('warned permission');
      expect(practice.last.cause?.id).to.equal('status');
    }
  });

  it('is, where a policy goes by paths, the one of the address that does not answer', async () => {
    const origin = 'http://127.0.0.1:1';
    const fileServerUrl = `${origin}/files`;
    const page = { refused: [`${apiBase}/files`, fileServerUrl] };
    const works = await examine({ apiBase }, { page });
    expect(works.verdict('csp'), 'it answers').to.equal('passed fine');
    const practice = await examine({ apiBase, fileServerUrl }, { page });
    expect(practice.verdict('csp')).to.equal('failed csp-forbids');
    expect(practice.check('csp').address).to.equal(fileServerUrl);
  });

  it('is no permission that is missing where data came before', async () => {
    const page = { url: 'https://203.0.113.7/', localNetwork: 'denied' } as const;
    const practice = new Practice({ apiBase }, { page });
    const { store } = practice.made;
    store.attach();
    await until(() => store.state.connection.phase === 'live', 'live');
    await service.control('down');
    await until(() => store.state.connection.phase === 'reconnecting', 'lost');
    await practice.doctor.run();
    await service.control('up');
    expect(practice.verdict('network')).to.equal('passed fine');
    expect(practice.last.cause?.id).to.equal('status');
    practice.made.dispose();
  });

  it('is no permission that is missing where something answers, if only to say no', async () => {
    const page = { url: 'https://page.example/', localNetwork: 'prompt' } as const;
    await service.control('status', { path: '/api/status', body: {}, cors: false });
    const practice = await examine({ apiBase }, { page });
    expect(practice.verdict('status')).to.equal('failed problem not-readable');
    expect(practice.verdict('network')).to.equal('passed fine');
    await service.control('reset');
    await service.control('refuseUpgrade', { status: 403 });
    const refused = await examine({ apiBase }, { page });
    expect(refused.last.cause?.finding).to.equal('no-upgrade');
  });

  it('knows a private host from a public one', () => {
    const hosts = [
      'localhost',
      '127.0.0.1',
      '[::1]',
      'm10',
      'm10.local',
      '172.20.0.5',
      '169.254.9.1',
      '[fd00::1]',
    ];
    for (const host of hosts) expect(isPrivate(host), host).to.equal(true);
    for (const host of [
      'castray.example',
      '172.40.0.5',
      '203.0.113.7',
      '[2001:db8::1]',
      '10.example',
    ])
      expect(isPrivate(host), host).to.equal(false);
  });
});
