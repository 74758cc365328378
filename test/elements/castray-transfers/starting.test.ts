import { expect } from '@open-wc/testing';
import { startService, type TestService } from '../../support/castray.js';
import { TransfersPage } from '../../support/transfers-page.js';
import { until } from '../../support/wait.js';
import { wireNode } from '../../support/wire.js';

const FILE = 'demo_files/blob.bin';
const START = '/api/file-transfer/node-to-node';

describe('starting a transfer', () => {
  let service: TestService;

  beforeEach(async () => {
    service = await startService({ churn: false, frameInterval: 200, pieceMs: 200 });
  });
  afterEach(() => service.stop());

  const starts = async () => (await service.seen()).requests[START] ?? 0;

  it('is off unless the page asks for it', async () => {
    const page = await TransfersPage.mount(service, {}, { actions: '' });
    await page.says('No transfers');
    expect(page.find('form, button')).to.equal(null);
  });

  it('goes from name to name, shows how far it is, and ends with its times and mean speed', async () => {
    const page = await TransfersPage.mount(service);
    await page.start('M10', 'Jetson', FILE);
    await page.runs();
    expect(page.part('path')).to.equal('M10 → Jetson');
    await until(() => page.rows('completed').length === 1, 'its end', 8000);
    expect(page.rows('completed')).to.deep.equal(['blob.bin: completed']);
    expect(page.events).to.deep.equal(['start blob.bin running', 'end blob.bin completed']);
    await until(() => /mean [\d.]+ MiB\/s [^/]*$/.test(page.part('facts')), 'the mean speed');
    expect(page.part('facts')).to.match(/2\.9 MiB .*\b\d{1,2}:\d\d:\d\d\D+\d{1,2}:\d\d:\d\d/);
    expect(page.textOf("[role='status']")).to.equal('blob.bin: completed');
    page.get("[part='clear-button']").click();
    await until(() => page.rows('completed').length === 0, 'a cleared group');
  }).timeout(15_000);

  it('says what is unknown, where that is the size', async () => {
    const nodes = { source_node: 'M10', target_node: 'M2' };
    const transfer = { id: 'transfer_1', status: 'failed', file_name: 'a.bin', ...nodes };
    const body = { success: true, transfers: [transfer], total: 1 };
    await service.control('status', { path: '/api/file-transfer/list', body });
    const page = await TransfersPage.mount(service);
    await until(() => page.find("[part='transfer']"), 'the list');
    expect(page.part('facts')).to.equal('M10 → M2 size unknown');
  });

  it('offers the listed files by their folder, with its last slash or without', async () => {
    const page = await TransfersPage.mount(service);
    await page.fill('M10', 'M2', '');
    page.get("input[name='file']").dispatchEvent(new FocusEvent('focusin', { bubbles: true }));
    await until(() => page.find(`option[value='${FILE}']`), 'the file on the list');
    page.element.filesPath = 'other';
    await until(() => page.find(`option[value='other/blob.bin']`), 'the file in another folder');
    page.element.filesPath = '';
    await until(() => page.find(`option[value='blob.bin']`), 'the file in none');
  });

  it('keeps the nodes that were chosen where another one joins above them', async () => {
    const nodes = ['M10', 'M2'].map((name, n) => wireNode(n, { name }));
    await service.control('nodes', nodes);
    const page = await TransfersPage.mount(service);
    await page.fill('M10', 'M2', FILE);
    await service.control('nodes', [...nodes, wireNode(7, { name: 'Alpha' })]);
    await until(() => page.all("[part='source'] option").length === 4, 'the new one');
    const chosen = ['source', 'target'].map((part) => {
      const { selectedOptions } = page.get(`[part='${part}']`) as HTMLSelectElement;
      return selectedOptions[0]!.textContent.trim();
    });
    expect(chosen).to.deep.equal(['M10', 'M2']);
  });

  it('tells nodes of one name apart by the ends of their ids', async () => {
    const twins = [1, 2].map((n) => wireNode(n, { name: 'M10' }));
    await service.control('nodes', [...twins, wireNode(3, { name: 'M2' })]);
    const page = await TransfersPage.mount(service);
    await until(() => page.all("[part='source'] option").length === 4, 'the nodes');
    const offered = page.all("[part='source'] option").map(({ textContent }) => textContent);
    const ends = twins.map((node) => String(node['nodeId']).slice(-6));
    for (const end of ends)
      expect(offered.filter((text) => text.includes(`…${end}`))).to.have.length(1);
    expect(offered.filter((text) => text.includes('…'))).to.have.length(2);
  });

  it('takes the name of a file as it is, with a blank at its end', async () => {
    const other = await startService({ churn: false, pieceMs: 10, files: { 'end ': 'hello' } });
    const page = await TransfersPage.mount(other);
    await page.start('M10', 'M2', 'demo_files/end ');
    await until(() => page.rows('completed').length === 1, 'its end', 8000);
    expect(page.rows('failed')).to.deep.equal([]);
    await other.stop();
  }).timeout(15_000);

  it('is refused before anything is sent: the same node twice, no file', async () => {
    const page = await TransfersPage.mount(service);
    await page.start('M2', 'M2', FILE);
    expect(page.part('fault')).to.equal('Source and target are the same node.');
    await page.start('M2', 'M10', ' ');
    expect(page.part('fault')).to.equal('Choose two nodes and a file.');
    expect(await starts()).to.equal(0);
  });

  it('happens once for a double click', async () => {
    const page = await TransfersPage.mount(service);
    await page.start('M10', 'M2', FILE);
    page.get("[part='start-button']").click();
    await page.runs();
    expect(await starts()).to.equal(1);
  });

  it('tells two apart that the service gives one id', async () => {
    const page = await TransfersPage.mount(service);
    await page.start('M10', 'M2', FILE);
    await page.runs();
    const listed = await fetch(`${service.apiBase}/api/file-transfer/list`);
    const { transfers } = (await listed.json()) as { transfers: Record<string, unknown>[] };
    const second = { ...transfers[0], transfer_id: transfers[0]!['id'], target_node: 'M3' };
    await service.control('status', { path: START, body: second });
    await service.control('status', {
      path: '/api/file-transfer/list',
      body: { success: true, transfers: [second], total: 1 },
    });
    await page.start('M10', 'M3', FILE);
    await until(() => page.rows('failed').length === 1, 'one that nobody knows', 8000);
    expect(page.textOf("[data-group='failed'] [part='path']")).to.equal('M10 → M2');
    expect(page.textOf("[data-group='failed'] [part='reason']")).to.include('the same id');
    expect(page.textOf("[data-group='running'] [part='path']")).to.equal('M10 → M3');
  }).timeout(15_000);

  for (const [name, answer, words] of [
    ['401', { status: 401, body: {} }, 'A sign-in is needed. (401)'],
    [
      '403',
      { status: 403, body: { detail: '不允许' } },
      'The service does not allow it. (403 不允许)',
    ],
    [
      '404',
      { status: 404, body: { detail: '源文件不存在' } },
      'does not find it. (404 源文件不存在)',
    ],
    ['413', { status: 413, body: {} }, 'The file is too large for the service. (413)'],
    [
      '422',
      { status: 422, body: { detail: [{ loc: ['body', 'file_path'], msg: 'Field required' }] } },
      'does not accept the form. (422 file_path: Field required)',
    ],
    ['500', { status: 500, body: {} }, 'The service failed. (500)'],
    [
      'HTML',
      { contentType: 'text/html', body: '<h1>It works</h1>' },
      'What answers is not CastRay.',
    ],
    ['half an answer', { body: '{"success":true,"transf' }, 'The answer broke off.'],
    [
      'a cut connection',
      { body: '{"succ', headers: { 'content-length': '999', connection: 'close' } },
      'The answer broke off.',
    ],
    ['a refusal with status 200', { body: { success: false, message: '磁盘已满' } }, '磁盘已满'],
  ] as const) {
    it(`says why it did not happen: ${name}`, async () => {
      await service.control('status', { path: START, ...answer });
      const page = await TransfersPage.mount(service);
      await page.start('M10', 'M2', FILE);
      await until(() => page.rows('failed').length === 1, 'a failed transfer');
      expect(page.textOf("[data-group='failed'] [part='transfer']")).to.include(words);
      expect(page.rows('completed')).to.deep.equal([]);
    });
  }

  it('begins however slowly the answer drips in, once', async () => {
    const listed = {
      status: 'in-progress',
      progress: 5,
      file_name: 'blob.bin',
      source_node: 'M10',
      target_node: 'M2',
    };
    const body = { success: true, transfer_id: 'transfer_1', ...listed };
    await service.control('status', { path: START, body, drip: 1500 });
    await service.control('status', {
      path: '/api/file-transfer/list',
      body: { success: true, transfers: [{ id: 'transfer_1', ...listed }], total: 1 },
    });
    await service.control('status', { path: '/api/file-transfer/status/transfer_1', body });
    const page = await TransfersPage.mount(service);
    await page.start('M10', 'M2', FILE);
    expect(page.rows('running')).to.include('blob.bin: starting');
    const bar = page.get('[role=progressbar]');
    expect(bar.hasAttribute('aria-valuenow'), 'a share is read out').to.be.false;
    // the list may be quicker, and names it first
    await until(() => page.rows('running').join() === 'blob.bin: running', 'one that runs');
    expect(bar.getAttribute('aria-valuenow')).to.equal('5');
    expect(await starts()).to.equal(1);
  });

  it('is made good by Again', async () => {
    await service.control('status', { path: START, status: 500, body: {}, times: 1 });
    const page = await TransfersPage.mount(service);
    await page.start('M10', 'M2', FILE);
    await until(() => page.rows('failed').length === 1, 'a failed transfer');
    await until(
      () => {
        page.find("[part='again-button']")?.click();
        return page.rows('completed').length === 1;
      },
      'a completed one',
      8000,
    );
    expect(page.rows('failed')).to.deep.equal([]);
    expect(await starts()).to.equal(2);
  }).timeout(15_000);
  for (const status of [404, 422]) {
    it(`says of ${status} in HTML that something else answers`, async () => {
      const html = { status, contentType: 'text/html', body: '<h1>Not Found</h1>' };
      await service.control('status', { path: START, ...html });
      const page = await TransfersPage.mount(service);
      await page.start('M10', 'M2', FILE);
      await until(() => page.rows('failed').length === 1, 'its end', 8000);
      expect(page.part('reason')).to.include('What answers is not CastRay');
    });
  }

  it('can be done where the page has no folder for the files', async () => {
    const page = await TransfersPage.mount(service);
    await page.fill('M10', 'M2', '');
    page.get("input[name='file']").dispatchEvent(new FocusEvent('focusin', { bubbles: true }));
    await until(() => page.find('datalist option'), 'the files');
    Object.assign(page.element, { filesPath: undefined });
    await page.element.updateComplete;
    expect(page.find("option[value='demo_files/blob.bin']") !== null).to.equal(true);
  });

  it('calls only those fields wrong that are empty, and until something is changed', async () => {
    const page = await TransfersPage.mount(service);
    await page.fill('M2', 'M10', FILE);
    const wrong = () =>
      page.all("[aria-invalid='true']").map((field) => field.getAttribute('part'));
    const target = page.get("[part='target']") as HTMLSelectElement;
    target.value = '';
    target.dispatchEvent(new Event('input', { bubbles: true }));
    page.get("[part='start-button']").click();
    await page.element.updateComplete;
    expect(wrong()).to.deep.equal(['target']);
    page.get("[part='file']").dispatchEvent(new Event('input', { bubbles: true }));
    await page.element.updateComplete;
    expect([wrong(), page.part('fault')]).to.deep.equal([[], '']);
  });
});
