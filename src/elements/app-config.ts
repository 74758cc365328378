import { asFields, type Fields } from '../model/fields.js';
import { onTick } from './parts/ticker.js';

/** What of `window.appConfig` concerns us. */
const KEYS = ['castrayApiBase', 'castrayWsUrl', 'fileServerUrl', 'castrayMemoryFigure'] as const;

/** A page that cannot wait for the next look says so on `window`. */
const CHANGE_EVENT = 'castray-config-change';

/** Some of the page's configuration as it stands now. Never throws, whatever the page put there. */
export function readAppConfig(keys: readonly string[] = KEYS): Fields {
  return Object.fromEntries(keys.map((key) => [key, read(key)]));
}

/** One getter that throws says nothing of the other keys. */
function read(key: string): unknown {
  try {
    return asFields((window as { appConfig?: unknown }).appConfig)?.[key];
  } catch {
    return undefined;
  }
}

/**
 * Calls back when `window.appConfig` says something else than before. droneOnCampus fills in the
 * object key by key when the DOM is ready, and there is no event for it: so it is looked at when the
 * DOM is ready, when the page is loaded, when a page tells (`castray-config-change` on `window`), and
 * once a second while the page is visible.
 */
export function watchAppConfig(changed: () => void): () => void {
  let last = readAppConfig();
  const look = (): void => {
    const next = readAppConfig();
    if (KEYS.every((key) => Object.is(next[key], last[key]))) return;
    last = next;
    changed();
  };
  // The page's own listeners come first: they are what fills the object in.
  const lookAfterwards = (): void => {
    setTimeout(look);
  };
  const listening = new AbortController();
  const { signal } = listening;
  document.addEventListener('DOMContentLoaded', lookAfterwards, { signal });
  window.addEventListener('load', lookAfterwards, { signal });
  window.addEventListener(CHANGE_EVENT, look, { signal });
  const stopTicking = onTick(document, look);
  return () => {
    stopTicking();
    listening.abort();
  };
}
