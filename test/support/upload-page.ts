import { html } from '@open-wc/testing';
import '../../src/define/castray-provider.js';
import '../../src/define/castray-upload.js';
import type { CastrayProvider } from '../../src/elements/castray-provider/castray-provider.js';
import type { CastrayUpload } from '../../src/elements/castray-upload/castray-upload.js';
import type { UploadEvent } from '../../src/elements/events/upload-event.js';
import type { TestService } from './castray.js';
import { mountProvider, visibleText } from './cluster-page.js';
import { until } from './wait.js';

/** A file of so many bytes, none of them random. */
export const fileOf = (name: string, size: number): File =>
  new File([new Uint8Array(size).fill(97)], name);

/** A `<castray-upload>` in a provider of its own, as a user meets it. */
export class UploadPage {
  readonly provider: CastrayProvider;
  readonly element: CastrayUpload;
  /** Type, name and state of each event. */
  readonly events: string[] = [];

  constructor(provider: CastrayProvider) {
    this.provider = provider;
    this.element = provider.querySelector('castray-upload')!;
    const note = ({ type, upload }: UploadEvent): void => {
      this.events.push(`${type.replace('castray-upload-', '')} ${upload.name} ${upload.state}`);
    };
    provider.addEventListener('castray-upload-start', note);
    provider.addEventListener('castray-upload-end', note);
  }

  static async mount({ apiBase }: TestService, lang = 'en', theme = 'auto') {
    const page = new UploadPage(
      await mountProvider(
        html`<castray-provider api-base=${apiBase} lang=${lang} theme=${theme}>
          <castray-upload></castray-upload>
        </castray-provider>`,
      ),
    );
    await until(() => page.find('option:not([value=""])'), 'a node to choose');
    return page;
  }

  /** Drops files on the zone. */
  drop(...files: readonly File[]): void {
    const dataTransfer = new DataTransfer();
    for (const file of files) dataTransfer.items.add(file);
    const event = new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer });
    this.find("[part='drop']")!.dispatchEvent(event);
  }

  /** Each file with its state, in words. */
  get rows(): string[] {
    return this.all('li').map((row) => {
      const [name, state] = ['name', 'state'].map((part) => row.querySelector(`[part='${part}']`)!);
      return `${visibleText(name!)}: ${visibleText(state!)}`;
    });
  }

  async says(row: string, timeout = 8000): Promise<void> {
    await until(() => this.rows.includes(row), `“${row}”`, timeout);
  }

  text(selector: string): string {
    const found = this.find(selector);
    return found ? visibleText(found) : '';
  }

  /** A button by what it says. */
  click(word: string): void {
    this.all('button')
      .find((button) => visibleText(button) === word)!
      .click();
  }

  find(selector: string): HTMLElement | null {
    return this.element.shadowRoot!.querySelector<HTMLElement>(selector);
  }

  all(selector: string): HTMLElement[] {
    return [...this.element.shadowRoot!.querySelectorAll<HTMLElement>(selector)];
  }
}
