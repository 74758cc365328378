import type { Clock } from '../../connection/clock.js';
import { isThere } from '../../connection/upload.js';
import type { ClusterStore } from '../cluster-store.js';
import { pathOf, type UploadItem } from './upload-item.js';
import { isInTheWay } from './upload-turn.js';

/** Sees to it that no file takes the place of another before the user was asked. */
export class NameGuard {
  readonly #store: ClusterStore;
  readonly #clock: Clock;
  /** By path, the key of the upload that was the last to be stored there, or may have been. */
  readonly #holders = new Map<string, string>();

  constructor(store: ClusterStore, clock: Clock) {
    this.#store = store;
    this.#clock = clock;
  }

  hold(item: UploadItem): void {
    this.#holders.set(pathOf(item), item.upload.key);
  }

  /** Another service has other files. */
  forget(): void {
    this.#holders.clear();
  }

  /** Whether another file has its name: one of the service, or one of all the items. */
  async isTaken(
    item: UploadItem,
    items: readonly UploadItem[],
    apiBase: string,
    signal: AbortSignal,
  ): Promise<boolean> {
    const path = pathOf(item);
    const holders = this.#holders;
    // What an attempt stored whose answer was lost is the item's own.
    if (holders.get(path) !== item.upload.key) {
      const answer = await isThere(apiBase, path, this.#store.access, this.#clock, signal);
      if (answer ?? holders.has(path)) return true;
    }
    // Looked at last: while the service is asked, one may have been started.
    const place = items.indexOf(item);
    return items.some((one, at) => isInTheWay(one, item) && (one.isNameSettled || at < place));
  }
}
