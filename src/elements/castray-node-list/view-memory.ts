/** For how long nothing may change before it is written, in ms: Safari allows 100 in 30 s. */
const WRITE_DELAY = 300;
const PREFIX = 'castray-widgets:';

/**
 * Keeps a text under a key: in `localStorage`, or for `#key` in the page's address, beside whatever
 * else stands there. A page that allows neither loses nothing but that.
 */
export class ViewMemory {
  readonly #recall: (kept: string) => void;
  #key = '';
  #timer: ReturnType<typeof setTimeout> | undefined;
  #unwritten: string | undefined;
  /** Where in the app the page was when there was something to be kept. */
  #route = '';

  /** `recall` hears what another address in the same page says. */
  constructor(recall: (kept: string) => void) {
    this.#recall = recall;
  }

  set key(key: string) {
    this.#write();
    this.#key = key;
  }

  /** `undefined` where nothing is kept. */
  read(): string | undefined {
    const key = this.#key;
    if (!key) return undefined;
    try {
      if (!key.startsWith('#')) return localStorage.getItem(PREFIX + key) ?? undefined;
      const found = hashParts().find((part) => part.startsWith(hashName(key)));
      return found && decodeURIComponent(found.slice(hashName(key).length));
    } catch {
      return undefined; // not allowed here, or no text at all
    }
  }

  keep(text: string): void {
    if (!this.#key) return;
    this.#unwritten = text;
    this.#route = route();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#write();
    }, WRITE_DELAY);
  }

  start(): void {
    addEventListener('hashchange', this.#moved);
  }

  stop(): void {
    removeEventListener('hashchange', this.#moved);
    this.#write();
  }

  readonly #moved = (): void => {
    const kept = this.#key.startsWith('#') ? this.read() : undefined;
    if (kept !== undefined) this.#recall(kept);
  };

  #write(): void {
    clearTimeout(this.#timer);
    const [key, text] = [this.#key, this.#unwritten];
    this.#unwritten = undefined;
    if (!key || text === undefined) return;
    try {
      if (!key.startsWith('#')) localStorage.setItem(PREFIX + key, text);
      else if (route() === this.#route) {
        // else the app has gone on to another page, where the key is not ours
        const others = hashParts().filter((part) => !part.startsWith(hashName(key)));
        const hash = [...others, hashName(key) + encodeURIComponent(text)].join('&');
        // not `#…` alone, which a page’s <base> would take elsewhere
        history.replaceState(history.state, '', `${pageAddress()}#${hash}`);
      }
    } catch {
      // not allowed here
    }
  }
}

function pageAddress(): string {
  return location.href.split('#')[0] ?? '';
}

/** Of an app, also where it keeps that in the hash: `#/nodes`. */
function route(): string {
  return [pageAddress(), ...hashParts().filter((part) => /^!?\//.test(part))].join('#');
}

function hashParts(): string[] {
  return location.hash.slice(1).split('&').filter(Boolean);
}

function hashName(key: string): string {
  return `${encodeURIComponent(key.slice(1))}=`;
}
