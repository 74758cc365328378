import { fixtureCleanup, html } from '@open-wc/testing';
import '../../src/define/castray-provider.js';
import '../../src/define/castray-files.js';
import type { CastrayFiles } from '../../src/elements/castray-files/castray-files.js';
import type { TestService } from './castray.js';
import { mountProvider, visibleText } from './cluster-page.js';
import { until } from './wait.js';

/** 200 names, most of them awkward in an address, in HTML or in a shell. */
export function awkwardNames(): readonly string[] {
  const signs = Array.from(' !"#$%&\'()*+,-.:;<=>?@[\\]^_`{|}~');
  const others = [
    '\t',
    'é',
    'e\u0301',
    '中文',
    '😀',
    '\u202e',
    'ß',
    '%2e%2e',
    '&amp;',
    '%',
    '..',
    '\u00a0',
  ];
  const parts = [...signs, ...others];
  const names = parts.flatMap((part, n) => [
    `${part}start ${n}.txt`,
    `in${part}side ${n}.json`,
    `end ${n}${part}`,
    `a${part}b${part}.${n}`,
  ]);
  return ['x'.repeat(200), ...names, ...Array.from({ length: 200 }, (_, n) => `n ${n}`)].slice(
    0,
    200,
  );
}

/** A `<castray-files>` in a provider of its own, as a user meets it. */
export class FilesPage {
  readonly element: CastrayFiles;

  constructor(element: CastrayFiles) {
    this.element = element;
  }

  static async mount(api: string, fileServer = '', lang = 'en', theme = 'light') {
    fixtureCleanup();
    const provider = await mountProvider(
      html`<castray-provider
        api-base=${api}
        file-server-url=${fileServer}
        lang=${lang}
        theme=${theme}
      >
        <castray-files></castray-files>
      </castray-provider>`,
    );
    return new FilesPage(provider.querySelector('castray-files')!);
  }

  /** As {@link mount}, of a service with its file server; waits for the rows. */
  static async of(service: TestService) {
    const page = await FilesPage.mount(service.apiBase, service.filesUrl);
    await until(() => page.names.length > 0, 'the files');
    return page;
  }

  get root(): ShadowRoot {
    return this.element.shadowRoot!;
  }

  get text(): string {
    return visibleText(this.element);
  }

  /** Names of the files, as they stand from top to bottom. */
  get names(): string[] {
    return this.all("[part='name']").map(({ textContent }) => textContent.trim());
  }

  all<E extends HTMLElement = HTMLElement>(selector: string): E[] {
    return [...this.root.querySelectorAll<E>(selector)];
  }

  find(selector: string): HTMLElement {
    const found = this.root.querySelector<HTMLElement>(selector);
    if (!found) throw new Error(`nothing is ${selector}`);
    return found;
  }

  /** The row of a file. */
  row(name: string): HTMLElement {
    const row = this.all("[part='row']")[this.names.indexOf(name)];
    if (!row) throw new Error(`no file ${name} among ${this.names.join(', ')}`);
    return row;
  }

  /** The first button that is called so, or whose text is that. */
  button(name: string): HTMLButtonElement {
    const found = this.all<HTMLButtonElement>('button').find(
      (button) => (button.ariaLabel ?? visibleText(button)) === name,
    );
    if (!found) throw new Error(`no button ${name}`);
    return found;
  }

  /** The name that the keyboard is on, else its part; empty where it is on nothing of the element. */
  get focus(): string {
    const focused = this.root.activeElement;
    const part = focused?.getAttribute('part') ?? '';
    return part === 'name-button' ? focused!.querySelector('[part=name]')!.textContent : part;
  }

  /** Opens a file or folder with the pointer. */
  open(name: string): void {
    this.row(name).querySelector<HTMLElement>("[part='name-button']")!.click();
  }

  /** Ticks a file. */
  tick(name: string): void {
    this.row(name).querySelector('input')!.click();
  }

  says(words: string, timeout = 4000): Promise<void> {
    return until(() => this.text.includes(words), `the words “${words}”`, timeout);
  }
}
