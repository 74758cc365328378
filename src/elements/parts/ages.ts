import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { onTick } from './ticker.js';

/**
 * Keeps the ages on an element right: renders it again when one of the texts that it shows has
 * become another, which is once a second at most and once an hour for what is old.
 */
export class Ages implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #toText: (age: number) => string;
  readonly #shown = new Map<number, string>();
  #stop: (() => void) | undefined;

  /** `toText` gets an age in ms; below 0 for what is still to come. */
  constructor(host: ReactiveControllerHost & HTMLElement, toText: (age: number) => string) {
    this.#host = host;
    this.#toText = toText;
    host.addController(this);
  }

  /** How long ago it was; to be asked for while rendering. `at` is in ms since 1970. */
  since(at: number): string {
    const text = this.#text(at);
    this.#shown.set(at, text);
    return text;
  }

  hostConnected(): void {
    this.#stop = onTick(this.#host.ownerDocument, () => {
      if ([...this.#shown].some(([at, text]) => this.#text(at) !== text)) {
        this.#host.requestUpdate();
      }
    });
  }

  hostUpdate(): void {
    this.#shown.clear();
  }

  hostDisconnected(): void {
    this.#stop?.();
  }

  #text(at: number): string {
    return this.#toText(Date.now() - at);
  }
}
