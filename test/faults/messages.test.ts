import { expect } from '@open-wc/testing';
import { frameText, wireNodes } from '../support/wire.js';
import { fault } from './fault.js';
import type { FaultPage } from './fault-page.js';
import type { Scene } from './scene.js';
import type { TestService } from '../support/castray.js';
import { until } from '../support/wait.js';

/** A page with twelve nodes of a service that sends only what it is told to send. */
async function openHeld(scene: Scene): Promise<[FaultPage, TestService]> {
  const service = await scene.service();
  await service.control('hold');
  await service.control('frame', frameText(wireNodes(12)));
  const page = scene.open(service);
  await page.says('Live');
  await page.lists(12);
  return [page, service];
}

const dropped = (page: FaultPage, count: number): Promise<void> =>
  until(() => page.provider.connection.droppedFrames === count, `${count} dropped`);

describe('messages that are none of ours', () => {
  for (const [what, message] of [
    ['transfer_activity', '{"type":"transfer_activity","data":{}}'],
    ['message_received', '{"type":"message_received","data":{"text":"hello"}}'],
    [
      'the older CastRay’s status_update',
      '{"type":"status_update","data":{"total_nodes":3,"active_nodes":3,"node_statuses":[],"ray_cluster":{}}}',
    ],
  ] as const) {
    fault(14, what, async (scene) => {
      const [page, service] = await openHeld(scene);
      await service.control('frame', 'pong');
      await service.control('frame', message);
      await dropped(page, 1); // a pong is none, and came first
      await page.lists(12);
      await scene.reads(page, 'Live');
      scene.saw('the 12 nodes as before; counted');
      expect(page.text).not.to.include(service.wsUrl); // no fault is shown
    });
  }

  for (const [what, text] of [
    ['cut JSON', frameText(wireNodes(3)).slice(0, 200)],
    ['a page of HTML', '<!DOCTYPE HTML><html><title>502 Bad Gateway</title></html>'],
    ['an array', '[1,2,3]'],
  ] as const) {
    fault(15, what, async (scene) => {
      const [page, service] = await openHeld(scene);
      const codes: string[] = [];
      page.provider.addEventListener('castray-error', ({ problem }) => codes.push(problem.code));
      await service.control('frame', text);
      await dropped(page, 1);
      await page.lists(12);
      await service.control('frame', frameText(wireNodes(13)));
      await page.lists(13);
      await scene.reads(page, 'Live');
      scene.saw('the 12 nodes, then the next frame’s; told to the page');
      expect(codes).to.deep.equal(['bad-frame']);
      expect((await service.seen()).handshakes).to.equal(1);
    });
  }

  fault(15, 'binary, and a frame of 20 MiB', async (scene) => {
    const [page, service] = await openHeld(scene);
    await service.control('binary', btoa('not for people'));
    await dropped(page, 1);
    await service.control('oversize', { bytes: 20 * 2 ** 20 });
    await dropped(page, 2);
    await page.lists(12);
    await service.control('frame', frameText(wireNodes(13)));
    await page.lists(13);
    await scene.reads(page, 'Live');
    scene.saw('the 12 nodes, then the next frame’s');
    expect((await service.seen()).handshakes).to.equal(1);
  });

  fault(18, 'nodes: [] after 12 nodes', async (scene) => {
    const [page, service] = await openHeld(scene);
    await service.control('frame', frameText([]));
    await scene.reads(page, 'The service suddenly names no nodes');
    await page.lists(12);
    for (let more = 0; more < 2; more += 1) {
      const { snapshot } = page.provider;
      await service.control('frame', frameText([]));
      await until(() => page.provider.snapshot !== snapshot, 'the next empty frame');
    }
    await scene.reads(page, 'CastRay answers, but cannot reach Ray');
    await page.lists(0);
    expect(page.text).to.include('Nodes unknown');
    await service.control('frame', frameText(wireNodes(12)));
    await scene.recovers(page, 4000, '12 alive');
  });
});
