/** One timer for every age on the page, once a second, and none while nobody looks. */
const INTERVAL = 1000;

const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

/** Calls back about once a second while the page is visible. Returns a function that ends it. */
export function onTick(listener: () => void): () => void {
  if (listeners.size === 0) document.addEventListener('visibilitychange', adjust);
  listeners.add(listener);
  adjust();
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) document.removeEventListener('visibilitychange', adjust);
    adjust();
  };
}

function adjust(): void {
  const isNeeded = listeners.size > 0 && !document.hidden;
  if (isNeeded && timer === undefined) {
    timer = setInterval(tick, INTERVAL);
    tick(); // what was hidden is right at once when it is shown
  } else if (!isNeeded) {
    clearInterval(timer);
    timer = undefined;
  }
}

function tick(): void {
  for (const listener of [...listeners]) listener();
}
