import type { ClusterStore } from '../cluster-store.js';
import { FileCatalogue } from './file-catalogue.js';

const catalogues = new WeakMap<ClusterStore, FileCatalogue>();

/**
 * The files of a store's cluster; one catalogue for each store. It is not a field of the store, so
 * that only a page that shows files pays for it.
 */
export function filesOf(store: ClusterStore): FileCatalogue {
  const known = catalogues.get(store);
  if (known) return known;
  const files = new FileCatalogue(() => store.access);
  catalogues.set(store, files);
  let last = store.state.connection.phase;
  files.configure(store.state.endpoint);
  store.subscribe(({ endpoint, connection: { phase } }) => {
    files.configure(endpoint);
    files.follow(phase, last);
    last = phase;
  });
  return files;
}
