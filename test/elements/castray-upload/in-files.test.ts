import { expect, html } from '@open-wc/testing';
import '../../../src/define/castray-provider.js';
import '../../../src/define/castray-files.js';
import { startService } from '../../support/castray.js';
import { mountProvider, visibleText } from '../../support/cluster-page.js';
import { shot } from '../../support/page.js';
import { fileOf } from '../../support/upload-page.js';
import { until } from '../../support/wait.js';

describe('the upload in castray-files', () => {
  it('is there where the page allows it, and not else', async () => {
    const service = await startService({ churn: false, frameInterval: 200 });
    const provider = await mountProvider(
      html`<castray-provider api-base=${service.apiBase} lang="en">
        <castray-files></castray-files>
      </castray-provider>`,
    );
    const files = provider.querySelector('castray-files')!;
    await until(() => visibleText(files).includes('blob.bin'), 'the list');
    const upload = () => files.shadowRoot!.querySelector('castray-upload');
    expect(upload()).to.equal(null);
    files.setAttribute('actions', 'upload');
    await until(() => upload()?.shadowRoot?.querySelector('option:not([value=""])'), 'the upload');
    const ended: string[] = [];
    provider.addEventListener('castray-upload-end', ({ upload: { state } }) => ended.push(state));
    upload()!.add([fileOf('a.txt', 10)]);
    await until(() => ended.length === 1, 'its end');
    expect(ended).to.deep.equal(['stored']);
    await shot('upload-in-files');
    await expect(files).to.be.accessible();
    files.style.blockSize = '200px';
    const frame = files.shadowRoot!.querySelector('[part=frame]')!;
    expect(frame.scrollHeight, 'more than has room').to.be.greaterThan(frame.clientHeight);
    expect(getComputedStyle(frame).overflowY, 'can be scrolled to').to.equal('auto');
    await service.stop();
  }).timeout(20_000);
});
