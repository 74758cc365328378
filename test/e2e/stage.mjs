// What a case of test/e2e has at hand. Everything that it opens is closed when the case ends, and a
// page that logged a warning or an error, or broke its Content-Security-Policy, fails the case.
import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { createService } from '../../demo/service/index.mjs';
import { browser } from './browser.mjs';
import { serveSite } from './site.mjs';

/** Thrown where this machine cannot run the case. */
export class Skipped extends Error {}

export function openStage() {
  const closers = [];
  const messages = [];
  const allowed = [];

  const later = (close) => closers.unshift(close);

  return {
    /** Has `close` called when the case ends. */
    later,

    /** Starts a demo CastRay service; options and verbs as in demo/service/index.mjs. */
    async service(options) {
      const service = await createService(options);
      later(() => service.close());
      return service;
    },

    /**
     * Serves demo/ and dist/ of this project, and `pages` (path → HTML, or what the path's ending says), on a port of its own;
     * gives the origin. `csp` is sent with every answer; `type` gives the type of a page instead.
     */
    async site({ pages = {}, csp, type } = {}) {
      const site = await serveSite({ pages, csp, type });
      later(site.close);
      return site.origin;
    },

    /** Opens `url` in a browser context of its own; gives Playwright's page. */
    async open(url, contextOptions = {}) {
      const chromium = await browser();
      if (!chromium) throw new Skipped('no Chromium');
      const context = await chromium.newContext({
        viewport: { width: 1280, height: 800 },
        ...contextOptions,
      });
      later(() => context.close());
      const page = await context.newPage();
      page.on('console', (message) => {
        if (['warning', 'error'].includes(message.type()))
          messages.push(`${message.type()}: ${message.text()}`);
      });
      page.on('pageerror', (error) => messages.push(`page error: ${error.message}`));
      await page.goto(url);
      return page;
    },

    /** Says that messages that match are part of the case: a refused connection, say. */
    allow: (pattern) => allowed.push(pattern),

    /** Pictures a page into test/shots/e2e/NAME.png. */
    shot: (page, name) =>
      page.screenshot({
        path: fileURLToPath(new URL(`../shots/e2e/${name}.png`, import.meta.url)),
        fullPage: true,
      }),

    messages: () => messages,

    check() {
      const unexpected = messages.filter((text) => !allowed.some((pattern) => pattern.test(text)));
      assert.deepEqual(unexpected, [], 'the page logged nothing unexpected');
    },

    async close() {
      for (const close of closers) await close();
    },
  };
}
