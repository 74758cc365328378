import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** How the last attempt to copy an id ended. */
export type CopyOutcome = 'copied' | 'refused';

/** For how long the outcome stands beside the button, in ms. */
const SHOWN_FOR = 4000;

/**
 * Puts node ids on the clipboard. A page on plain http has none, and a user may refuse it: the
 * outcome is shown either way.
 */
export class IdCopier implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #nodeId = '';
  #outcome: CopyOutcome | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  outcomeOf(nodeId: string): CopyOutcome | undefined {
    return nodeId === this.#nodeId ? this.#outcome : undefined;
  }

  /** Never rejects. */
  async copy(nodeId: string): Promise<CopyOutcome> {
    let outcome: CopyOutcome = 'copied';
    try {
      await navigator.clipboard.writeText(nodeId);
    } catch {
      outcome = 'refused';
    }
    this.#show(nodeId, outcome);
    return outcome;
  }

  hostDisconnected(): void {
    this.#show('', undefined);
  }

  #show(nodeId: string, outcome: CopyOutcome | undefined): void {
    clearTimeout(this.#timer);
    this.#nodeId = nodeId;
    this.#outcome = outcome;
    if (outcome) this.#timer = setTimeout(() => this.#show('', undefined), SHOWN_FOR);
    this.#host.requestUpdate();
  }
}
