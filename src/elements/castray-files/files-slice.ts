import type { ClusterState } from '../../store/cluster-store.js';

/** The part of a cluster's state that its files need. */
export interface FilesSlice {
  readonly label: string;
  /** The address of the service; `undefined` where there is none to ask. */
  readonly service: string | undefined;
  /** The file server's address. */
  readonly fileServer: string | undefined;
}

export function filesSlice({ label, endpoint }: ClusterState): FilesSlice {
  return {
    label,
    service: endpoint.apiBase.url,
    fileServer: endpoint.fileServerUrl.url,
  };
}
