import { createContext } from '@lit/context';
import type { ClusterStore } from '../store/cluster-store.js';

/**
 * The one thing that travels through context: the provider's store, the same object for as long as
 * the provider lives. The key is shared by all copies of the bundle on a page; the number is that of
 * the store's interface, so that an element never meets a store it cannot talk to.
 */
export const clusterContext = createContext<ClusterStore>(Symbol.for('castray-widgets.store/1'));
