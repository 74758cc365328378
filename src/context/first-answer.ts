import type { ClusterState, ClusterStore } from '../store/cluster-store.js';

/** A service that answers within this time, in ms, is shown with its first figures, never as one that is awaited. */
const MOMENT = 100;

/**
 * Until the service has answered for the first time, or for a moment; `undefined` where no answer is awaited.
 * To draw the waiting as well would make the first figures a tenth later.
 */
export function firstAnswer(store: ClusterStore | undefined): Promise<void> | undefined {
  if (!store || !isAwaited(store.state)) return undefined;
  return new Promise((resolve) => {
    const timer = setTimeout(end, MOMENT);
    const unsubscribe = store.subscribe((state) => {
      if (!isAwaited(state)) end();
    });
    function end(): void {
      clearTimeout(timer);
      unsubscribe();
      resolve(nextTask());
    }
  });
}

function isAwaited({ snapshot, connection }: ClusterState): boolean {
  return !snapshot && connection.phase === 'connecting' && !connection.lastError;
}

let next: Promise<void> | undefined;

/** Not in the task that read the answer, which would be a long one; and all elements in one, for one picture. */
function nextTask(): Promise<void> {
  next ??= new Promise((resolve) => {
    setTimeout(() => {
      next = undefined;
      resolve();
    });
  });
  return next;
}
