import type { Diagnosis } from '../../store/diagnosis/judge.js';
import { CastrayEvent } from './castray-event.js';

/** All checks are done. */
export class DiagnosisEvent extends CastrayEvent {
  static readonly type = 'castray-diagnosis';

  /** Frozen; its addresses hold no credentials. */
  readonly diagnosis: Diagnosis;

  constructor(diagnosis: Diagnosis) {
    super(DiagnosisEvent.type);
    this.diagnosis = diagnosis;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'castray-diagnosis': DiagnosisEvent;
  }
}
