// A sheet: one page with every element in every state, in one look and one language.
import { untilDrawn } from '../drawn.mjs';
import { definedTags } from '../manifest.mjs';
import { STATES, UNSEEN, VARIANTS } from './specimens.mjs';
import { startWorkingServices, WORKING } from './working.mjs';

const WIDTH = 1200;
const CAPTURES = 'test/fixtures/captures';

/** The services behind the states of a look; they say the same every time. */
export async function startServices(stage, look) {
  const steady = (more = { fileServer: true }) =>
    stage.service({
      frameInterval: 1e8, // the frame that greets a socket, and no other
      replay: `${CAPTURES}/ws-one-dead.ndjson`,
      ...more,
    });
  if (look.states === WORKING) return startWorkingServices(steady);
  const live = await steady();
  const strict = await steady();
  const empty = await stage.service({
    frameInterval: 250, // three reports are needed before no nodes are believed
    replay: `${CAPTURES}/ws-ray-unreachable.ndjson`,
  });
  return { live, strict, empty };
}

/** Opens the sheet and waits until each state is there. */
export async function openSheet(stage, services, { look, lang }) {
  const states = look.states ?? STATES;
  const tags = (await definedTags()).filter((tag) => !UNSEEN.includes(tag));
  const origin = await stage.site({ pages: { '/': markup(services, states, tags, look, lang) } });
  const page = await stage.open('about:blank', {
    viewport: { width: WIDTH, height: 900 },
    timezoneId: 'UTC',
    reducedMotion: 'reduce',
    forcedColors: look.forcedColors ?? 'none',
  });
  await page.emulateMedia({ media: look.media ?? 'screen' });
  await page.clock.setFixedTime('2026-06-01T08:00:00Z');
  await page.addInitScript(() => {
    Math.random = () => 0.5; // the wait for the next attempt
  });
  await page.goto(origin);
  for (const [id, { isReady, prepare, provoke, isThere }] of Object.entries(states)) {
    const provider = await page.locator(`#${id}`).elementHandle();
    const until = (condition) =>
      page.waitForFunction(
        ([element, source]) => new Function(`return ${source}`)()(element),
        [provider, condition.toString()],
      );
    if (isReady) await until(isReady);
    if (prepare) await provider.evaluate(prepare);
    await provoke?.(services);
    await until(isThere);
  }
  if (states === WORKING) await page.evaluate(stopTimers);
  await untilDrawn(page);
  await page.evaluate(async () => {
    await document.fonts.ready;
  });
  // all of it in the window: what is outside, a browser need not draw
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width: WIDTH, height });
  await page.evaluate(
    () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
  );
  return page;
}

/** In the page: what is on its way, an attempt say, stays on its way, however slow the machine is. */
function stopTimers() {
  const last = setTimeout(() => undefined);
  for (let id = last; id > last - 10_000; id -= 1) clearTimeout(id);
}

function markup(services, states, tags, { theme, scheme }, lang) {
  const sections = Object.entries(states).map(([id, state]) => {
    const { title, provider, frame = '', isAlone = false } = state;
    const attributes = Object.entries({ id, theme, ...provider(services) })
      .filter(([, value]) => value)
      .map(([name, value]) => `${name}="${value}"`);
    const variants = tags.flatMap((tag) => (VARIANTS[tag] ?? ['']).map((each) => [tag, each]));
    const specimens = (state.specimens ?? variants).map(
      ([tag, variant]) =>
        `<h3>${tag} ${variant.replaceAll('"', '')}</h3><${tag} ${variant}></${tag}>`,
    );
    const around = isAlone ? 'div' : 'castray-provider';
    return `<section ${frame}><h2>${title}</h2><${around} ${attributes.join(' ')}>
      ${specimens.join('\n')}</${around}></section>`;
  });
  return `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>Looks</title>
    <meta name="viewport" content="width=device-width">
    <style>
      :root { color-scheme: ${scheme}; background: light-dark(#e9edf1, #0a0e13); color: light-dark(#222, #ddd); }
      body { margin: 0; padding: 16px; font: 14px system-ui, sans-serif; }
      h2 { margin: 24px 0 0; font-size: 18px; } h3 { margin: 12px 0 4px; font-size: 12px; font-weight: 400; }
    </style>
    <script type="module" src="/dist/castray-widgets.js"></script></head>
    <body><main><h1>Looks</h1>${sections.join('\n')}</main></body></html>`;
}

/**
 * What assistive technology is told: roles, names and states, as Playwright writes a tree. What depends
 * on the moment is left out: ports, times, the number of an attempt, announcements that come and go.
 */
export async function accessibilityTree(page) {
  const tree = await page.locator('main').ariaSnapshot();
  return tree
    .replace(/127\.0\.0\.1:\d{2,}/g, '127.0.0.1:PORT')
    .replace(/\d+ ms/g, 'N ms')
    .replace(/attempt \d+ (now|in \d+ s)|正在第 \d+ 次尝试|\d+ 秒后第 \d+ 次尝试/g, 'ATTEMPT')
    .replace(/(- status): .*/g, '$1')
    .concat('\n');
}

/** The sheet as it is kept: at half its size, as WebP, some 100 kB. */
export async function picture(page) {
  await page.evaluate(withoutChance);
  const png = await stableScreenshot(page);
  const webp = await page.evaluate(async (source) => {
    const image = await createImageBitmap(
      await (await fetch(`data:image/png;base64,${source}`)).blob(),
    );
    const canvas = new OffscreenCanvas(image.width / 2, image.height / 2);
    const context = canvas.getContext('2d');
    context.imageSmoothingQuality = 'high';
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await canvas.convertToBlob({ type: 'image/webp', quality: 0.8 });
    return Array.from(new Uint8Array(await blob.arrayBuffer()));
  }, png.toString('base64'));
  return Buffer.from(webp);
}

/** In the page: ports, and times that were measured, are other figures in each run. */
function withoutChance() {
  const calm = (root) => {
    const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const { data } = texts.currentNode;
      const calmed = data
        .replace(/127\.0\.0\.1:\d{4,5}/g, '127.0.0.1:50000')
        .replace(/\d+ ms/g, '0 ms');
      if (calmed !== data) texts.currentNode.data = calmed;
    }
    for (const { shadowRoot } of root.querySelectorAll('*')) if (shadowRoot) calm(shadowRoot);
  };
  calm(document);
}

/** What a browser has not drawn yet shows in one picture and not in the next. */
async function stableScreenshot(page) {
  let last;
  for (;;) {
    const png = await page.screenshot({ fullPage: true, animations: 'disabled' });
    if (last?.equals(png)) return png;
    last = png;
  }
}
