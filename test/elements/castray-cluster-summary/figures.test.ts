import { expect, html } from '@open-wc/testing';
import '../../../src/define/castray-provider.js';
import '../../../src/define/castray-cluster-summary.js';
import type { CastrayClusterSummary } from '../../../src/elements/castray-cluster-summary/castray-cluster-summary.js';
import { startService, type TestService } from '../../support/castray.js';
import { capture } from '../../support/captures.js';
import { mountProvider, visibleText } from '../../support/cluster-page.js';
import { until } from '../../support/wait.js';

interface Wire {
  data: { nodes: Record<string, unknown>[]; result: { result: unknown[] }; summary: unknown };
}

describe('the figures of the cluster summary', () => {
  let service: TestService;

  beforeEach(async () => {
    service = await startService({ churn: false });
    await service.control('hold');
  });
  afterEach(async () => {
    await service.stop();
  });

  /** Shows what REST answered in a capture, changed if wished, and gives the summary. */
  async function show(
    name: string,
    change: (answer: Wire) => void = () => undefined,
    memory = 'available',
  ): Promise<CastrayClusterSummary> {
    const answer = JSON.parse(await capture(name)) as Wire;
    change(answer);
    await service.control('rest', { body: JSON.stringify(answer) });
    const provider = await mountProvider(
      html`<castray-provider api-base=${service.apiBase} memory-figure=${memory}>
        <castray-cluster-summary></castray-cluster-summary>
      </castray-provider>`,
    );
    await until(() => provider.snapshot, 'the answer');
    const summary = provider.querySelector('castray-cluster-summary')!;
    await summary.updateComplete;
    return summary;
  }

  const tile = (summary: Element, name: string) =>
    visibleText(summary.shadowRoot!.querySelector(`[part~='${name}']`)!);

  it('are in rows of as many tiles each, however wide the page is', async () => {
    const summary = await show('ray-dashboard-healthy.json');
    for (const width of [1300, 1050, 950, 820, 700, 520]) {
      summary.style.inlineSize = `${width}px`;
      const tops = [...summary.shadowRoot!.querySelectorAll<HTMLElement>('.tile')].map(
        (part) => part.offsetTop,
      );
      const rows = [...new Set(tops)].map((top) => tops.filter((other) => other === top).length);
      expect(new Set(rows).size, `${width} px: ${rows.join()}`).to.equal(1);
    }
  });

  it('counts nodes in all, alive and dead', async () => {
    expect(tile(await show('ray-dashboard-one-dead.json'), 'nodes')).to.equal(
      'Nodes 5 4 alive 1 dead',
    );
  });

  for (const [told, nodes, cpu] of [
    [1, 'Nodes 5 1 alive 0 dead 4 state unknown', 'from 1 of 5 nodes'],
    [0, 'Nodes 5 5 state unknown', 'CPU unknown'],
  ] as const) {
    it(`counts apart the nodes whose state is not told, and adds up the others, where ${told} is`, async () => {
      const summary = await show('ray-dashboard-healthy.json', ({ data }) => {
        for (const node of data.nodes.slice(told)) delete node['state'];
      });
      expect(tile(summary, 'nodes')).to.equal(nodes);
      expect(tile(summary, 'cpu')).to.include(cpu);
    });
  }

  it('adds up what the service leaves at zero, with unit, and marks it as derived', async () => {
    const summary = await show('ray-dashboard-healthy.json');
    // 8.2 % of 2 + 8.9 % of 4 + 8.8 % of 2 + 5.6 % of 2 + 10.5 % of 2 cores
    expect(tile(summary, 'cpu')).to.equal('CPU derived 8.5% 1 of 12 cores');
    expect(tile(summary, 'memory')).to.equal('Memory derived 7.6% 8.9 of 117.5 GiB');
    expect(tile(summary, 'gpu')).to.equal('GPU derived 0% 0 of 1 GPU');
  });

  it('shows the object stores that Ray’s records count, and that their use is unknown', async () => {
    expect(tile(await show('ray-dashboard-healthy.json'), 'objectStore')).to.equal(
      'Object store derived 550 MiB, use unknown',
    );
  });

  it('reads memory as the used share where the provider says so', async () => {
    const summary = await show('ray-dashboard-healthy.json', undefined, 'used');
    expect(tile(summary, 'memory')).to.include('92%');
  });

  it('takes the service’s own totals where it has any, without the mark', async () => {
    const summary = await show('ray-dashboard-healthy.json', ({ data }) => {
      const cpu = { total: 12, used: 3 };
      const memory = { total: 120 * 2 ** 30, used: 30 * 2 ** 30 };
      data.summary = { resources: { cpu, memory, gpu: { total: 1, used: 1 } } };
    });
    expect(tile(summary, 'cpu')).to.equal('CPU 25% 3 of 12 cores');
    expect(tile(summary, 'memory')).to.equal('Memory 25% 30 of 120 GiB');
  });

  it('says that there is no GPU where no node has one', async () => {
    const summary = await show('ray-dashboard-healthy.json', ({ data }) => {
      data.nodes = data.nodes.filter((node) => node['name'] !== 'Jetson');
    });
    expect(tile(summary, 'gpu')).to.equal('GPU no GPU in the cluster');
  });

  for (const [what, more, says] of [
    ['is dead', { state: 'DEAD', status: 'dead' }, 'GPU derived 0 GPUs'],
    ['does not tell', { resources: { totalCpu: 2, totalMemory: 23.5 } }, 'GPU unknown'],
  ] as const) {
    it(`does not say so where the one that has one ${what}`, async () => {
      const summary = await show('ray-dashboard-healthy.json', ({ data }) => {
        data.result.result = [];
        Object.assign(
          data.nodes.find((node) => node['name'] === 'Jetson')!,
          more,
        );
      });
      expect(tile(summary, 'gpu')).to.equal(says);
    });
  }

  it('leaves nodes without figures out of the sum, and says how many are in it', async () => {
    const summary = await show('ray-dashboard-healthy.json', ({ data }) => {
      data.nodes[0] = { ...data.nodes[0], cpu: null };
    });
    expect(tile(summary, 'cpu')).to.include('from 4 of 5 nodes');
  });

  it('calls unknown what nobody knows, and shows no meter for it', async () => {
    const summary = await show('ray-dashboard-healthy.json', ({ data }) => {
      for (const node of data.nodes) Object.assign(node, { cpu: 'high', resources: null });
    });
    expect(tile(summary, 'cpu')).to.equal('CPU unknown');
    expect(summary.shadowRoot?.querySelector("[part~='cpu'] [role='meter']")).to.equal(null);
  });

  it('names the head node by Ray’s records, though the frames call it by its address', async () => {
    const summary = await show('ray-dashboard-healthy.json', ({ data }) => {
      for (const node of data.nodes) node['name'] = `node:${String(node['nodeIp'])}`;
    });
    expect(tile(summary, 'head')).to.equal('Head node M10 127.0.0.1');
  });

  const DIED = { isHeadNode: true, state: 'DEAD', status: 'dead' };

  it('names the head that is alive, where an older one is still listed', async () => {
    const summary = await show('ray-dashboard-healthy.json', ({ data }) => {
      Object.assign(data.nodes[0]!, DIED);
    });
    expect(tile(summary, 'head')).to.equal('Head node M10 127.0.0.1');
  });

  it('says of the only head that it is dead', async () => {
    const summary = await show('ray-dashboard-healthy.json', ({ data }) => {
      Object.assign(
        data.nodes.find((node) => node['isHeadNode'])!,
        DIED,
      );
    });
    expect(tile(summary, 'head')).to.equal('Head node M10 dead 127.0.0.1');
  });

  it('says also in one line what is unknown, and of how many nodes a figure is', async () => {
    const line = (summary: CastrayClusterSummary, name: string) =>
      summary
        .shadowRoot!.querySelector<HTMLElement>(`[part~='${name}']`)!
        .innerText.replace(/\s+/g, ' ')
        .trim();
    const summary = await show('ray-dashboard-healthy.json', ({ data }) => {
      data.nodes.forEach((node, i) => Object.assign(node, { cpu: null, memory: i ? null : 60 }));
    });
    summary.compact = true;
    await summary.updateComplete;
    expect(line(summary, 'cpu')).to.equal('CPU derived 12 cores, use unknown');
    expect(line(summary, 'memory')).to.equal('Memory derived 40% from 1 of 5 nodes');
    expect(line(summary, 'head')).to.equal('Head node M10');
  });

  it('marks also in one line what is derived, by a sign that says what it means', async () => {
    const summary = await show('ray-dashboard-healthy.json');
    const mark = () =>
      summary.shadowRoot!.querySelector<HTMLElement>("[part~='cpu'] [part='derived']")!;
    const word = mark().offsetWidth;
    summary.compact = true;
    await summary.updateComplete;
    expect(getComputedStyle(mark(), '::before').content).to.equal('"Σ"');
    expect(mark().checkVisibility()).to.equal(true);
    expect(mark().offsetWidth).to.be.within(8, word / 2);
    expect(mark().title).to.include('Added up from the nodes');
  });

  it('has room for its name, its buttons and all of that in one line, or takes two', async () => {
    const summary = await show('ray-dashboard-healthy.json', ({ data }) => {
      data.nodes.forEach((node, i) => Object.assign(node, i ? { cpu: null, memory: null } : {}));
    });
    const root = summary.shadowRoot!;
    summary.compact = true;
    summary.style.maxInlineSize = 'none';
    const overlaps = (one: DOMRect, other: DOMRect): boolean =>
      one.right > other.left + 1 &&
      other.right > one.left + 1 &&
      one.bottom > other.top + 1 &&
      other.bottom > one.top + 1;
    for (let width = 900; width <= 1500; width += 50) {
      summary.style.inlineSize = `${width}px`;
      await summary.updateComplete;
      const parts = [...root.querySelectorAll('h2, .header > span, .actions, .tile:not([hidden])')];
      const boxes = parts
        .map((part) => part.getBoundingClientRect())
        .filter((box) => box.width > 0);
      const shared = boxes.some((box, i) => boxes.slice(i + 1).some((next) => overlaps(box, next)));
      expect(shared, `${width} px: something stands over something`).to.equal(false);
      const { scrollWidth, clientWidth } = root.querySelector('h2')!;
      expect(clientWidth, `${width} px: the name`).to.be.at.least(Math.max(1, scrollWidth));
    }
  });

  it('stays in its box, however long its name and however narrow the page is', async () => {
    const summary = await show('ray-dashboard-healthy.json', ({ data }) => {
      data.nodes.forEach((node, i) => Object.assign(node, i ? { cpu: null, memory: null } : {}));
    });
    const root = summary.shadowRoot!;
    summary.compact = true;
    summary.style.cssText = 'inline-size: 1900px; max-inline-size: none';
    await summary.updateComplete;
    const names = [...root.querySelectorAll('.tile dt')].filter((name) => name.checkVisibility());
    const middles = names.map((name) => {
      const { top, bottom } = name.getBoundingClientRect();
      return (top + bottom) / 2;
    });
    expect(Math.max(...middles) - Math.min(...middles), 'their line').to.be.below(1);
    summary.closest('castray-provider')!.label = 'A name of forty characters, more or less';
    for (const compact of [false, true]) {
      summary.compact = compact;
      for (const width of [390, 320, 240]) {
        summary.style.inlineSize = `${width}px`;
        await summary.updateComplete;
        const { right } = root.querySelector('.card')!.getBoundingClientRect();
        expect(right).to.be.at.most(summary.getBoundingClientRect().right);
        const parts = [...root.querySelectorAll('.card *')].filter(
          (part) => !part.closest('svg') && part.getBoundingClientRect().right > right,
        );
        expect(parts.map((part) => part.className).join(), `${width} px`).to.equal('');
        for (const meter of root.querySelectorAll('.meter')) {
          expect(meter.scrollWidth, `${width} px`).to.be.at.most(meter.clientWidth + 1);
        }
      }
    }
  });

  it('knows nothing of a cluster without nodes, and says why', async () => {
    const summary = await show('ray-dashboard-ray-unreachable.json');
    expect(tile(summary, 'nodes')).to.equal('Nodes unknown');
    expect(visibleText(summary)).to.include('cannot reach Ray');
  });

  it('gives each share the role of a meter with a name, a value and a band in words', async () => {
    const summary = await show('ray-dashboard-healthy.json');
    const meter = summary.shadowRoot?.querySelector("[part~='cpu'] [role='meter']");
    expect(meter?.getAttribute('aria-label')).to.equal('CPU');
    expect(meter?.getAttribute('aria-valuenow')).to.equal('8.5');
    expect(meter?.getAttribute('aria-valuetext')).to.equal('8.5%, low');
  });
});
