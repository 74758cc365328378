/**
 * The part without a DOM: what a cluster is, how it is reached, and what is known of it. For pages
 * that draw their own pictures, for workers and for Node.
 *
 * @module
 */
export { VERSION } from './version.js';
export { UNKNOWN, isKnown, type Maybe, type Unknown } from './model/unknown.js';
export type {
  ClusterNode,
  ClusterSnapshot,
  ClusterTotals,
  Completeness,
  ConnectionType,
  NameSource,
  NodeCounts,
  NodeState,
  Provenance,
  ReportSource,
  ResourceTotal,
  WorkStatus,
} from './model/cluster.js';
export { loadBand, LOAD_BANDS, type LoadBand } from './model/load-band.js';
export {
  countByFilter,
  findNodes,
  NODE_FILTERS,
  NODE_SORT_KEYS,
  sortNodes,
  type NodeFilter,
  type NodeSort,
  type NodeSortKey,
} from './model/node-query.js';
export type { Oddity, OddityCode } from './model/oddity.js';
export type { MemoryFigure } from './model/reconcile-node.js';
export type { KnownTaskLabel, TaskLabel } from './model/task-label.js';
export type { Clock } from './connection/clock.js';
export type { OpenSocket } from './connection/live-socket.js';
export { Access } from './connection/access.js';
export type { ConnectionPhase, ConnectionState } from './connection/connection-state.js';
export {
  resolveEndpoint,
  type Address,
  type AddressFault,
  type AddressSource,
  type Endpoint,
  type EndpointField,
  type EndpointInput,
} from './connection/endpoint.js';
export type { Problem, ProblemCode } from './connection/problem.js';
export type {
  Check,
  CheckGroup,
  CheckId,
  CheckState,
  FindingDetails,
  Finding,
  ServiceKey,
} from './store/diagnosis/check.js';
export { Doctor, type DoctorOptions, type Surroundings } from './store/diagnosis/doctor.js';
export type { PageFacts } from './store/diagnosis/evidence.js';
export type { Diagnosis } from './store/diagnosis/judge.js';
export type { AddressChange } from './store/replaced-addresses.js';
export type { SubscribeOptions } from './store/listeners.js';
export type { Transition } from './store/phase-log.js';
export { ClusterStore, type ClusterState, type StoreConfig } from './store/cluster-store.js';
export {
  transfersOf,
  type StartFault,
  type TransferQueue,
  type TransfersState,
} from './store/transfers/transfer-queue.js';
export type {
  Transfer,
  TransferGroup,
  TransferOrder,
  TransferState,
  UnknownReason,
} from './store/transfers/transfer.js';
export type { TransferMode } from './model/transfer.js';
export { uploadsOf, type UploadQueue, type UploadsState } from './store/uploads/upload-queue.js';
export type { ChosenFile, NameAnswer, UploadSettings } from './store/uploads/upload-item.js';
export type { FileUpload, UploadReason, UploadState } from './store/uploads/file-upload.js';
export { filesOf } from './store/files/files-of.js';
export type { FileResult } from './connection/file-download.js';
export type { FileCatalogue, FileListState, FolderResult } from './store/files/file-catalogue.js';
export type { FileContent } from './model/file-content.js';
export type { FileKind, RemoteFile } from './model/files.js';
export type { FlightOrder, FlightStop } from './model/flight-order.js';
