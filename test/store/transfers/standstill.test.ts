import { expect } from '@open-wc/testing';
import { makeProblem } from '../../../src/connection/problem.js';
import { TransferRows } from '../../../src/store/transfers/transfer-rows.js';
import { mayRepeat } from '../../../src/store/transfers/transfer.js';
import { FakeClock } from '../../support/fake-clock.js';
import { ORDER, report } from '../../support/transfer-report.js';

describe('a transfer that stands still', () => {
  let clock: FakeClock;
  let rows: TransferRows;
  let key: string;

  beforeEach(() => {
    clock = new FakeClock();
    rows = new TransferRows(clock);
    key = rows.order(ORDER);
    rows.accepted(key, report({ progress: 10 }));
  });

  /** Looks, and each time the service says the same. */
  function looks(n: number, progress: number | null, every = 1000, changes: object = {}): void {
    for (let i = 0; i < n; i += 1) {
      clock.advance(every);
      rows.looked(key, report({ progress, ...changes }));
    }
  }

  const row = () => rows.get(key)!;

  for (const [progress, before] of [
    [99, 'running'],
    [10, 'running'],
    [0, 'running'],
    [100, 'finishing'],
  ] as const) {
    it(`is stalled after 30 s of looks at ${progress} %, and not before`, () => {
      rows = new TransferRows(clock);
      key = rows.order(ORDER);
      rows.accepted(key, report({ progress }));
      looks(29, progress);
      expect(row().state).to.equal(before);
      expect(mayRepeat(row())).to.equal(false);
      looks(1, progress);
      expect(row()).to.include({ state: 'stalled', progress });
      expect(row()).to.include({ speed: 'unknown', remainingMs: 'unknown' });
      expect(mayRepeat(row())).to.equal(true);
      expect(rows.running, 'is looked at further').to.have.length(1);
    });
  }

  it('runs again once it moves, with a speed; stalls anew; and can end', () => {
    looks(30, 10);
    expect(row().state).to.equal('stalled');
    looks(1, 10.01);
    expect(row().state).to.equal('running');
    expect(row().speed).to.be.a('number');
    looks(30, 10.01);
    expect(row().state).to.equal('stalled');
    looks(1, 100, 1000, { status: 'completed' });
    expect(row().state).to.equal('completed');
    looks(40, 100, 1000, { status: 'completed' });
    expect(row().state).to.equal('completed');
  });

  it('that takes hours is never called so while it moves, nor one that begins anew', () => {
    for (let progress = 10; progress < 90; progress += 0.5) looks(29, progress);
    expect(row()).to.include({ state: 'running', progress: 89.5 });
    for (let progress = 1; progress < 9; progress += 1) looks(20, progress);
    expect(row(), 'shown as far as it was').to.include({ state: 'running', progress: 89.5 });
  });

  it('counts the time of looks only: not sleep, a clock set forward or back, failed looks', () => {
    looks(5, 10);
    clock.advance(8 * 3_600_000);
    looks(1, 10);
    expect(row().state, 'after 8 h of sleep').to.equal('running');
    clock.advance(-3_600_000);
    looks(10, 10);
    expect(row().state, 'with the clock set back').to.equal('running');
    for (let i = 0; i < 4; i += 1) {
      clock.advance(60_000);
      rows.missed(key, makeProblem('timeout', 'http://there', clock.now()));
    }
    looks(1, 10);
    expect(row().state, 'after looks that failed').to.equal('running');
    looks(10, 10);
    expect(row().state).to.equal('stalled');
  });

  it('is not judged where the service tells no progress', () => {
    looks(100, null);
    expect(row().state).to.equal('running');
  });
});
