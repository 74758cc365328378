// A reader who has no mouse: what stands here presses keys, and looks at what has the focus.
import assert from 'node:assert/strict';
import { setTimeout as after } from 'node:timers/promises';

/** Runs in the page. What has the focus, through all shadow roots; `undefined` on the page itself. */
function readFocus() {
  let focused = document.activeElement;
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  if (!focused || focused === document.body) return undefined;
  const { outlineStyle, outlineWidth } = getComputedStyle(focused);
  const box = focused.getBoundingClientRect();
  const words = focused.ariaLabel ?? focused.labels?.[0]?.textContent ?? focused.textContent;
  return {
    element: focused.getRootNode().host?.localName ?? 'the page',
    name: (words || focused.placeholder || '').replace(/\s+/g, ' ').trim(),
    hasRing: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1,
    isInView: box.width > 0 && box.bottom > 0 && box.top < innerHeight,
  };
}

/** Runs in the page. All that Tab should come to, in the order of the page. */
function readControls() {
  const found = [];
  const walk = (root, host) => {
    for (const element of root.querySelectorAll('*')) {
      if (element.shadowRoot) walk(element.shadowRoot, element.localName);
      const isControl =
        element.matches('button, input, select, textarea, a[href], summary') ||
        element.getAttribute('tabindex') === '0';
      if (!isControl || element.tabIndex < 0 || element.disabled) continue;
      if (!element.checkVisibility({ visibilityProperty: true })) continue;
      found.push(host);
    }
  };
  walk(document.querySelector('main'), 'the page');
  return found;
}

/** Resolves when something outside of the page is true. The limit of the case is its limit, too. */
export async function until(condition) {
  while (!(await condition())) await after(20);
}

export class Keyboard {
  #page;

  constructor(page) {
    this.#page = page;
  }

  focus() {
    return this.#page.evaluate(readFocus);
  }

  /** How many controls each element has for Tab. */
  async controls() {
    return countBy(await this.#page.evaluate(readControls));
  }

  press(...keys) {
    return keys.reduce(
      (before, key) => before.then(() => this.#page.keyboard.press(key)),
      Promise.resolve(),
    );
  }

  type(text) {
    return this.#page.keyboard.type(text);
  }

  /** Presses Tab through the whole page; gives how many stops each element had. */
  async tour() {
    const stops = [];
    await this.#page.evaluate(() => document.activeElement?.blur());
    for (;;) {
      await this.press('Tab');
      const focus = await this.focus();
      if (!focus || focus.name === 'after') break;
      isSeen(focus);
      stops.push(focus.element);
      assert.ok(stops.length < 500, `Tab gets out of ${focus.element} again`);
    }
    return countBy(stops);
  }

  /** Presses Tab (or another key) until the focus is on a control of `element` that is called so. */
  async to(element, name, key = 'Tab') {
    const passed = new Set();
    for (let rounds = 0; rounds < 2;) {
      await this.press(key);
      const focus = await this.focus();
      if (!focus) {
        rounds += 1; // the browser's own controls
        continue;
      }
      isSeen(focus);
      if (focus.element === element && isCalled(focus.name, name)) return;
      passed.add(focus.name);
    }
    assert.fail(
      `${key} does not come to ${name} of ${element}, only to ${[...passed].join(' | ')}`,
    );
  }

  /** Goes to a control and presses it: Enter where nothing else is said. */
  async use(element, name, key = 'Enter') {
    await this.to(element, name);
    await this.press(key);
  }

  /** The focus is on a control that is called so: not lost when what it was on went away. */
  async isOn(element, name) {
    await this.#page.waitForFunction(`(${readFocus})() !== undefined`);
    const focus = await this.focus();
    assert.equal(focus.element, element);
    assert.ok(isCalled(focus.name, name), `the focus is on ${focus.name}, not on ${name}`);
  }
}

function isCalled(name, wanted) {
  return wanted instanceof RegExp ? wanted.test(name) : name === wanted;
}

function isSeen({ element, name, hasRing, isInView }) {
  assert.ok(hasRing, `the focus on ${name} of ${element} is seen`);
  assert.ok(isInView, `${name} of ${element} is in view when it has the focus`);
}

function countBy(names) {
  const counts = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}
