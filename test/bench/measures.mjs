// What is measured. Ours and the floor take turns within each measurement, so that a machine that is
// slow for a while is slow for both.
import { accounts, longestTask, spread } from './accounts.mjs';
import { pause } from './chromium.mjs';
import { changingFrames, flippingFrames } from './frames.mjs';

/** So many other frames come before one comes again. */
const FRAMES = 4;
/** Two frames must be further apart than two commits of the store. */
const APART = 300;
export const SORTS = ['', 'name asc', 'state asc', 'cpu desc', 'memory desc', 'gpu desc'];

/**
 * Main thread per frame at one size: for each of `looks` (`how` it is called, and what the list is `set`
 * to) so many rounds, or as many as end within `limit` ms. `worker` is the address of one, or empty.
 * Gives the accounts of all frames, and the time of parsing.
 */
export async function perFrame(browser, { nodes, looks, limit, warm, worker }) {
  const frames = changingFrames(nodes, FRAMES);
  const ours = await browser.open('ours', { greeting: frames[0], worker });
  const floor = await browser.open('floor', { greeting: frames[0] });
  const parsing = [];
  let sent = 0;
  const both = async (label) => {
    sent += 1;
    const frame = frames[sent % frames.length];
    parsing.push(await floor.frame(frame, label));
    await pause(APART / 3);
    await ours.frame(frame, label);
    await pause(APART / 3);
  };
  for (let round = 0; round < warm; round += 1) await both('warm');
  const events = await browser.trace(async () => {
    for (const { how, set, rounds } of looks) {
      await ours.page.evaluate((properties) => {
        Object.assign(document.querySelector('castray-node-list'), properties);
      }, set);
      await pause(APART);
      await both('warm');
      const deadline = Date.now() + limit / looks.length;
      for (let round = 0; round < rounds && (round < 2 || Date.now() < deadline); round += 1)
        await both(`frame ${how}`);
    }
  });
  await Promise.all([ours.close(), floor.close()]);
  return { accounts: accounts(events), parsing: spread(parsing) };
}

/**
 * Frames with the same bytes, frames that say the same in other words, and no frames at all. The floor
 * only receives and parses them: that much no page can do without.
 */
export async function atRest(browser, { nodes, rounds, idle }) {
  const frames = flippingFrames(nodes, 4);
  const ours = await browser.open('ours', { greeting: frames[0], sort: 'cpu desc' });
  const bare = await browser.open('floor', { greeting: frames[0], only: 'parse' });
  for (const frame of frames) await ours.watch(APART, 'warm', () => ours.send(frame)); // names are learnt
  const events = await browser.trace(async () => {
    for (let round = 0; round < rounds; round += 1) {
      const same = frames[(round + 3) % frames.length]; // the one before
      const next = frames[round % frames.length];
      await bare.frame(same, 'parse');
      await ours.watch(APART + 200, 'same', () => ours.send(same));
      await ours.watch(APART + 200, 'flips', () => ours.send(next));
    }
    await pause(500);
    await ours.watch(idle, 'idle');
  });
  await Promise.all([ours.close(), bare.close()]);
  return accounts(events);
}

/** Loads both pages anew, in turn. @returns by side, one entry a load */
export async function loading(browser, { nodes, rounds }) {
  const [greeting] = changingFrames(nodes, 1);
  const loads = { floor: [], ours: [] };
  const events = await browser.trace(async () => {
    for (let round = 0; round < rounds; round += 1) {
      for (const side of ['floor', 'ours']) {
        const tab = await browser.open(side, { greeting, sort: 'cpu desc', isAtRest: true });
        await tab.mark(`start:${side}:${round}`);
        loads[side].push(await tab.page.evaluate(readLoad));
        await tab.close();
      }
    }
  });
  for (const [side, all] of Object.entries(loads))
    all.forEach((load, round) => {
      load.longest = longestTask(events, `bench:start:${side}:${round}`);
    });
  return loads;
}

