import { expect } from '@open-wc/testing';
import sinon from 'sinon';
import { Access, NO_ACCESS } from '../../src/connection/access.js';
import { systemClock } from '../../src/connection/clock.js';
import { upload, type UploadRequest } from '../../src/connection/upload.js';
import { startService, type TestService } from '../support/castray.js';

const PATH = '/api/file-transfer/upload';

describe('the progress of an upload', () => {
  let service: TestService;

  before(async () => {
    service = await startService({ churn: false });
  });
  afterEach(() => sinon.restore());
  after(() => service.stop());

  const send = (size: number, more: Partial<UploadRequest>) =>
    upload({
      apiBase: service.apiBase,
      file: new Blob([new Uint8Array(size)]),
      name: `${size}.bin`,
      targetNode: 'M2',
      targetPath: `/uploads/${size}.bin`,
      clock: systemClock,
      access: NO_ACCESS,
      signal: new AbortController().signal,
      progress: () => undefined,
      ...more,
    });

  it('is told of while the answer drips in, too: it is a sign of life', async () => {
    const body = { success: true, size: 5, message: 'x'.repeat(1000) };
    await service.control('status', { path: PATH, body, drip: 500, times: 1 });
    const told: number[] = [];
    await send(5, { progress: (sent) => told.push(sent) });
    expect(told.filter((sent) => sent === 5)).to.have.lengthOf.above(2);
  });

  it('is none where it was stopped while a token was found: nothing is sent', async () => {
    await service.control('forget');
    let give: (token: string) => void = () => undefined;
    const token = new Promise<string>((resolve) => (give = resolve));
    const stopping = new AbortController();
    const sending = send(7, { access: new Access(() => token), signal: stopping.signal });
    stopping.abort();
    give('token');
    expect((await sending).ok).to.equal(false);
    expect((await service.seen()).requests).to.deep.equal({});
  });

  for (const size of [1, 100, 4 * 2 ** 20]) {
    it(`counts bytes of the file, and not of the form around it: ${size}`, async () => {
      const told: number[] = [];
      const result = await send(size, { progress: (sent) => told.push(sent) });
      expect(result.ok).to.equal(true);
      expect(told.at(-1), 'all of it has left').to.equal(size);
      expect(Math.min(...told)).to.be.at.least(0);
      expect(Math.max(...told)).to.equal(size);
      expect(told, 'and never less than before').to.deep.equal(told.toSorted((a, b) => a - b));
    });
  }

  it('ends where the answer is longer than any of CastRay’s: its status counts, the text does not', async () => {
    const path = '/api/file-transfer/upload';
    const body = JSON.stringify({ success: true, size: 100, detail: 'x'.repeat(2 ** 20) });
    const ended = async (status: number) => {
      await service.control('status', { path, status, body });
      const result = await send(100, {});
      if (result.ok) throw new Error('it was read');
      const { code, status: told, detail } = result.problem;
      return [code, told, detail];
    };
    expect(await ended(200)).to.deep.equal(['too-large', undefined, undefined]);
    expect(await ended(507)).to.deep.equal(['http-status', 507, undefined]);
    await service.control('reset', undefined);
  });

  it('counts none of the file while only some of the form before it has left', async () => {
    const told: number[] = [];
    const { XMLHttpRequest } = window;
    // when a browser tells of so little is its own affair
    const early = { loaded: 10, total: 500, lengthComputable: true };
    class Telling extends XMLHttpRequest {
      override send(form: FormData): void {
        super.send(form);
        this.upload.dispatchEvent(new ProgressEvent('progress', early));
      }
    }
    sinon.replace(window, 'XMLHttpRequest', Telling);
    await send(100, { progress: (sent) => told.push(sent) });
    expect(told[0]).to.equal(0);
    expect(told.at(-1)).to.equal(100);
  });
});
