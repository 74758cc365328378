import { expect } from '@open-wc/testing';

interface Manifest {
  modules: { exports?: { kind: string; name: string }[] }[];
}

interface BundledWindow extends Window {
  customElements: CustomElementRegistry;
  CastRay?: { VERSION: string };
}

const BUNDLES = {
  'castray-widgets.js': '<script type="module" src="/dist/castray-widgets.js"></script>',
  'castray-widgets.iife.js': '<script src="/dist/castray-widgets.iife.js"></script>',
};

async function tags(): Promise<string[]> {
  const manifest = (await (await fetch('/dist/custom-elements.json')).json()) as Manifest;
  return manifest.modules
    .flatMap(({ exports }) => exports ?? [])
    .filter(({ kind }) => kind === 'custom-element-definition')
    .map(({ name }) => name);
}

/** A page of its own with one element of each tag, when it has loaded. */
async function pageWith(script: string, elements: string[]): Promise<HTMLIFrameElement> {
  const frame = document.createElement('iframe');
  const body = elements.map((tag) => `<${tag}></${tag}>`).join('');
  frame.srcdoc = `<!doctype html><html lang="en"><body>${script}${body}</body></html>`;
  const loaded = new Promise((resolve) => {
    frame.addEventListener('load', resolve, { once: true });
  });
  document.body.append(frame);
  await loaded;
  return frame;
}

describe('in this engine', () => {
  for (const [name, script] of Object.entries(BUNDLES))
    it(`${name} defines and renders every element`, async () => {
      const all = await tags();
      expect(all).not.to.be.empty;
      const frame = await pageWith(script, all);
      const { customElements } = frame.contentWindow as BundledWindow;
      for (const tag of all) {
        expect(customElements.get(tag), tag).to.be.a('function');
        expect(frame.contentDocument?.querySelector(tag)?.shadowRoot, tag).not.to.equal(null);
      }
      frame.remove();
    });

  it('the classic bundle offers the global CastRay', async () => {
    const frame = await pageWith(BUNDLES['castray-widgets.iife.js'], []);
    expect((frame.contentWindow as BundledWindow).CastRay?.VERSION).to.match(
      /^\d+\.\d+\.\d+(-[\w.]+)?$/,
    );
    frame.remove();
  });
});
