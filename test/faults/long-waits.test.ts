import { expect } from '@open-wc/testing';
import '../../src/define/castray-transfers.js';
import '../../src/define/castray-upload.js';
import { fileOf } from '../support/upload-page.js';
import { frameText, wireNodes } from '../support/wire.js';
import { visibleText } from '../support/cluster-page.js';
import { until } from '../support/wait.js';
import { faultsAtOnce, type Act } from './fault.js';
import { startTransfer } from './other-hands.js';

const LIMIT = 60_000;

/** At an address of its own: Firefox makes one handshake at a time for each, in all tabs and tests. */
const neverShakesHands: Act = async (scene) => {
  const [network, service] = await scene.network({}, '127.0.0.2');
  await network.control('silent');
  const page = scene.open(network);
  await scene.reads(page, 'Waiting for');
  const since = performance.now();
  await scene.reads(page, 'opens too late, or sends no figures', 20_000);
  expect(performance.now() - since).to.be.within(13_000, 19_000);
  expect(page.text).to.include('Reconnect');
  expect((await service.seen()).handshakes).to.equal(0);
  await network.control('pass');
  await scene.recovers(page, 12_000);
};

const halfOpen: Act = async (scene) => {
  const [network, service] = await scene.network();
  const page = scene.open(network);
  await page.says('Live');
  await network.control('halfOpen');
  const since = performance.now();
  await scene.reads(page, 'Stale', 14_000);
  await scene.reads(page, 'These figures are old: from 10 seconds ago');
  expect(performance.now() - since).to.be.below(12_500);
  await page.lists(7);
  await page.says('Live', 40_000);
  const replaced = performance.now() - since;
  expect(replaced).to.be.below(45_000);
  scene.recoveredIn(replaced);
  const { handshakes } = await service.seen();
  expect(handshakes).to.equal(2);
};

const idleCut: Act = async (scene) => {
  const [network, service] = await scene.network();
  await network.control('idleCut', { ms: 12_000 });
  await service.control('hold');
  await service.control('frame', frameText(wireNodes(7)));
  const page = scene.open(network);
  await page.says('Live');
  const since = performance.now();
  await until(async () => (await service.seen()).pings === 2, 'two pings', 26_000);
  expect(performance.now() - since).to.be.above(18_000);
  await service.control('frame', frameText(wireNodes(8)));
  await page.lists(8);
  await scene.reads(page, 'Live');
  scene.saw('the same socket after 20 s of silence');
  expect((await service.seen()).handshakes).to.equal(1);
};

const slowLink: Act = async (scene) => {
  const [network, service] = await scene.network();
  await service.control('hold');
  const frame = (count: number): string => frameText(wireNodes(count));
  await service.control('frame', frame(7));
  const page = scene.open(network);
  await page.says('Live');
  const phases = page.watchPhases();
  await network.control('drip', { bytesPerSecond: Math.ceil(frame(8).length / 5) });
  for (const count of [8, 9, 10]) {
    const since = performance.now();
    await service.control('frame', frame(count));
    await page.lists(count, 9000);
    expect(performance.now() - since).to.be.above(3500);
  }
  expect(phases).to.deep.equal(['live']);
  expect((await service.seen()).handshakes).to.equal(1);
  await scene.reads(page, 'Live');
  scene.saw('each frame some 5 s late');
};

const stalled: Act = async (scene) => {
  const service = await scene.service();
  const page = scene.open(service);
  await page.says('Live');
  await service.control('stall', { ms: 14_000 });
  const since = performance.now();
  await scene.reads(page, 'Stale', 13_000);
  await page.lists(7);
  await until(() => page.provider.connection.phase === 'live', 'live again', 9000);
  scene.recoveredIn(performance.now() - since);
  expect((await service.seen()).handshakes).to.equal(1);
};

const stalledUpload: Act = async (scene) => {
  const service = await scene.service();
  const page = scene.open(service);
  await page.says('Live');
  const element = page.add('castray-upload');
  await page.says('For the node');
  await service.control('slowUpload', { ms: 60_000 });
  element.add([fileOf('large.bin', 24 * 2 ** 20)]);
  await scene.reads(page, 'Nothing has moved for 30 s.', 45_000);
  await scene.reads(page, 'Cancel');
  await scene.reads(page, 'Again');
  expect(page.text).to.include('stalled').and.not.include('stored on the gateway');
};

/** 1,000 pieces, which come when the scene says so. */
const stalledTransfer: Act = async (scene) => {
  const service = await scene.service({ pieceMs: 3_600_000, pieceBytes: 3000 });
  await startTransfer(service, 'M2');
  await service.control('transfer', { pieces: 989 });
  const page = scene.open(service);
  const element = page.add('castray-transfers');
  element.actions = 'start';
  const root = element.shadowRoot!;
  const states = () => [...root.querySelectorAll("[part='state']")].map(visibleText);
  await page.says('99%');
  const since = performance.now();
  await scene.reads(page, 'Nothing has moved for 30 s.', 45_000);
  expect(performance.now() - since).to.be.above(28_000);
  await scene.reads(page, 'CastRay cannot cancel it');
  await scene.reads(page, 'Again');
  expect(states()).to.deep.equal(['stalled']);
  expect(root.querySelector("[role='status']")!.textContent).to.equal('blob.bin: stalled');
  await service.control('transfer', { pieces: 1 });
  await scene.recovers(page, 9000, 'running');
  expect(states()).to.deep.equal(['running']);
};

/** Again starts another one, and the first stays on the page: it may go on. */
const stalledAndRepeated: Act = async (scene) => {
  const service = await scene.service({ pieceMs: 3_600_000, pieceBytes: 3000 });
  await startTransfer(service, 'M2');
  const page = scene.open(service);
  const element = page.add('castray-transfers');
  element.actions = 'start';
  const root = element.shadowRoot!;
  await page.says('stalled', 45_000);
  root.querySelector<HTMLElement>("[part='again-button']")!.click();
  const states = () => [...root.querySelectorAll("[part='state']")].map(visibleText).join();
  await until(() => states() === 'running,stalled', 'both of them', 9000);
  expect(root.querySelectorAll("[part='again-button']")).to.have.length(1);
  scene.saw('the second runs, the first stays: it may go on');
};

describe('faults that take their time, all at once', () => {
  faultsAtOnce(
    [
      [2, 'TCP accepted, handshake never done', neverShakesHands],
      [3, 'half-open: no frames, no close', halfOpen],
      [10, 'proxy that cuts idle connections after 12 s', idleCut],
      [12, 'a slow link: a frame takes 5 s', slowLink],
      [22, 'an upload that stalls', stalledUpload],
      [22, 'a transfer that stands at 99 %', stalledTransfer],
      [22, 'a transfer that stands still, started again', stalledAndRepeated],
      [13, 'the service’s event loop stands for 14 s', stalled],
    ],
    LIMIT,
  );
});
