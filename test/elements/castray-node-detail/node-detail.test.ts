import { expect, fixtureCleanup, html } from '@open-wc/testing';
import sinon from 'sinon';
import '../../../src/define/castray-provider.js';
import '../../../src/define/castray-node-detail.js';
import type { TestService } from '../../support/castray.js';
import { mountProvider, visibleText } from '../../support/cluster-page.js';
import { SMALL, startHeld } from '../../support/node-list-page.js';
import { passesAxeInForcedColours } from '../../support/for-everybody.js';
import { engine, setMedia, setViewport } from '../../support/page.js';
import { until } from '../../support/wait.js';
import { wireNode, type WireNode } from '../../support/wire.js';

describe('one node', () => {
  let service: TestService;

  before(async () => {
    service = await startHeld();
  });
  afterEach(async () => {
    sinon.restore();
    fixtureCleanup();
    if (engine === 'chromium') await setMedia({});
    await send(SMALL);
  });
  after(async () => {
    await service.stop();
  });

  const send = (nodes: readonly WireNode[]) =>
    service.control('frame', { type: 'cluster_status', data: { nodes } });
  const idOf = (name: string) => String(SMALL.find((node) => node['name'] === name)!['nodeId']);
  const text = (part: string) => {
    const found = detail().shadowRoot!.querySelector(`[part~='${part}']`);
    return found ? visibleText(found) : '';
  };
  const detail = () => document.querySelector('castray-node-detail')!;
  const said = () => detail().shadowRoot!.querySelector('[role=status]')!.textContent;

  async function show(name: string, { lang = 'en', theme = 'light' } = {}) {
    const provider = await mountProvider(
      html`<castray-provider api-base=${service.apiBase} lang=${lang}>
        <castray-node-detail node-id=${name && idOf(name)} theme=${theme}>
          <span slot="actions">Drain</span>
        </castray-node-detail>
      </castray-provider>`,
    );
    await until(() => provider.connection.phase === 'live', 'live');
    await detail().updateComplete;
    return provider;
  }

  it('tells all that is known of it, how old that is, and has room for the page’s buttons', async () => {
    await show('Head');
    expect(text('title')).to.equal('Head');
    await until(() => text('meter').includes('90'), 'figures');
    const shown = visibleText(detail());
    for (const word of ['alive', 'head', 'detecting', '8 cores', 'GPU computing', idOf('Head')]) {
      expect(shown).to.include(word);
    }
    expect(text('since')).to.match(/^at least since \d/);
    expect(text('age')).to.match(/^updated /);
    const slot = detail().shadowRoot!.querySelector<HTMLSlotElement>('slot[name=actions]')!;
    expect(slot.assignedElements().map(visibleText)).to.deep.equal(['Drain']);
  }).timeout(20_000);

  it('says what its figures mean when asked', async () => {
    await show('Head');
    const button = () => detail().shadowRoot!.querySelector<HTMLElement>('[part=help-button]');
    await until(button, 'the button');
    button()!.click();
    await detail().updateComplete;
    expect(text('help'))
      .to.include('CPU Share of the processor in use')
      .and.include('not Ray tasks');
    await expect(detail()).to.be.accessible();
  });

  it('says since when and why it is dead, and tells screen readers', async () => {
    await show('Node-2');
    const dead = { state: 'DEAD', status: 'dead', stateMessage: 'received SIGTERM' };
    await send(SMALL.map((node) => (node['name'] === 'Node-2' ? { ...node, ...dead } : node)));
    await until(() => text('since').startsWith('since '), 'the change');
    expect(visibleText(detail())).to.include('received SIGTERM');
    expect(said()).to.equal('Node-2: dead');
  });

  it('draws how its figures were since the page opened, and says it in words', async () => {
    await show('Node-10');
    const line = () => detail().shadowRoot!.querySelector('[part=sparkline]')!;
    const path = () => line().querySelector('path')!.getAttribute('d')!;
    const saysTheRange = () => /^CPU: \d+% to 80% since /.test(line().ariaLabel!);
    let cpu = 30;
    // samples are a second apart, and which of the two figures one is, is chance
    await until(
      async () => {
        cpu = cpu === 30 ? 80 : 30;
        await send(SMALL.map((node) => (node['name'] === 'Node-10' ? { ...node, cpu } : node)));
        return path().includes('L100 ') && saysTheRange();
      },
      'the line',
      20_000,
    );
    expect(path()).to.match(/^M0 \d/);
  }).timeout(30_000);

  it('says the range in the figures of the meter, and none of another meaning', async () => {
    const provider = await show('Head');
    const range = () => {
      const lines = [...detail().shadowRoot!.querySelectorAll('[part=sparkline]')];
      return lines.map((line) => line.ariaLabel!).find((label) => label.startsWith('Memory'));
    };
    await until(() => range()?.startsWith('Memory: 1% to 1% since'), 'the first figure');
    await send(SMALL.map((node) => (node['name'] === 'Head' ? { ...node, memory: 92.8 } : node)));
    await until(() => visibleText(detail()).includes('7.2%'), 'the figure');
    expect(range()).to.match(/^Memory: 1% to 7\.2% since/);
    provider.memoryFigure = 'used';
    await until(() => range()?.startsWith('Memory: 93% to 93% since'), 'the other meaning');
  });

  it('shows another one when it is told to', async () => {
    await show('Node-10');
    detail().nodeId = idOf('Alpha');
    await detail().updateComplete;
    expect(text('title')).to.equal('Alpha');
    expect(detail().getAttribute('node-id')).to.equal(idOf('Alpha'));
  });

  it('keeps what was known of one that has left', async () => {
    await show('Node-10');
    await send(SMALL.filter((node) => node['name'] !== 'Node-10'));
    await until(() => text('notice').includes('no longer reports'), 'the notice');
    expect(text('title')).to.equal('Node-10');
    expect(said()).to.match(/^Node-10: .*no longer reports/);
    await send(SMALL);
    await until(() => text('notice') === '', 'it is back');
    expect(said()).to.equal('Node-10: alive');
  });

  it('does not keep figures of another meaning', async () => {
    const provider = await show('Node-10');
    await send(SMALL.filter((node) => node['name'] !== 'Node-10'));
    await until(() => text('notice').includes('no longer reports'), 'the notice');
    provider.memoryFigure = 'used';
    await until(() => text('empty').includes('No such node'), 'nothing');
  });

  it('keeps the state and the reason of a dead one that has left', async () => {
    await show('Alpha');
    await send(SMALL.filter((node) => node['name'] !== 'Alpha'));
    await until(() => text('notice').includes('no longer reports'), 'the notice');
    expect(text('details')).to.include('State dead').and.to.include('received SIGTERM');
  });

  it('counts the age of one that has left from when it was last reported', async () => {
    await show('Node-10');
    const others = SMALL.filter((node) => node['name'] !== 'Node-10');
    await until(
      async () => {
        await send(others);
        return /^updated [2-9] seconds ago$/.test(text('age'));
      },
      'the age, while figures of the others come',
      10_000,
    );
  }).timeout(12_000);

  it('says of no node of one cluster that it has left another', async () => {
    const other = await startHeld([wireNode(77)]);
    await show('Node-10');
    const second = await mountProvider(
      html`<castray-provider id="other" api-base=${other.apiBase}></castray-provider>`,
    );
    await until(() => second.snapshot, 'its nodes');
    const element = detail();
    element.provider = 'other';
    await element.updateComplete;
    expect(text('empty')).to.include('No such node');
    expect(text('notice')).to.equal('');
    element.provider = '';
    await element.updateComplete;
    expect(text('title')).to.equal('Node-10');
    second.append(element);
    await element.updateComplete;
    expect(text('empty')).to.include('No such node');
    await other.stop();
  });

  it('says why there is nothing to show', async () => {
    await show('');
    expect(text('empty')).to.include('No node chosen');
    detail().nodeId = 'f00';
    await detail().updateComplete;
    expect(text('empty')).to.include('No such node').and.to.include('f00');
    const provider = document.querySelector('castray-provider')!;
    provider.apiBase = 'http://127.0.0.1:1';
    await until(() => text('empty').includes('Not connected yet'), 'not yet');
    provider.after(detail());
    await until(() => text('empty').includes('No provider'), 'no provider');
    fixtureCleanup();
    await mountProvider(
      html`<castray-provider lang="en"
        ><castray-node-detail></castray-node-detail
      ></castray-provider>`,
    );
    await until(() => text('empty').includes('No usable address'), 'unconfigured');
  });

  it('has a button to try again beside its figures once nothing is tried by itself', async () => {
    const provider = await show('Head');
    const button = () => detail().shadowRoot!.querySelector<HTMLElement>("[part='notice'] button");
    await service.control('closeSockets', { code: 4404, reason: 'no such cluster' });
    await until(button, 'the button');
    expect(text('title')).to.equal('Head');
    button()!.click();
    await until(() => provider.connection.phase === 'live' && !button(), 'live');
  });

  it('copies the id', async () => {
    const writeText = sinon.stub().resolves();
    sinon.stub(navigator, 'clipboard').value({ writeText });
    await show('Head');
    detail().shadowRoot!.querySelector<HTMLElement>('[part=copy-button]')!.click();
    await until(() => visibleText(detail()).includes('Copied'), 'the outcome');
    expect(writeText.args).to.deep.equal([[idOf('Head')]]);
  });

  it('tells screen readers each time that it is copied, and nothing in another language', async () => {
    sinon.stub(navigator, 'clipboard').value({ writeText: sinon.stub().resolves() });
    const provider = await show('Head');
    const copy = () => {
      detail().shadowRoot!.querySelector<HTMLElement>('[part=copy-button]')!.click();
    };
    copy();
    await until(() => said() === 'Copied', 'the first time');
    copy();
    await until(() => said() !== 'Copied', 'the second time');
    expect(said()).to.equal('Copied\u00a0');
    provider.lang = 'zh-CN';
    await until(() => visibleText(detail()).includes('打开页面以来的变化'), 'Chinese');
    expect(said()).to.equal('');
    copy();
    await until(() => said() === '已复制', 'in Chinese');
  });

  for (const [theme, lang] of [
    ['light', 'en'],
    ['dark', 'zh-CN'],
  ] as const) {
    it(`passes axe, ${theme}, in ${lang}, and fits 320 px`, async () => {
      await setViewport({ width: 320, height: 800 });
      await show('Head', { theme, lang });
      await expect(detail()).to.be.accessible();
      expect(detail().scrollWidth).to.be.at.most(detail().clientWidth);
      if (lang === 'zh-CN') expect(visibleText(detail())).to.include('打开页面以来的变化');
      await setViewport({ width: 800, height: 600 });
    }).timeout(20_000);
  }

  passesAxeInForcedColours(async () => {
    await show('Head');
    return detail();
  });
});
