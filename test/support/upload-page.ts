import '../../src/define/castray-provider.js';
import '../../src/define/castray-upload.js';
import type { CastrayProvider } from '../../src/elements/castray-provider/castray-provider.js';
import type { CastrayUpload } from '../../src/elements/castray-upload/castray-upload.js';
import type { UploadEvent } from '../../src/elements/events/upload-event.js';
import { mountWidget, type Whereabouts } from './cluster-page.js';
import { SendingPage } from './sending-page.js';
import { until } from './wait.js';

/** A file of so many bytes, none of them random. */
export const fileOf = (name: string, size: number): File =>
  new File([new Uint8Array(size).fill(97)], name);

/** A `<castray-upload>` in a provider of its own, as a user meets it. */
export class UploadPage extends SendingPage<CastrayUpload> {
  constructor(element: CastrayUpload) {
    super(element);
    const note = ({ type, upload: { name, state } }: UploadEvent): void =>
      this.note(type, name, state);
    this.provider.addEventListener('castray-upload-start', note);
    this.provider.addEventListener('castray-upload-end', note);
  }

  /** Waits until there is a node to send to. */
  static async mount(where: Whereabouts, settings: Partial<CastrayProvider> = {}) {
    const page = new UploadPage(await mountWidget('castray-upload', where, settings));
    await until(() => page.find('option:not([value=""])'), 'a node to choose');
    return page;
  }

  /** Drops files on the zone. */
  drop(...files: readonly File[]): void {
    const dataTransfer = new DataTransfer();
    for (const file of files) dataTransfer.items.add(file);
    const event = new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer });
    this.get("[part='drop']").dispatchEvent(event);
  }

  /** Waits until a file has that row, such as `a.txt: sending`. */
  async shows(row: string, timeout = 8000): Promise<void> {
    await until(() => this.rows().includes(row), `“${row}”`, timeout);
  }
}
