import '../../src/define/all.js';
import type { CastrayProvider } from '../../src/elements/castray-provider/castray-provider.js';
import { startService, type TestService } from '../support/castray.js';
import { mountWidget } from '../support/cluster-page.js';
import { until } from '../support/wait.js';

/** What a screen reader calls the widget, and what stands over it. */
const names = ({ shadowRoot }: Element): (string | null | undefined)[] => [
  shadowRoot!.querySelector('[role=group]')?.ariaLabel,
  shadowRoot!.querySelector('h2')?.textContent,
];

describe('a widget whose cluster has a name', () => {
  let service: TestService;

  before(async () => {
    service = await startService();
  });

  for (const [tag, title] of [
    ['castray-upload', 'Upload'],
    ['castray-transfers', 'Transfers between nodes'],
    ['castray-diagnostics', 'Connection check'],
  ] as const) {
    it(`says it, so that two of ${tag} are told apart`, async () => {
      const widget = await mountWidget(tag, service, { label: 'Alpha' });
      const are = (words: string) => () => names(widget).every((name) => name === words);
      await until(are(`${title} · Alpha`), 'the cluster’s name');
      const provider = widget.parentElement as CastrayProvider;
      provider.label = 'Beta';
      await until(are(`${title} · Beta`), 'its new name');
      provider.label = '';
      await until(are(title), 'no name');
    });
  }

  it('says it beside the node’s', async () => {
    const widget = await mountWidget('castray-node-detail', service, { label: 'Alpha' });
    await until(() => names(widget)[0] === 'Node · Alpha', 'the cluster’s name');
  });
});