/** From the top to the end and what is seen on the way, while frames come. */
export async function scrolling(browser, { nodes, duration, every }) {
  const frames = changingFrames(nodes, 4);
  const ours = await browser.open('ours', { greeting: frames[0], sort: 'cpu desc' });
  let sent = 0;
  const timer = setInterval(() => ours.send(frames[(sent += 1) % frames.length]), every);
  let seen;
  const events = await browser.trace(async () => {
    await ours.mark('start:ours:scroll');
    seen = await ours.page.evaluate(scrollThrough, duration);
    await ours.mark('end');
  });
  clearInterval(timer);
  await ours.close();
  const [{ busy }] = accounts(events);
  return { ...seen, busy: busy / seen.pictures };
}

/** The heap with one parsed frame in it, and ours after many frames. */
export async function heap(browser, { nodes, frames: count }) {
  const frames = changingFrames(nodes, FRAMES);
  const floor = await browser.open('floor', { greeting: frames[0] });
  const full = await floor.heap();
  await floor.page.evaluate(() => (globalThis.bench.held = undefined));
  const parsed = full - (await floor.heap());
  await floor.close();
  const ours = await browser.open('ours', { greeting: frames[0], sort: 'cpu desc' });
  for (let sent = 1; sent <= count; sent += 1) {
    const shown = ours.shown();
    ours.send(frames[sent % frames.length]);
    await shown; // each is committed, none overtaken
  }
  const after = await ours.heap();
  await ours.close();
  return { parsed, after, frames: count };
}

/* From here on: functions that run in the page. */

async function readLoad() {
  const entries = [
    ...performance.getEntriesByType('navigation'),
    ...performance.getEntriesByType('resource'),
  ].filter(({ name }) => !name.endsWith('/probe.js') && !name.startsWith('data:'));
  const script = entries.find(({ name }) => /(floor|castray-widgets)\.js$/.test(name));
  const { firstRows } = globalThis.bench;
  const allRows = await globalThis.bench.allRows;
  return {
    bytes: entries.reduce((total, { transferSize }) => total + transferSize, 0),
    requests: entries.length + 1, // the socket
    firstNode: firstRows,
    afterBundle: firstRows - script.responseEnd,
    allRows: allRows - script.responseEnd,
  };
}

function scrollThrough(duration) {
  const { shadowRoot } = document.querySelector('castray-node-list');
  const scroller = shadowRoot.querySelector('[part~="scroller"]');
  const { left, width, top, height } = scroller.getBoundingClientRect();
  const isBlank = () =>
    scroller.scrollHeight > scroller.clientHeight && // else the rows may end above
    [0.1, 0.5, 0.95].some((share) => {
      const found = shadowRoot.elementFromPoint(left + width / 2, top + share * height);
      return !found?.closest('[data-node]');
    });
  const intervals = [];
  let blanks = 0;
  let longestBlank = 0;
  const { port1, port2 } = new MessageChannel();
  // comes after the picture: what is there now is what was painted
  port1.onmessage = () => {
    blanks = isBlank() ? blanks + 1 : 0;
    longestBlank = Math.max(longestBlank, blanks);
  };
  return new Promise((resolve) => {
    const start = performance.now();
    let last = start;
    requestAnimationFrame(function step(now) {
      intervals.push(now - last);
      last = now;
      const share = Math.min(1, (now - start) / duration);
      scroller.scrollTop = share * (scroller.scrollHeight - scroller.clientHeight);
      port2.postMessage(0);
      if (share < 1) requestAnimationFrame(step);
      else
        setTimeout(() => {
          const sorted = intervals.slice(2).sort((a, b) => a - b);
          resolve({
            fps: 1000 / sorted[Math.floor(sorted.length / 2)],
            slowest: sorted.at(-1),
            blanks: longestBlank,
            pixels: scroller.scrollTop,
            pictures: sorted.length,
          });
        }, 100);
    });
  });
}
