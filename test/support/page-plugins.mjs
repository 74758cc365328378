// Server commands that change or picture a test's page, whatever the launcher.
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** `page:media`: media features by name, none for {}. False where the engine has no CDP. */
export function mediaPlugin() {
  const clients = new WeakMap();
  return {
    name: 'page-media',
    async executeCommand({ command, payload, session }) {
      if (command !== 'page:media') return undefined;
      if (session.browser.name !== 'Chromium') return false;
      const page = session.browser.getPage(session.id);
      if (!clients.has(page)) clients.set(page, await page.createCDPSession());
      await clients.get(page).send('Emulation.setEmulatedMedia', {
        features: Object.entries(payload).map(([name, value]) => ({ name, value })),
      });
      return true;
    },
  };
}

/** `page:touch`: {type: 'start', x, y} puts a finger there, {type: 'end'} lifts it. False where the engine has no CDP. */
export function touchPlugin() {
  return {
    name: 'page-touch',
    async executeCommand({ command, payload, session }) {
      if (command !== 'page:touch') return undefined;
      if (session.browser.name !== 'Chromium') return false;
      const { touchscreen } = session.browser.getPage(session.id);
      if (payload.type === 'start') await touchscreen.touchStart(payload.x, payload.y);
      else await touchscreen.touchEnd();
      return true;
    },
  };
}

/** `page:viewport`: {width, height} in CSS pixels. The stock setViewport knows no WebDriver. */
export function viewportPlugin() {
  return {
    name: 'page-viewport',
    async executeCommand({ command, payload, session }) {
      if (command !== 'page:viewport') return undefined;
      const { browser, id } = session;
      await (browser.getPage ? browser.getPage(id) : browser).setViewport(payload);
      return true;
    },
  };
}

/** A file whose address ends with `?policy=` is served with that Content Security Policy. */
export function policyPlugin() {
  return {
    name: 'page-policy',
    transform(context) {
      const policy = context.URL.searchParams.get('policy');
      if (policy) context.set('content-security-policy', policy);
    },
  };
}

/** `page:shot`: writes test/shots/ENGINE/NAME.png. */
export function shotPlugin({ directory }) {
  return {
    name: 'page-shot',
    async executeCommand({ command, payload, session }) {
      if (command !== 'page:shot') return undefined;
      const { browser, id } = session;
      const file = path.join(directory, browser.name, `${payload.name}.png`);
      const picture = await (browser.getPage ? browser.getPage(id) : browser).screenshot();
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(file, picture);
      return { file, bytes: picture.length };
    },
  };
}
