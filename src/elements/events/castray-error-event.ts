import type { Problem } from '../../connection/problem.js';
import { CastrayEvent } from './castray-event.js';

/** Something is wrong that was not wrong before. The same fault again is no new event. */
export class CastrayErrorEvent extends CastrayEvent {
  static readonly type = 'castray-error';

  readonly problem: Problem;

  constructor(problem: Problem) {
    super(CastrayErrorEvent.type);
    this.problem = problem;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'castray-error': CastrayErrorEvent;
  }
}
