// Each element a thousand times put into the page, moved and taken out: nothing of it may stay.
import { createService } from '../../demo/service/index.mjs';

const WARM_UP = 50;

export async function soakMounts(browser, tags, { rounds }) {
  const service = await createService({ churn: false, frameInterval: 200 });
  const failures = [];
  for (const tag of tags) {
    const { page, measure, close } = await browser.open(
      `<castray-provider api-base="${service.apiBase}" file-server-url="${service.apiBase}">
      </castray-provider><castray-provider id="other" api-base="${service.apiBase}">
      </castray-provider><main></main>`,
    );
    await page.waitForFunction(() => document.querySelector('castray-provider').snapshot);
    const turn = (count) => page.evaluate(mountAndRemove, { tag, count, base: service.apiBase });
    await page.evaluate(stay, tag);
    await turn(WARM_UP);
    const before = await measure();
    await turn(rounds);
    const after = await measure();
    const kept = await page.evaluate(() => globalThis.kept());
    await close();
    const grown = (name) => after[name] - before[name];
    console.log(
      `${tag}: ${kept} of ${rounds} kept, ${grown('nodes')} nodes, ${grown('listeners')} listeners, ` +
        `${Math.round(grown('heap') / rounds)} bytes each`,
    );
    if (kept > 0) failures.push(`${kept} of ${rounds} ${tag} were kept`);
    // a row or a notice may have come into the widgets that stay
    if (grown('nodes') > rounds / 10) failures.push(`${tag} left ${grown('nodes')} DOM nodes`);
    if (grown('listeners') > rounds / 10)
      failures.push(`${tag} left ${grown('listeners')} listeners`);
  }
  await service.close();
  return failures;
}

/** Runs in the page: once, the element has time for all that it shows, whose templates then remain. */
async function stay(tag) {
  const element = document.createElement(tag);
  document.querySelector('castray-provider').append(element);
  await new Promise((done) => setTimeout(done, 2000));
  element.remove();
}

/** Runs in the page. */
async function mountAndRemove({ tag, count, base }) {
  const [provider, other] = document.querySelectorAll('castray-provider');
  const main = document.querySelector('main');
  const places = tag === 'castray-provider' ? [main, document.body] : [provider, other];
  const refs = [];
  for (let round = 0; round < count; round += 1) {
    const element = document.createElement(tag);
    if (tag === 'castray-provider') element.apiBase = base;
    places[0].append(element);
    await element.updateComplete;
    places[1].append(element);
    await element.updateComplete;
    element.remove();
    refs.push(new WeakRef(element));
    // WeakRefs hold on until the task is over, and frames must come in between
    if (round % 25 === 0) await new Promise((done) => setTimeout(done));
  }
  // a client outlives its last user by 5 s; whatever waits for less is over by then, too
  await new Promise((done) => setTimeout(done, 6000));
  globalThis.kept = () => refs.filter((ref) => ref.deref()).length;
}
