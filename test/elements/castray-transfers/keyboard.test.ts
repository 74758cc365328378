import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { startService } from '../../support/castray.js';
import { before, focused, press, tabOut, tabTo } from '../../support/keyboard.js';
import { TransfersPage } from '../../support/transfers-page.js';
import { until } from '../../support/wait.js';

const START = '/api/file-transfer/node-to-node';

describe('a transfer by the keyboard alone', () => {
  it('is filled in, refused, started, started again, and cleared', async () => {
    const service = await startService({ churn: false, frameInterval: 200, pieceMs: 100 });
    await service.control('status', { path: START, status: 500, body: {}, times: 1 });
    const page = await TransfersPage.mount(service);
    await until(() => page.find("select[name='target'] option:nth-child(3)"), 'the nodes');
    before(page.element);
    await tabTo("[part='source']");
    await press('ArrowDown');
    await tabTo("[part='target']");
    await press('ArrowDown');
    await tabTo("[part='file']");
    await sendKeys({ type: 'demo_files/blob.bin' });
    await tabTo("[part='mode']");
    await press('ArrowDown');
    await tabTo("[part='start-button']");
    await press('Enter');
    const fault = () => page.part('fault');
    await until(() => fault() === 'Source and target are the same node.', fault());
    expect(focused()).to.equal(page.find("[part='start-button']"));
    await tabOut(page.element);
    before(page.element);
    await tabTo("[part='target']");
    await press('ArrowDown');
    await tabTo("[part='start-button']");
    await press('Enter');
    await until(() => page.rows('failed').length === 1, 'a failed transfer');
    expect(page.part('facts')).to.include('direct');
    expect(focused()).to.equal(page.find("[part='start-button']"));
    await tabTo("[part='again-button']");
    await until(
      async () => {
        await press('Enter');
        return page.rows('failed').length === 0;
      },
      'another try',
      4000,
    );
    await until(() => page.rows('completed').length === 1, 'its end', 8000);
    await tabTo("[part='clear-button']");
    await press(' ');
    await until(() => page.all("[part='transfer']").length === 0, 'nothing');
    expect(focused()).to.equal(page.find("[part='card']"));
    await tabOut(page.element);
    await service.stop();
  }).timeout(40_000);
});
