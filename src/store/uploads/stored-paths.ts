import { perStore } from '../per-store.js';

/**
 * Where the uploads of this page are, as far as that is known, of the service that a provider has now:
 * what can be sent on. Apart from the queue, so that who only reads it does not load that.
 */
export const storedPathsOf = perStore(() => new Set<string>());
