import { expect } from '@open-wc/testing';
import { visibleText } from '../support/cluster-page.js';
import { frameText, wireNode, wireNodes } from '../support/wire.js';
import { uncaughtDuring } from '../support/uncaught.js';
import { until } from '../support/wait.js';
import { fault } from './fault.js';
import type { FaultPage } from './fault-page.js';
import type { Scene } from './scene.js';

/** A page that is shown these nodes, and nothing after them. */
async function openWith(scene: Scene, nodes: readonly unknown[]): Promise<FaultPage> {
  const service = await scene.service();
  await service.control('hold');
  await service.control('frame', frameText(nodes));
  const page = scene.open(service);
  await page.says('Live');
  return page;
}

const rowOf = (page: FaultPage, name: string): string => {
  const names = [...page.list.shadowRoot!.querySelectorAll("[part='name']")];
  const found = names.find((one) => visibleText(one) === name);
  return visibleText(found!.closest('[data-node]')!);
};

describe('figures and names that make no sense', () => {
  for (const [what, figures] of [
    ['null for everything', { cpu: null, memory: null, resources: null, tasks: null }],
    ['missing keys', { cpu: undefined, memory: undefined, resources: undefined, tasks: undefined }],
    ['text for numbers', { cpu: 'many', memory: {}, resources: 'none', tasks: 7 }],
    ['negative figures', { cpu: -1, memory: -20, resources: { totalCpu: -4 }, tasks: [] }],
  ] as const) {
    fault(19, what, async (scene) => {
      let page: FaultPage | undefined;
      const errors = await uncaughtDuring(async () => {
        page = await openWith(scene, [wireNode(1), wireNode(2, figures)]);
        await page.lists(2);
      });
      expect(errors).to.deep.equal([]);
      expect(rowOf(page!, 'Worker-1')).to.include('20%').and.not.include('unknown');
      const row = rowOf(page!, 'Worker-2').replace('Worker-2', '');
      expect(row)
        .to.include('unknown')
        .and.not.match(/NaN|-\d|undefined|null|object/);
      await scene.reads(page!, 'unknown');
    });
  }

  fault(15, 'NaN, as Python writes it into JSON', async (scene) => {
    const service = await scene.service();
    await service.control('hold');
    const text = frameText([wireNode(1), wireNode(2, { cpu: 77 })]);
    await service.control('frame', text);
    const page = scene.open(service);
    await page.says('Live');
    await page.lists(2);
    expect(page.text).to.include('77%');
    await service.control('frame', text.replace('77', 'NaN'));
    await until(() => rowOf(page, 'Worker-2').includes('unknown'), 'an unknown figure');
    expect(rowOf(page, 'Worker-1')).not.to.include('unknown');
    expect(page.text).not.to.include('NaN').and.not.to.include('77%');
    await scene.reads(page, 'unknown');
  });

  fault(19, 'zeros in the summary of the service', async (scene) => {
    const page = await openWith(scene, wireNodes(3));
    await scene.reads(page, 'derived');
    await scene.reads(page, '12 cores');
  });

  fault(20, 'double ids, one IP for all, a dead twin', async (scene) => {
    const dead = { state: 'DEAD', status: 'dead', stateMessage: 'lost', nodeIp: '127.0.0.9' };
    const page = await openWith(scene, [
      wireNode(1, dead),
      wireNode(1, { nodeIp: '127.0.0.9' }),
      wireNode(2, { nodeIp: '127.0.0.9' }),
      wireNode(3, { nodeIp: '127.0.0.9' }),
    ]);
    await page.lists(3);
    expect(page.names).to.deep.equal(['Worker-1', 'Worker-2', 'Worker-3']);
    expect(rowOf(page, 'Worker-1')).to.include('alive').and.not.include('dead');
    await scene.reads(page, '3 alive');
    scene.saw('three rows, the live twin’s figures');
  });

  fault(20, 'exactly 100 nodes', async (scene) => {
    const page = await openWith(scene, wireNodes(100));
    await page.says('100 alive');
    await scene.reads(page, 'listed exactly 100');
  });

  fault(20, '5,000 nodes', async (scene) => {
    const page = await openWith(scene, wireNodes(5000));
    await scene.reads(page, '5,000 alive');
    await until(() => page.names.length > 0, 'rows');
    expect(page.names).to.have.lengthOf.below(200);
    scene.saw(`${page.names.length < 200 ? 'fewer than 200' : page.names.length} rows drawn`);
  });

  for (const [what, name] of [
    ['markup', '<img src=x onerror="window.wasHacked=1">'],
    ['10 KiB', 'long'.repeat(2560)],
    ['bidi controls', 'evil\u202Egnp.exe\u202C'],
    ['javascript:', 'javascript:window.wasHacked=1'],
    ['a path', '../../etc/passwd'],
  ] as const) {
    fault(21, `a name of ${what}`, async (scene) => {
      const page = await openWith(scene, [wireNode(1, { name }), wireNode(2)]);
      await page.lists(2);
      const root = page.list.shadowRoot!;
      const cell = [...root.querySelectorAll<HTMLElement>("[part='name']")].find((one) =>
        visibleText(one).includes(name.slice(0, 4)),
      )!;
      expect(root.querySelector('img, script, iframe, [href], [src]')).to.equal(null);
      expect('wasHacked' in window).to.equal(false);
      const shown = visibleText(cell);
      expect(shown).not.to.match(/[\u202A-\u202E\u2066-\u2069]/u);
      const { width } = page.list.getBoundingClientRect();
      expect(width).to.be.at.most(document.documentElement.clientWidth);
      expect(cell.getBoundingClientRect().width).to.be.at.most(width);
      expect(cell.getBoundingClientRect().height, 'cut, not wrapped').to.be.below(80);
      scene.saw(`“${shown.slice(0, 44)}”`);
    });
  }
});
