// The widgets on a page without anything of its own: what they look like on any other.
import assert from 'node:assert/strict';
import { widgets } from './at-work.mjs';
import { difference, isAlike } from './looks/compare.mjs';
import { onceGood } from './once-good.mjs';

/** A service that says the same every time, so that pictures can be compared. */
export const STEADY = { replay: 'test/fixtures/captures/ws-healthy.ndjson', frameInterval: 1e8 };

/** Nothing is marked as changed in pictures. */
export const STILL = { reducedMotion: 'reduce' };

/** A page as soon as it shows what there is; `frame` where the widgets stand in one. */
export async function pictureOf(page, frame = page) {
  await frame.waitForFunction(() => {
    const { source, totals } = document.querySelector('castray-provider')?.snapshot ?? {};
    return source === 'websocket' && totals.objectStore.total !== 'unknown'; // which REST alone tells
  });
  await frame.locator('castray-node-list [part~="row"]').nth(4).waitFor();
  return page.screenshot();
}

/**
 * Fails unless the widgets are seen as on a plain page, from its upper left corner on: to the edges of
 * letters where the page `isOfOneScale` with it.
 */
export async function assertAlike(stage, picture, name, isOfOneScale = true) {
  const plain = await plainPicture(stage);
  const far = await difference(await stage.open('about:blank'), plain, picture);
  assert.ok(
    isAlike(far, isOfOneScale),
    `${name} is seen as the plain page: ${JSON.stringify(far)}`,
  );
}

const plainPicture = onceGood(async (stage) => {
  const service = await stage.service(STEADY);
  const origin = await stage.site({
    pages: {
      '/': `<!doctype html><html lang="en"><meta charset="utf-8"><title>plain</title>
        <style>body { margin: 0 }</style>
        <script type="module" src="/dist/castray-widgets.js"></script>${widgets(service)}</html>`,
    },
  });
  return pictureOf(await stage.open(origin, STILL));
});
