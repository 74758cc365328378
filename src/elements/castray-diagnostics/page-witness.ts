import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { PageFacts } from '../../store/diagnosis/evidence.js';

/** How many refused addresses are remembered: a page may try a thousand. */
const MAX_REFUSED = 50;

/** Sees what the browser does not let this page do, which the doctor cannot: it has no DOM. */
export class PageWitness implements ReactiveController {
  readonly #host: HTMLElement;
  readonly #changed: () => void;
  readonly #refused = new Set<string>();
  #permission: PermissionStatus | undefined;
  #leaving: AbortController | undefined;

  /** `changed` is called when there is something new. */
  constructor(host: ReactiveControllerHost & HTMLElement, changed: () => void) {
    this.#host = host;
    this.#changed = changed;
    host.addController(this);
  }

  get facts(): PageFacts {
    return {
      url: location.href,
      base: this.#host.baseURI,
      isOnline: navigator.onLine,
      localNetwork: this.#permission?.state ?? 'unknown',
      refused: [...this.#refused],
    };
  }

  hostConnected(): void {
    const { signal } = (this.#leaving = new AbortController());
    document.addEventListener('securitypolicyviolation', this.#violated, { signal });
    void this.#askPermission(signal);
  }

  hostDisconnected(): void {
    this.#leaving?.abort();
  }

  readonly #violated = (event: SecurityPolicyViolationEvent): void => {
    if (event.effectiveDirective !== 'connect-src' || event.disposition !== 'enforce') return;
    if (this.#refused.size >= MAX_REFUSED || this.#refused.has(event.blockedURI)) return;
    this.#refused.add(event.blockedURI);
    this.#changed();
  };

  /** Only Chromium knows this permission; the others reject the question. */
  async #askPermission(signal: AbortSignal): Promise<void> {
    try {
      const name = 'local-network-access' as PermissionName;
      this.#permission = await navigator.permissions.query({ name });
    } catch {
      return;
    }
    if (signal.aborted) return;
    this.#permission.addEventListener('change', this.#changed, { signal });
    this.#changed();
  }
}
