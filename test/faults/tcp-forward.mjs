// One connection of the fault server: the browser's side, the service's side, and the bytes between.
import net from 'node:net';
import { refusalOf, withoutUpgrade, wantsUpgrade } from './tcp-handshake.mjs';

const DRIPS_PER_SECOND = 10;

/**
 * @param {net.Socket} browser
 * @param {net.NetConnectOpts} target
 * @param {() => Record<string, any>} faults those of this moment
 */
export function forward(browser, target, faults) {
  let frozen = faults().silent === true;
  let isWebSocket;
  let cutting = false;
  let answered = false;
  let dripping;
  let dying;
  const waiting = []; // bytes for the browser that the slow link still holds
  const service = frozen ? undefined : net.connect(target);
  const sides = [browser, service].filter(Boolean);

  const stopTimers = () => {
    clearTimeout(dripping);
    clearTimeout(dying);
  };
  const end = () => {
    stopTimers();
    for (const side of sides) side.destroy();
  };
  const reset = () => {
    stopTimers();
    browser.resetAndDestroy();
    service?.destroy();
  };

  function drip() {
    dripping = undefined;
    const next = waiting.shift();
    if (!next || browser.destroyed) return;
    const rate = faults().bytesPerSecond || Infinity;
    const size = Math.max(1, Math.ceil(rate / DRIPS_PER_SECOND));
    browser.write(next.subarray(0, size));
    if (next.length > size) waiting.unshift(next.subarray(size));
    if (waiting.length > 0) dripping = setTimeout(drip, 1000 / DRIPS_PER_SECOND);
  }

  function fromBrowser(bytes) {
    if (isWebSocket === undefined) {
      isWebSocket = wantsUpgrade(bytes);
      const { refusal } = faults();
      if (isWebSocket && refusal?.status) return void browser.end(refusalOf(refusal.status));
      if (isWebSocket && refusal?.strip) return void service.write(withoutUpgrade(bytes));
    }
    service.write(bytes);
  }

  function fromService(bytes) {
    if (cutting && isWebSocket) {
      browser.write(bytes.subarray(0, Math.ceil(bytes.length / 2)), end);
      return;
    }
    const { lifetimeMs } = faults();
    if (!answered && isWebSocket && lifetimeMs !== undefined) dying = setTimeout(reset, lifetimeMs);
    answered = true;
    if (!faults().bytesPerSecond && waiting.length === 0) return void browser.write(bytes);
    waiting.push(bytes);
    if (!dripping) drip();
  }

  browser.on('data', (bytes) => {
    if (!frozen) fromBrowser(bytes);
  });
  service?.on('data', (bytes) => {
    if (!frozen) fromService(bytes);
  });
  for (const side of sides) {
    side.on('error', () => {}); // its close follows
    // A frozen pair keeps its other side open, whatever becomes of the first.
    side.once('close', () => (frozen && side === service ? undefined : end()));
    const { idleMs } = faults();
    if (idleMs !== undefined) side.setTimeout(idleMs, end);
  }

  return {
    end,
    reset,
    freeze: () => (frozen = true),
    cutNext: () => (cutting = true),
  };
}
