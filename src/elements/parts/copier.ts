import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** How an attempt to copy ended. */
export type CopyOutcome = 'copied' | 'refused';

/** For how long the outcome stands on the button, in ms. */
const SHOWN_FOR = 4000;

/** Puts a text on the clipboard. A page on plain http has none, and a user may refuse it. Never rejects. */
export async function copyText(text: string): Promise<CopyOutcome> {
  try {
    await navigator.clipboard.writeText(text);
    return 'copied';
  } catch {
    return 'refused';
  }
}

/** Copies texts, and knows for a moment how the last one went: that is shown either way. */
export class Copier implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #key = '';
  #outcome: CopyOutcome | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  outcomeOf(key: string): CopyOutcome | undefined {
    return key === this.#key ? this.#outcome : undefined;
  }

  /** `key`: what the outcome is asked for by. Never rejects. */
  async copy(text: string, key = text): Promise<CopyOutcome> {
    const outcome = await copyText(text);
    this.#show(key, outcome);
    return outcome;
  }

  hostDisconnected(): void {
    this.#show('', undefined);
  }

  #show(key: string, outcome: CopyOutcome | undefined): void {
    clearTimeout(this.#timer);
    this.#key = key;
    this.#outcome = outcome;
    if (outcome) this.#timer = setTimeout(() => this.#show('', undefined), SHOWN_FOR);
    this.#host.requestUpdate();
  }
}
