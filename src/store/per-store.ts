import type { ClusterStore } from './cluster-store.js';

/**
 * What belongs to a store without being a field of it: one for each, made when somebody asks for it
 * first. A page that never does, does not pay for it.
 */
export function perStore<T extends object>(
  make: (store: ClusterStore) => T,
): (store: ClusterStore) => T {
  const known = new WeakMap<ClusterStore, T>();
  return (store) => {
    const made = known.get(store) ?? make(store);
    known.set(store, made);
    return made;
  };
}
