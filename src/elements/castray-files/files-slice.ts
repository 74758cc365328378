import type { ClusterState } from '../../store/cluster-store.js';

/** The part of a cluster's state that its files need. */
export interface FilesSlice {
  readonly label: string;
  /** Whether there is a service to ask. */
  readonly isConfigured: boolean;
  /** The file server's address. */
  readonly fileServer: string | undefined;
}

export function filesSlice({ label, endpoint }: ClusterState): FilesSlice {
  return {
    label,
    isConfigured: endpoint.apiBase.url !== undefined,
    fileServer: endpoint.fileServerUrl.url,
  };
}
