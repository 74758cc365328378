import '../../src/define/castray-provider.js';
import '../../src/define/castray-files.js';
import type { CastrayFiles } from '../../src/elements/castray-files/castray-files.js';
import type { CastrayProvider } from '../../src/elements/castray-provider/castray-provider.js';
import type { TestService } from './castray.js';
import { mountWidget, type Whereabouts } from './cluster-page.js';
import { ShadowPage } from './shadow-page.js';
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
export class FilesPage extends ShadowPage<CastrayFiles> {
  static async mount(where: Whereabouts, settings: Partial<CastrayProvider> = {}) {
    return new FilesPage(await mountWidget('castray-files', where, settings));
  }

  /** As {@link mount}, of a service with its file server; waits for the rows. */
  static async of(service: TestService, settings: Partial<CastrayProvider> = {}) {
    const page = await FilesPage.mount(service, { fileServerUrl: service.filesUrl, ...settings });
    await until(() => page.names.length > 0, 'the files');
    return page;
  }

  /** Names of the files, as they stand from top to bottom. */
  get names(): string[] {
    return this.all("[part='name']").map(({ textContent }) => textContent.trim());
  }

  /** The row of a file. */
  row(name: string): HTMLElement {
    const row = this.all("[part='row']")[this.names.indexOf(name)];
    if (!row) throw new Error(`no file ${name} among ${this.names.join(', ')}`);
    return row;
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
}
