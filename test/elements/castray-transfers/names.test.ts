import { expect } from '@open-wc/testing';
import { startService, type TestService } from '../../support/castray.js';
import { TransfersPage } from '../../support/transfers-page.js';
import { until } from '../../support/wait.js';
import { wireNode } from '../../support/wire.js';

const LIST = '/api/file-transfer/list';

describe('names of nodes in a transfer', () => {
  let service: TestService;

  beforeEach(async () => {
    service = await startService({ churn: false });
  });
  afterEach(() => service.stop());

  for (const [script, source, target] of [
    ['Hebrew', 'אורן', 'ברוש'],
    ['Arabic', 'عقدة', 'خادم'],
    ['Latin', 'M10', 'Jetson'],
  ] as const)
    it(`stand on their side of the arrow, in ${script}`, async () => {
      const transfers = [
        { id: '7', file_name: 'a.txt', source_node: source, target_node: target, status: 'failed' },
      ];
      await service.control('status', { path: LIST, body: { success: true, transfers } });
      const page = await TransfersPage.mount(service);
      await until(() => page.find("[part='path']"), 'the transfer');
      const range = document.createRange();
      const texts = document.createTreeWalker(page.get("[part='path']"), NodeFilter.SHOW_TEXT);
      const middleOf = (words: string): number => {
        texts.currentNode = texts.root;
        while (!texts.nextNode()?.textContent?.includes(words));
        const from = texts.currentNode.textContent!.indexOf(words);
        range.setStart(texts.currentNode, from);
        range.setEnd(texts.currentNode, from + words.length);
        const { left, right } = range.getBoundingClientRect();
        return left + right;
      };
      expect(middleOf(source)).to.be.below(middleOf('→'));
      expect(middleOf('→')).to.be.below(middleOf(target));
    });
});

describe('nodes whose names look the same, in the choice of one', () => {
  it('have the end of their id beside them', async () => {
    const service = await startService({ churn: false });
    const names = [
      'Jetson',
      'Jetson\u00ad',
      'Jetson\u200d',
      'Ｊetson',
      'Jetson\u2060 2',
      'Rover 🚀',
      'Rover 🚀\ufe0f',
    ];
    const nodes = names.map((name, i) => wireNode(i + 1, { name }));
    await service.control('hold');
    await service.control('frame', { type: 'cluster_status', data: { nodes } });
    const page = await TransfersPage.mount(service);
    const options = () =>
      page
        .all('select[name=target] option')
        .slice(1)
        .map((option) => option.textContent.trim());
    await until(() => options().length === names.length, 'the nodes');
    expect(options().sort()).to.deep.equal([
      'Jetson 2',
      'Jetson …000001',
      'Jetson …000002',
      'Jetson …000003',
      'Rover 🚀 …000006',
      'Rover 🚀\ufe0f …000007',
      'Ｊetson …000004',
    ]);
    await service.stop();
  });
});
