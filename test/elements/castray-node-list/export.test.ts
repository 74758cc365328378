import { expect, html } from '@open-wc/testing';
import { mountProvider } from '../../support/cluster-page.js';
import { pretendHidden } from '../../support/hidden.js';
import { type NodeListPage, SMALL, showHeld } from '../../support/node-list-page.js';
import { until } from '../../support/wait.js';
import { wireNode } from '../../support/wire.js';

interface Exported {
  readonly receivedAt: string | null;
  readonly nodes: readonly { readonly cpuPercent: unknown }[];
}

describe('what is exported', () => {
  let page: NodeListPage;

  beforeEach(async () => {
    page = await showHeld({ filter: 'active' });
    await until(() => page.names.length === 3, 'nodes');
  });
  afterEach(async () => {
    pretendHidden();
    await page.end();
  });

  const provider = () => page.provider;
  const exported = () => JSON.parse(page.element.exportAs('json')) as Exported;
  const sendLoad = (cpu: number) => page.send(SMALL.map((node) => ({ ...node, cpu })));
  const isOf = (cpu: number) => {
    const { receivedAt, nodes } = exported();
    expect(nodes.map(({ cpuPercent }) => cpuPercent)).to.deep.equal([cpu, cpu, cpu]);
    expect(Date.parse(receivedAt!)).to.equal(provider().snapshot!.nodesReceivedAt);
  };

  it('are the figures of the time that it names, also for who hears of them first', async () => {
    let heard: Exported | undefined;
    const listen = (): void => {
      heard = exported();
    };
    document.addEventListener('castray-snapshot-change', listen, { capture: true });
    await sendLoad(77);
    document.removeEventListener('castray-snapshot-change', listen, { capture: true });
    expect(heard!.nodes.map(({ cpuPercent }) => cpuPercent)).to.deep.equal([77, 77, 77]);
    isOf(77);
  });

  it('is not what was drawn last in a tab that is hidden since', async () => {
    pretendHidden(true);
    await sendLoad(66);
    expect(page.text, 'nothing is drawn there').not.to.include('66');
    isOf(66);
  });

  it('follows a filter that was set just before', () => {
    page.element.filter = 'inactive';
    expect(page.element.exportAs('csv')).to.include('Alpha').and.not.to.include('Node-');
  });

  it('holds as text no cell that is another when it is pasted: a formula in quotes, half a quotation', async () => {
    const names = ['"=HYPERLINK(A1)"', '"rear', '=1'];
    await page.send(names.map((name, i) => wireNode(20 + i, { name })));
    const cells = page.element.exportAs('text').split(/[\t\n]/);
    expect(cells).to.include.members(names.map((name) => `'${name}`));
    expect(cells.filter((cell) => /^["=+\-@]/.test(cell))).to.deep.equal([]);
  });

  it('has no time while there are no figures', async () => {
    const nowhere = await mountProvider(
      html`<castray-provider lang="en"><castray-node-list></castray-node-list></castray-provider>`,
    );
    const list = nowhere.querySelector('castray-node-list')!;
    const nothing = { cluster: '', receivedAt: null, nodes: [] };
    expect(JSON.parse(list.exportAs('json'))).to.deep.equal(nothing);
    expect(JSON.parse(document.createElement('castray-node-list').exportAs('json'))).to.deep.equal(
      nothing,
    );
  });
});
