import { expect } from '@open-wc/testing';
import '../../../src/define/all.js';
import { PageWitness } from '../../../src/elements/castray-diagnostics/page-witness.js';
import { visibleText } from '../../support/cluster-page.js';
import { SMALL, showHeld, type NodeListPage } from '../../support/node-list-page.js';
import { until } from '../../support/wait.js';

/** What `document` says of itself, until somebody puts a picture of that name on the page. */
const TAKEN = ['hidden', 'baseURI', 'defaultView'] as const;

/** Where the picture is: on the page of the test, or in a window that the widgets are moved to. */
const PLACES = ['page', 'iframe'] as const;

for (const place of PLACES)
  for (const name of TAKEN)
    describe(`an <img name="${name}"> that a user put into the ${place}`, () => {
      let home: Document;
      let frame: HTMLIFrameElement;
      let picture: HTMLImageElement;
      let page: NodeListPage;

      beforeEach(() => {
        frame = document.createElement('iframe');
        document.body.append(frame);
        home = place === 'page' ? document : frame.contentDocument!;
        picture = home.createElement('img');
        picture.setAttribute('name', name);
      });
      afterEach(async () => {
        page.provider.remove();
        picture.remove();
        frame.remove();
        await page.end();
      });

      const take = () => {
        home.body.append(picture);
        expect(home[name], 'it is what the document says now').to.equal(picture);
      };

      /** Figures are drawn as they come, an age is told, and a setting may change. */
      async function isWell(): Promise<void> {
        const { provider } = page;
        const { host } = page.root;
        provider.prepend(document.createElement('castray-connection'));
        if (place === 'iframe') home.body.append(provider);
        await page.send(SMALL.map((node) => ({ ...node, cpu: 77 })));
        await until(() => visibleText(host).includes('77'), 'the new figure');
        provider.label = 'Lab';
        provider.pollInterval = 5;
        await provider.updateComplete;
        expect(provider.shadowRoot!.querySelector('.notices'), 'no address is refused').to.equal(
          null,
        );
        expect(provider.connection.phase).to.equal('live');
        const { facts } = new PageWitness(provider, () => undefined);
        expect(facts.base).to.equal(document.head.baseURI);
        await until(
          () =>
            /updated (now|\d+ s)/.test(visibleText(provider.querySelector('castray-connection')!)),
          'an age',
        );
      }

      it('stops nothing where it is there before the widgets', async () => {
        take();
        page = await showHeld();
        await isWell();
      });

      it('stops nothing where it comes later', async () => {
        page = await showHeld();
        await until(() => page.names.length === SMALL.length, 'nodes');
        take();
        await isWell();
      });
    });
