import type { Problem } from '../../connection/problem.js';

/** Something is wrong that was not wrong before. The same fault again is no new event. */
export class CastrayErrorEvent extends Event {
  static readonly type = 'castray-error';

  readonly problem: Problem;

  constructor(problem: Problem) {
    super(CastrayErrorEvent.type, { bubbles: true, composed: true });
    this.problem = problem;
  }

  /** For scripts that are used to `event.detail`. */
  get detail(): this {
    return this;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'castray-error': CastrayErrorEvent;
  }
}
