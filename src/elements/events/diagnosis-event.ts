import type { Diagnosis } from '../../store/diagnosis/judge.js';

/** All checks are done. */
export class DiagnosisEvent extends Event {
  static readonly type = 'castray-diagnosis';

  /** Frozen; its addresses hold no credentials. */
  readonly diagnosis: Diagnosis;

  constructor(diagnosis: Diagnosis) {
    super(DiagnosisEvent.type, { bubbles: true, composed: true });
    this.diagnosis = diagnosis;
  }

  /** For scripts that are used to `event.detail`. */
  get detail(): this {
    return this;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'castray-diagnosis': DiagnosisEvent;
  }
}
