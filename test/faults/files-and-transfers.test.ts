import { expect } from '@open-wc/testing';
import '../../src/define/castray-files.js';
import '../../src/define/castray-transfers.js';
import { visibleText } from '../support/cluster-page.js';
import { until } from '../support/wait.js';
import { fault } from './fault.js';
import { startTransfer } from './other-hands.js';

const LIST = '/api/file-transfer/list';
const RECORD = { file_name: 'blob.bin', source_node: 'M10', target_node: 'M2' };
const FOREVER = { pieceMs: 3_600_000 };

const rootOf = (element: Element): ShadowRoot => element.shadowRoot!;

describe('transfers whose service is lost, or lies', () => {
  fault(4, 'restart of the service: transfers are read again', async (scene) => {
    const service = await scene.service(FOREVER);
    await startTransfer(service, 'M2');
    const page = scene.open(service);
    page.add('castray-transfers');
    await page.says('M10 → M2');
    await service.control('down');
    await service.control('up');
    await startTransfer(service, 'M3');
    await scene.reads(page, 'M10 → M3', 9000);
    await scene.reads(page, 'The service has no record of it.', 9000);
  });

  for (const progress of [10, 99]) {
    fault(22, `restart during a transfer, at ${progress} %`, async (scene) => {
      const service = await scene.service(FOREVER);
      const id = await startTransfer(service, 'M2');
      const path = `/api/file-transfer/status/${id}`;
      const body = { ...RECORD, transfer_id: id, status: 'in-progress', progress };
      await service.control('status', { path, body });
      const page = scene.open(service);
      page.add('castray-transfers');
      await page.says(`${progress}%`);
      await service.control('status', { path });
      await service.control('down');
      await service.control('up');
      await scene.reads(page, 'The service has no record of it.', 9000);
      expect(page.text).not.to.include('completed');
      scene.saw('unknown, never done');
    });
  }

  fault(
    22,
    'progress that goes backwards, and over 100',
    async (scene) => {
      const service = await scene.service(FOREVER);
      const id = await startTransfer(service, 'M2');
      const path = `/api/file-transfer/status/${id}`;
      const tell = (progress: number, status = 'in-progress') =>
        service.control('status', {
          path,
          body: { ...RECORD, transfer_id: id, status, progress },
        });
      await tell(60);
      const page = scene.open(service);
      const element = page.add('castray-transfers');
      const shares = new Set<number>();
      const watch = new MutationObserver(() => {
        const bar = rootOf(element).querySelector("[part='progress']");
        if (bar) shares.add(Number(bar.getAttribute('aria-valuenow')));
      });
      const observed = { subtree: true, childList: true, attributes: true, characterData: true };
      watch.observe(rootOf(element), observed);
      scene.atEnd(() => watch.disconnect());
      await page.says('60%');
      const looks = async () => (await service.seen()).requests[path] ?? 0;
      for (const progress of [30, 250]) {
        await tell(progress);
        const before = await looks();
        await until(async () => (await looks()) > before + 1, 'two looks', 9000);
      }
      await scene.reads(page, 'finishing');
      expect([...shares]).to.deep.equal([...shares].sort((a, b) => a - b));
      expect(Math.max(...shares)).to.be.at.most(100);
      expect(page.text).not.to.include('completed');
      scene.saw('60 %, then 100 %, never less; not called done');
    },
    25_000,
  );

  fault(22, 'transfers that the service lists twice, or without a record', async (scene) => {
    const service = await scene.service(FOREVER);
    const one = { id: 'transfer_1', file_name: 'a.bin', status: 'in-progress', progress: -5 };
    const transfers = [one, one, null, { id: 'transfer_2', status: 'completed', progress: 100 }];
    await service.control('status', { path: LIST, body: { success: true, transfers } });
    await service.control('status', { path: '/api/file-transfer/status/transfer_1', body: one });
    const page = scene.open(service);
    const element = page.add('castray-transfers');
    await page.says('a.bin');
    expect(rootOf(element).querySelectorAll("[data-group='completed'] li")).to.have.length(0);
    await scene.reads(page, 'running');
    expect(page.text).not.to.match(/-5|NaN|undefined/);
  });
});

describe('names of files that mean harm', () => {
  const NAMES = [
    '<img src=x onerror="window.wasHacked=1">',
    'long'.repeat(2560),
    'evil\u202Egnp.exe\u202C',
    'javascript:window.wasHacked=1',
    '../../etc/passwd',
    '..',
  ];

  fault(21, 'the same as names of files', async (scene) => {
    const service = await scene.service({ fileServer: true });
    const files = NAMES.map((name) => ({ name, size: 7 }));
    await service.control('status', { path: '/api/files', body: { files } });
    const page = scene.open({ apiBase: service.apiBase }, { fileServerUrl: service.filesUrl! });
    const element = page.add('castray-files');
    await until(() => rootOf(element).querySelector("[part='row']"), 'the files');
    const root = rootOf(element);
    expect(root.querySelector('img, script, iframe')).to.equal(null);
    expect('wasHacked' in window).to.equal(false);
    const links = [...root.querySelectorAll<HTMLAnchorElement>('a[href]')].map(({ href }) => href);
    expect(links).not.to.have.length(0);
    for (const href of links) {
      expect(new URL(href).href, 'below the file server').to.match(
        new RegExp(`^${service.filesUrl!}/demo_files/[^/]+$`),
      );
    }
    const names = [...root.querySelectorAll<HTMLElement>("[part='name']")];
    expect(names.map(visibleText).join(' ')).not.to.match(/[\u202A-\u202E\u2066-\u2069]/u);
    for (const name of names) expect(name.getBoundingClientRect().height).to.be.below(80);
    expect(element.getBoundingClientRect().width).to.be.at.most(innerWidth);
    scene.saw(
      `${names.length} of ${NAMES.length}: inert text, cut; links below the file server only`,
    );
  });
});
