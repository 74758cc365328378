import { CastrayDiagnostics } from '../elements/castray-diagnostics/castray-diagnostics.js';
import { define } from './define.js';

define('castray-diagnostics', CastrayDiagnostics);

export { CastrayDiagnostics };
export type { DiagnosisEvent } from '../elements/events/diagnosis-event.js';
