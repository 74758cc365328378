/**
 * Defines every element, the provider first: a widget that is upgraded before its provider has
 * nothing to ask.
 *
 * @module
 */
import './castray-provider.js';
import './castray-cluster-summary.js';
import './castray-connection.js';
import './castray-node-detail.js';
import './castray-diagnostics.js';
import './castray-files.js';
import './castray-node-list.js';
import './castray-transfers.js';
import './castray-upload.js';

export * from '../core.js';
export { addLanguage, type Translation } from '../text/add-language.js';
export { CastrayProvider } from '../elements/castray-provider/castray-provider.js';
export { CastrayClusterSummary } from '../elements/castray-cluster-summary/castray-cluster-summary.js';
export { CastrayConnection } from '../elements/castray-connection/castray-connection.js';
export { CastrayNodeDetail } from '../elements/castray-node-detail/castray-node-detail.js';
export { CastrayDiagnostics } from '../elements/castray-diagnostics/castray-diagnostics.js';
export { CastrayFiles } from '../elements/castray-files/castray-files.js';
export { CastrayNodeList } from '../elements/castray-node-list/castray-node-list.js';
export { CastrayTransfers } from '../elements/castray-transfers/castray-transfers.js';
export { CastrayUpload } from '../elements/castray-upload/castray-upload.js';
export { CastrayErrorEvent } from '../elements/events/castray-error-event.js';
export { ConnectionChangeEvent } from '../elements/events/connection-change-event.js';
export { DiagnosisEvent } from '../elements/events/diagnosis-event.js';
export { FilePreviewEvent } from '../elements/events/file-preview-event.js';
export { NodeSelectEvent } from '../elements/events/node-select-event.js';
export { ViewChangeEvent } from '../elements/events/view-change-event.js';
export { SnapshotChangeEvent } from '../elements/events/snapshot-change-event.js';
export { TransferEvent } from '../elements/events/transfer-event.js';
export { UploadEvent } from '../elements/events/upload-event.js';
