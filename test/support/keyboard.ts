import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';

/** What has the focus, in whichever shadow tree it is. */
export function focused(): Element | null {
  let found = document.activeElement;
  while (found?.shadowRoot?.activeElement) found = found.shadowRoot.activeElement;
  return found;
}

export async function press(...keys: readonly string[]): Promise<void> {
  for (const key of keys) await sendKeys({ press: key });
}

/** Puts the focus right before an element: Tab goes into it. */
export function before(element: Element): void {
  const start = document.createElement('button');
  element.before(start);
  start.focus();
  start.addEventListener('blur', () => start.remove());
}

/**
 * Presses Tab until the focus is on what matches. Every stop on the way has to be seen, and is passed
 * once: nothing traps the focus.
 */
export async function tabTo(selector: string, text = ''): Promise<void> {
  const passed: Element[] = [];
  for (;;) {
    await press('Tab');
    const stop = focused();
    const name = stop?.outerHTML.replace(/<!--.*?-->/g, '').slice(0, 120);
    if (!stop || stop === document.body || passed.includes(stop)) {
      throw new Error(`no ${selector} ${text} by Tab; stopped at ${name} after ${passed.length}`);
    }
    passed.push(stop);
    expectVisible(stop, name);
    const words = `${stop.ariaLabel ?? ''} ${stop.textContent}`;
    if (stop.matches(selector) && words.includes(text)) return;
  }
}

/** Presses Tab until the focus has left the element for what comes after it. */
export async function tabOut(element: Element): Promise<void> {
  const after = document.createElement('button');
  element.after(after);
  await tabTo('button');
  while (focused() !== after) await tabTo('*');
  after.remove();
}

function expectVisible(stop: Element, name = ''): void {
  // WebKit's window is never the active one here: nothing in it is `:focus`, whatever has the focus
  if (document.hasFocus()) {
    const { outlineStyle, outlineWidth } = getComputedStyle(stop);
    expect(outlineStyle, `the outline of ${name}`).not.to.equal('none');
    expect(Number.parseFloat(outlineWidth), `the outline of ${name}`).to.be.at.least(1);
  }
  const { top, bottom, width } = stop.getBoundingClientRect();
  expect(width, `the width of ${name}`).to.be.greaterThan(0);
  expect(bottom > 0 && top < innerHeight, `${name} is on the screen`).to.equal(true);
}
