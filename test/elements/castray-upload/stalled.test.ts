import { expect } from '@open-wc/testing';
import { useFakeTimers } from 'sinon';
import { STALL } from '../../../src/store/pace.js';
import { uploadsOf } from '../../../src/store/uploads/upload-queue.js';
import { startService } from '../../support/castray.js';
import { fileOf, UploadPage } from '../../support/upload-page.js';
import { until } from '../../support/wait.js';

describe('an upload that stands still', () => {
  it('has started once, also where it goes on', async () => {
    const service = await startService({ churn: false, frameInterval: 200 });
    const page = await UploadPage.mount(service);
    const states: string[] = [];
    uploadsOf(page.provider.store).subscribe(({ uploads }) => states.push(uploads[0]!.state));
    await service.control('slowUpload', { ms: 20 });
    // so that 30 s pass at once, between two pieces; all that was to come by a timer in them is lost
    const time = useFakeTimers({
      toFake: ['setTimeout', 'clearTimeout'],
      shouldClearNativeTimers: true,
    });
    try {
      const started = new Promise((done) =>
        page.provider.addEventListener('castray-upload-start', done, { once: true }),
      );
      page.drop(fileOf('large.bin', 24 * 2 ** 20));
      await started;
      time.tick(STALL);
    } finally {
      time.restore();
    }
    await until(() => states.includes('stalled'), 'it stalls');
    const goesOn = () => states.lastIndexOf('sending') > states.indexOf('stalled');
    await until(goesOn, 'a sign of life');
    await service.control('slowUpload', { ms: 0 });
    await page.shows('large.bin: stored on the gateway');
    expect(page.events).to.deep.equal(['start large.bin sending', 'end large.bin stored']);
    await service.stop();
  }).timeout(20_000);
});
