import { expect } from '@open-wc/testing';
import { startService, type TestService } from '../../support/castray.js';
import { TransfersPage } from '../../support/transfers-page.js';
import { until } from '../../support/wait.js';

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
