import { AsyncDirective, directive } from 'lit/async-directive.js';
import { onTick } from './ticker.js';

/**
 * A text that tells how old something is, kept right once a second without rendering the element
 * around it. `toText` gets the age in ms.
 */
class AgoDirective extends AsyncDirective {
  #at = 0;
  #toText: (age: number) => string = String;
  #shown = '';
  #stop: (() => void) | undefined;

  render(at: number, toText: (age: number) => string): string {
    this.#at = at;
    this.#toText = toText;
    if (this.isConnected) this.#stop ??= onTick(this.#tick);
    this.#shown = this.#text();
    return this.#shown;
  }

  protected override disconnected(): void {
    this.#stop?.();
    this.#stop = undefined;
  }

  protected override reconnected(): void {
    this.#stop ??= onTick(this.#tick);
  }

  readonly #tick = (): void => {
    const text = this.#text();
    if (text === this.#shown) return;
    this.#shown = text;
    this.setValue(text);
  };

  #text(): string {
    return this.#toText(Math.max(0, Date.now() - this.#at));
  }
}

export const ago = directive(AgoDirective);
