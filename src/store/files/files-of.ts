import { perStore } from '../per-store.js';
import { FileCatalogue } from './file-catalogue.js';

/** The files of a store's cluster. */
export const filesOf = perStore((store) => {
  const files = new FileCatalogue(() => store.access);
  let last = store.state.connection.phase;
  files.configure(store.state.endpoint);
  store.subscribe(({ endpoint, connection: { phase } }) => {
    files.configure(endpoint);
    files.follow(phase, last);
    last = phase;
  });
  return files;
});
