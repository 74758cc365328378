import { expect, fixture, html } from '@open-wc/testing';
import '../../src/define/all.js';
import { contrast, difference, lightOf, SIGHT, type Light } from '../support/colour.js';
import { engine, setMedia } from '../support/page.js';

/** A preset, the page's colour scheme, and the least contrast that its texts promise. */
const LOOKS = [
  ['auto', 'light', 4.5],
  ['auto', 'dark', 4.5],
  ['light', 'dark', 4.5],
  ['dark', 'light', 4.5],
  ['aerial', 'light', 4.5],
  ['high-contrast', 'light', 7],
  ['high-contrast', 'dark', 7],
] as const;
const SURFACES = ['surface', 'surface-raised', 'selected', 'warning-surface'];
const TEXTS = ['text', 'text-muted', 'accent', 'good', 'warning', 'bad'];
const BANDS = ['low', 'moderate', 'high', 'critical'];

/** The element's colours by token, as the browser resolves them. */
async function colours(theme: string, scheme: string): Promise<(token: string) => Light> {
  const page = await fixture(
    html`<div class=${scheme}>
      <castray-provider theme=${theme}><castray-connection></castray-connection></castray-provider>
    </div>`,
  );
  (page as HTMLElement).style.colorScheme = scheme;
  const probe = document.createElement('i');
  page.querySelector('castray-connection')!.shadowRoot!.append(probe);
  return (token) => {
    probe.style.color = `var(--_${token})`;
    return lightOf(getComputedStyle(probe).color);
  };
}

describe('the colours', () => {
  for (const [theme, scheme, least] of LOOKS) {
    it(`of theme="${theme}" on a ${scheme} page: text is read, and graphics are seen`, async () => {
      const of = await colours(theme, scheme);
      const ratio = (a: string, b: string) => contrast(of(a), of(b));
      for (const surface of SURFACES) {
        for (const text of TEXTS) {
          expect(ratio(text, surface), `${text} on ${surface}`).to.be.at.least(least);
        }
        expect(ratio('edge', surface), `a control's edge on ${surface}`).to.be.at.least(3);
      }
      expect(ratio('on-accent', 'accent'), 'what is pressed').to.be.at.least(least);
      for (const band of BANDS) expect(ratio(band, 'track'), band).to.be.at.least(3);
    });

    it(`of theme="${theme}" on a ${scheme} page: bands of load differ for all readers`, async () => {
      const of = await colours(theme, scheme);
      for (const [reader, sight] of Object.entries(SIGHT)) {
        for (const one of BANDS) {
          for (const other of BANDS.slice(BANDS.indexOf(one) + 1)) {
            const seen = difference(of(one), of(other), sight);
            expect(seen, `${one} and ${other}, ${reader}`).to.be.at.least(10);
          }
        }
      }
    });
  }

  if (engine === 'chromium') {
    it('are those of high contrast for a reader who asks for more, light or dark as the page is', async () => {
      const of = async (theme: string, scheme: string) => {
        const light = await colours(theme, scheme);
        return [...SURFACES, ...TEXTS, ...BANDS, 'edge', 'on-accent', 'track'].map(light);
      };
      const schemes = ['light', 'dark'] as const;
      const high = await Promise.all(schemes.map((scheme) => of('high-contrast', scheme)));
      await setMedia({ 'prefers-contrast': 'more' });
      try {
        const auto = await Promise.all(schemes.map((scheme) => of('auto', scheme)));
        expect(auto).to.deep.equal(high);
        expect(await of('aerial', 'light'), 'a dark preset').to.deep.equal(high[1]);
        expect(await of('light', 'dark')).to.deep.equal(high[0]);
      } finally {
        await setMedia({});
      }
    });
  }

  it('of an element may be others than those of its provider', async () => {
    const page = await fixture(
      html`<div>
        <castray-provider theme="aerial">
          <castray-connection></castray-connection>
          <castray-connection theme="light"></castray-connection>
        </castray-provider>
      </div>`,
    );
    const surfaces = [...page.querySelectorAll('castray-connection')].map(
      (element) =>
        getComputedStyle(element.shadowRoot!.querySelector('[part=box]')!).backgroundColor,
    );
    expect(surfaces).to.deep.equal(['rgb(12, 25, 20)', 'rgb(255, 255, 255)']);
  });

  it('of the page come before those of a preset', async () => {
    const page = await fixture<HTMLElement>(
      html`<div>
        <castray-provider theme="aerial"
          ><castray-connection></castray-connection
        ></castray-provider>
      </div>`,
    );
    page.style.setProperty('--castray-surface', 'rgb(1, 2, 3)');
    const box = page.querySelector('castray-connection')!.shadowRoot!.querySelector('[part=box]')!;
    expect(getComputedStyle(box).backgroundColor).to.equal('rgb(1, 2, 3)');
  });
});
