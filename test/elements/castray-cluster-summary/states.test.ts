import { expect, html } from '@open-wc/testing';
import { useFakeTimers } from 'sinon';
import '../../../src/define/castray-provider.js';
import '../../../src/define/castray-cluster-summary.js';
import type { CastrayClusterSummary } from '../../../src/elements/castray-cluster-summary/castray-cluster-summary.js';
import type { CastrayProvider } from '../../../src/elements/castray-provider/castray-provider.js';
import { startService, type TestService } from '../../support/castray.js';
import { mountProvider, visibleText } from '../../support/cluster-page.js';
import { until } from '../../support/wait.js';
import { wireNode } from '../../support/wire.js';

describe('what the cluster summary says when all is not well', () => {
  let service: TestService;
  let provider: CastrayProvider;
  let summary: CastrayClusterSummary;

  beforeEach(async () => {
    service = await startService({ churn: false, frameInterval: 200 });
  });
  afterEach(async () => {
    await service.stop();
  });

  async function mount(attributes = {}): Promise<void> {
    provider = await mountProvider(
      html`<castray-provider api-base=${service.apiBase}>
        <castray-cluster-summary></castray-cluster-summary>
      </castray-provider>`,
    );
    Object.assign(provider, attributes);
    summary = provider.querySelector('castray-cluster-summary')!;
  }

  const says = (words: string, timeout?: number) =>
    until(() => visibleText(summary).includes(words), `“${words}”`, timeout);

  function button(label: string): HTMLButtonElement {
    return summary.shadowRoot!.querySelector(`button[aria-label='${label}']`)!;
  }

  it('waits with the address that it asks, and then with the cause and a button', async () => {
    await service.control('stall', { ms: null });
    await mount();
    await says(`Waiting for ${service.apiBase}`);
    await service.control('down');
    await says(': no answer');
    expect(visibleText(summary)).to.include(service.apiBase).and.include('Reconnect');
  });

  it('tells a file server at the wrong port from nothing at all, within 5 s', async () => {
    const files = await startService({ churn: false, fileServer: true });
    await mount({ apiBase: files.filesUrl });
    await says('something answers, but not to this page: a file server', 5000);
    expect(visibleText(summary)).to.include(files.filesUrl!).and.include('address and port');
    await files.stop();
  }).timeout(10_000);

  it('shows data within one wait of the service’s return', async () => {
    await service.control('down');
    await mount();
    await says(': no answer');
    await service.control('up');
    await says('alive', 6000);
  }).timeout(10_000);

  it('keeps the figures of a lost connection, and says how old they are', async () => {
    await mount();
    await says('Live');
    await service.control('down');
    await says('Not connected. These figures are from');
    await says('7 alive');
    expect(visibleText(summary)).to.include('Reconnecting');
  });

  it('shows old figures without the colours of those that are true now', async () => {
    await mount();
    await says('Live');
    const root = summary.shadowRoot!;
    const colour = (selector: string) => getComputedStyle(root.querySelector(selector)!).color;
    const isGrey = () =>
      getComputedStyle(root.querySelector('.meter .bar')!).filter === 'grayscale(1)' &&
      ['.big', '.alive'].every((each) => colour(each) === colour('.age'));
    await until(() => root.querySelector('.meter .bar'), 'a share');
    expect(isGrey(), 'live').to.equal(false);
    await service.control('down');
    await until(isGrey, 'no colours');
    await service.control('up');
    await until(() => !isGrey(), 'colours again', 10_000);
  }).timeout(15_000);

  it('calls figures stale when no newer ones come, and counts their age up by itself', async () => {
    await mount({ staleAfter: 1 });
    await says('Live');
    await service.control('silent');
    await says('Stale');
    const counted = /These figures are old: from [2-9] seconds ago/;
    await until(() => counted.test(visibleText(summary)), 'the age', 6000);
  }).timeout(10_000);

  it('calls figures of REST stale, too, while the first socket takes its time', async () => {
    await service.control('refuseUpgrade', { status: 'never' });
    await mount({ staleAfter: 1 });
    await says('7 alive');
    await service.control('rest', { status: 500 }); // which would bring new ones
    await says('These figures are old');
    expect(provider.snapshot!.source).to.equal('rest');
  });

  it('pauses and goes on by a button that says which of the two it does', async () => {
    await mount();
    await says('Live');
    button('Pause').click();
    await says('Paused. These figures are from');
    expect(button('Refresh').disabled).to.equal(true);
    button('Resume').click();
    await says('Live');
  });

  it('does not call the figures of before a pause new while what goes on has none yet', async () => {
    await mount();
    await says('Live');
    button('Pause').click();
    await says('Paused. These figures are from');
    await service.control('stall', { ms: 60_000 });
    button('Resume').click();
    await says('Connecting');
    await says('Not connected. These figures are from');
    await service.control('reset', undefined);
    await says('Live');
    expect(visibleText(summary)).not.to.include('These figures are from');
  });

  it('does not call figures new because the clock was set back', async () => {
    await mount();
    await says('Live');
    button('Pause').click();
    await says('Paused. These figures are from');
    const clock = useFakeTimers({ now: Date.now() - 3_600_000, toFake: ['Date'] });
    try {
      await says('These figures are from an unknown time ago.');
      expect(visibleText(summary)).to.include('updated an unknown time ago');
      button('Resume').click();
      await says('updated now');
    } finally {
      clock.restore();
    }
  });

  it('asks for new figures by a button', async () => {
    await mount();
    await says('Live');
    const asked = (await service.seen()).requests['/api/ray-dashboard'] ?? 0;
    button('Refresh').click();
    await until(() => provider.connection.phase === 'live', 'still live');
    let now = asked;
    await until(() => {
      void service.seen().then(({ requests }) => (now = requests['/api/ray-dashboard'] ?? 0));
      return now === asked + 1;
    }, 'one request more');
  });

  it('shows that it asks, and says why there was no answer until there is one', async () => {
    await mount();
    await says('Live');
    const said = () => summary.shadowRoot!.querySelector('[role=status]')!.textContent;
    const isAsking = () => button('Refresh').ariaBusy === 'true';
    const path = '/api/ray-dashboard';
    await service.control('status', { path, status: 403, body: {}, delay: 500 });
    expect(isAsking()).to.equal(false);
    button('Refresh').click();
    await until(isAsking, 'that it asks');
    await says('a sign-in is needed');
    expect(isAsking()).to.equal(false);
    expect(visibleText(summary)).to.include('Live');
    await until(() => said().includes('a sign-in is needed'), 'the cause, said');
    await service.control('reset');
    button('Refresh').click();
    await until(() => said().startsWith('updated'), 'success, said');
    expect(visibleText(summary)).not.to.include('a sign-in is needed');
  });

  it('forgets a refresh that failed where another one has been answered, or the connection was lost', async () => {
    await mount();
    await says('Live');
    const failed = { path: '/api/ray-dashboard', status: 403, body: {} };
    const notice = () => summary.shadowRoot!.querySelector('[part=notice]');
    for (const mend of [
      async () => {
        await service.control('reset');
        await provider.refresh();
      },
      () => service.control('drop'),
    ]) {
      await service.control('status', failed);
      button('Refresh').click();
      await until(notice, 'the notice');
      await mend();
      await until(() => !notice(), 'it is gone', 6000);
      await service.control('reset');
      await says('Live', 6000);
    }
  }).timeout(15_000);

  it('does not believe an empty list at once, and then says what it means', async () => {
    await mount();
    await says('7 alive');
    await service.control('hold');
    const empty = { type: 'cluster_status', data: { nodes: [] } };
    await service.control('frame', empty);
    await says('suddenly names no nodes');
    expect(visibleText(summary)).to.include('7 alive');
    for (const round of ['second', 'third']) {
      const { snapshot } = provider;
      await service.control('frame', empty);
      await until(() => provider.snapshot !== snapshot, `the ${round} empty frame`);
    }
    await says('CastRay answers, but cannot reach Ray');
    await says('Nodes unknown');
    await service.control('down');
    await says('Not connected');
    expect(visibleText(summary)).to.not.include('CastRay answers');
  });

  it('says that exactly 100 nodes may not be all', async () => {
    await service.control('hold');
    const nodes = Array.from({ length: 100 }, (_, i) => wireNode(i + 1));
    await service.control('frame', { type: 'cluster_status', data: { nodes } });
    await mount();
    await says('listed exactly 100,');
    await says('100 alive');
  });

  it('says so without another number beside the one of nodes, where two entries are one', async () => {
    await service.control('hold');
    const nodes = Array.from({ length: 100 }, (_, i) => wireNode(Math.max(1, i)));
    await service.control('frame', { type: 'cluster_status', data: { nodes } });
    await mount();
    await says('The service listed exactly 100, its limit: there may be other nodes.');
    await says('99 alive');
    expect(visibleText(summary)).to.not.include('100 nodes');
  });

  it('does not call Ray unreachable where it is the list that cannot be read', async () => {
    await service.control('hold');
    const nodes = ['node-1', 'node-2'];
    await service.control('frame', { type: 'cluster_status', data: { nodes } });
    await mount();
    await says('2 of the nodes listed cannot be read.');
    expect(visibleText(summary)).to.not.include('cannot reach Ray');
    await service.control('frame', { type: 'cluster_status', data: { nodes: [] } });
    await says('cannot reach Ray');
  });

  it('says how many entries of the list cannot be read', async () => {
    await service.control('hold');
    const nodes = [wireNode(1), null, wireNode(2), 7, 'node'];
    await service.control('frame', { type: 'cluster_status', data: { nodes } });
    await mount();
    await says('3 of the nodes listed cannot be read.');
    await says('2 alive');
    provider.lang = 'zh-CN';
    await says('3 个节点的数据无法解析。');
    await service.control('frame', { type: 'cluster_status', data: { nodes: [wireNode(1)] } });
    await says('1 存活');
    expect(visibleText(summary)).to.not.include('无法解析');
  });

  it('stops at a service that wants a sign-in, says so, and goes on when told to', async () => {
    await service.control('status', { path: '/api/ray-dashboard', status: 401, body: {} });
    await service.control('refuseUpgrade', { status: 401 });
    await mount();
    await says('a sign-in is needed');
    await says('Stopped');
    await service.control('reset');
    provider.reconnect();
    await says('Live');
  });
});
