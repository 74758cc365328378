import { expect } from '@open-wc/testing';
import { startService, type TestService } from '../../support/castray.js';
import { mountWidget } from '../../support/cluster-page.js';
import { TransfersPage } from '../../support/transfers-page.js';
import { until } from '../../support/wait.js';

const FILE = 'demo_files/blob.bin';
const LIST = '/api/file-transfer/list';

describe('a transfer that is lost sight of', () => {
  let service: TestService;

  beforeEach(async () => {
    // 100 pieces, the first of them in at once; the next ones come when a test says so
    const pieces = { pieceMs: 600_000, pieceBytes: 30_000 };
    service = await startService({ churn: false, frameInterval: 200, ...pieces });
  });
  afterEach(() => service.stop());

  for (const percent of [10, 50, 99]) {
    it(`is unknown, not done, after a restart at ${percent} %, and Again completes it`, async () => {
      const page = await TransfersPage.mount(service);
      await page.start('M10', 'M2', FILE);
      await page.runs();
      await service.control('transfer', { pieces: percent - 1 });
      await until(() => page.percent === percent, `${percent} %`, 8000);
      await service.control('down');
      await service.control('up');
      await until(() => page.rows('failed').length === 1, 'an unknown transfer', 10_000);
      expect(page.rows('failed')).to.deep.equal(['blob.bin: unknown']);
      expect(page.part('reason')).to.equal('The service has no record of it.');
      expect(page.part('facts'), 'not since when it is so').to.match(/ started \d+:\d\d:/);
      expect(page.rows('completed')).to.deep.equal([]);
      page.get("[part='again-button']").click();
      await page.runs();
      await service.control('transfer', { pieces: 100 });
      await until(() => page.rows('completed').length === 1, 'the end', 15_000);
      expect(page.rows('failed')).to.deep.equal([]);
      expect(page.events).to.deep.equal([
        'start blob.bin running',
        'end blob.bin unknown',
        'start blob.bin running',
        'end blob.bin completed',
      ]);
    }).timeout(40_000);
  }

  it('has lost contact after five failed looks, and is found again', async () => {
    const page = await TransfersPage.mount(service);
    await page.start('M10', 'M2', FILE);
    await page.runs();
    const status = { status: 500, body: {} };
    const { transfers } = (await (await fetch(service.apiBase + LIST)).json()) as {
      transfers: { id: string }[];
    };
    const path = `/api/file-transfer/status/${transfers[0]!.id}`;
    await service.control('status', { path, ...status });
    await until(() => page.rows('running')[0] === 'blob.bin: lost contact', 'lost contact', 25_000);
    expect(page.part('reason')).to.equal('The service failed. (500)');
    await service.control('status', { path });
    await until(() => page.rows('running')[0] === 'blob.bin: running', 'contact', 10_000);
  }).timeout(60_000);

  it('is one of the newest 500 that are drawn, and a list that is longer than any is refused', async () => {
    const list = (length: number) => ({
      path: LIST,
      body: {
        transfers: Array.from({ length }, (_, n) => ({
          ...{ transfer_id: `${n}`, file_name: `${n}.bin`, status: 'completed' },
          ...{ source_node: 'M10', target_node: 'M2' },
        })),
      },
    });
    await service.control('status', list(502));
    const page = await TransfersPage.mount(service);
    await page.says('and 2 older');
    expect(page.rows('completed')).to.have.length(500);
    await service.control('status', list(20_001));
    page.provider.pause();
    page.provider.resume();
    await page.says('the answer is too large');
    expect(page.rows('completed'), 'what was there stays').to.have.length(500);
  });

  it('stands under what is wrong with the cluster, in the service’s latest words', async () => {
    const answers = (msg: string) => service.control('rest', { body: { result: false, msg } });
    await service.control('hold');
    await answers('first words');
    const page = new TransfersPage(await mountWidget('castray-transfers', service));
    await until(() => page.part('notice').includes('first words'), 'the first words');
    await answers('second words');
    await page.provider.refresh();
    await until(() => page.part('notice').includes('second words'), 'the second ones');
  });

  it('is there again on another page, read from the list', async () => {
    const first = await TransfersPage.mount(service);
    await first.start('M10', 'M2', FILE);
    await first.runs();
    const second = await TransfersPage.mount(service, {}, { actions: '' });
    await second.runs();
    await service.control('transfer', { pieces: 100 });
    await until(() => second.rows('completed').length === 1, 'its end', 15_000);
    expect(second.events).to.deep.equal(['end blob.bin completed']);
  }).timeout(30_000);

  it('is looked at by the list when more than three run', async () => {
    const page = await TransfersPage.mount(service);
    // one after the other: two that start in one millisecond get one id, and the service forgets one
    for (const [i, target] of ['M2', 'M3', 'Jetson', 'UAV-1'].entries()) {
      await page.start('M10', target, FILE);
      await page.runs(i + 1);
    }
    const requests = async (part: string) => {
      const counts = Object.entries((await service.seen()).requests);
      return counts.reduce((sum, [path, n]) => (path.includes(part) ? sum + n : sum), 0);
    };
    const lists = await requests(LIST);
    await until(
      async () => (await requests(LIST)) > lists + 1,
      'the list, again and again',
      12_000,
    );
    const looks = await requests('/status/');
    await service.control('transfer', { pieces: 40 });
    await until(() => page.percent === 41, 'some progress', 8000);
    expect(await requests('/status/')).to.equal(looks);
    await service.control('transfer', { pieces: 100 });
    await until(() => page.rows('completed').length === 4, 'all four', 10_000);
  }).timeout(60_000);

  for (const [what, answer, words] of [
    ['500', { status: 500, body: {} }, '(500)'],
    ['HTML', { contentType: 'text/html', body: '<h1>It works</h1>' }, 'is not CastRay'],
    ['half a list', { body: '{"success":true,"transfers":[{"id' }, 'the answer broke off'],
    [
      'a cut connection',
      { body: '{"succ', headers: { 'content-length': '999', connection: 'close' } },
      'the answer broke off',
    ],
  ] as const) {
    it(`says what is wrong with the list, ${what}, and shows it when it is there`, async () => {
      await service.control('status', { path: LIST, ...answer, times: 2 });
      const page = await TransfersPage.mount(service);
      await until(() => page.part('notice').includes(words), 'the reason');
      await page.says('No transfers', 10_000);
    }).timeout(15_000);
  }

  it('waits for a list that drips in, saying so', async () => {
    const body = { success: true, transfers: [], total: 0 };
    await service.control('status', { path: LIST, body, drip: 1500 });
    const page = await TransfersPage.mount(service);
    expect(page.part('notice')).to.equal('The list of transfers is not read yet.');
    await page.says('No transfers');
  });
});
