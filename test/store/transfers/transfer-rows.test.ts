import { expect } from '@open-wc/testing';
import { makeProblem } from '../../../src/connection/problem.js';
import { parseTransfer, parseTransferList } from '../../../src/model/transfer.js';
import { TransferRows } from '../../../src/store/transfers/transfer-rows.js';
import { FakeClock } from '../../support/fake-clock.js';
import { ORDER, report } from '../../support/transfer-report.js';

describe('the rows of transfers', () => {
  let clock: FakeClock;
  let rows: TransferRows;

  beforeEach(() => {
    clock = new FakeClock();
    rows = new TransferRows(clock);
  });

  function begin(order: Parameters<TransferRows['order']>[0] = ORDER, told = report()): string {
    const key = rows.order(order);
    rows.accepted(key, told);
    return key;
  }

  const state = (key: string) => rows.get(key)!.state;

  it('never fall back, and take 100 % in progress for finishing', () => {
    const key = begin();
    rows.looked(key, report({ progress: 60 }));
    rows.looked(key, report({ progress: 40 }));
    expect(rows.get(key)).to.include({ progress: 60, state: 'running' });
    clock.advance(1000);
    rows.looked(key, report({ progress: 130 }));
    expect(rows.get(key)).to.include({ progress: 100, state: 'finishing' });
    expect(rows.get(key)!.remainingMs, 'nobody knows how long that takes').to.equal('unknown');
    rows.looked(key, report({ progress: null, status: 'completed' }));
    expect(rows.get(key)).to.include({ progress: 100, state: 'completed' });
  });

  it('take “completed” without a record for unknown, but not after it was proven', () => {
    const nobody = parseTransfer({
      transfer_id: 'transfer_7',
      status: 'completed',
      progress: 100,
    })!;
    const key = begin();
    clock.advance(1000);
    rows.looked(key, report({ progress: 11 }));
    expect(rows.get(key)).to.include({ speed: 30_000, remainingMs: 89_000 });
    rows.looked(key, nobody);
    expect(rows.get(key)).to.include({ state: 'unknown', reason: 'no-record', progress: 11 });
    expect(rows.get(key), 'none goes on').to.include({ speed: 'unknown', remainingMs: 'unknown' });
    rows.looked(key, report({ status: 'completed' }));
    rows.looked(key, nobody);
    expect(state(key)).to.equal('completed');
  });

  it('lose contact at the fifth failed look, and find it again', () => {
    const key = begin();
    const problem = makeProblem('timeout', 'http://there', 0);
    for (let n = 0; n < 4; n += 1) rows.missed(key, problem);
    expect(state(key)).to.equal('running');
    rows.missed(key, problem);
    expect(state(key)).to.equal('lost-contact');
    rows.looked(key, report({ progress: 50 }));
    expect(rows.get(key)).to.include({ state: 'running', problem: undefined });
    for (let n = 0; n < 4; n += 1) rows.missed(key, problem);
    expect(state(key), 'counted anew').to.equal('running');
  });

  it('tell two apart that got one id', () => {
    const first = begin();
    const second = begin({ ...ORDER, targetNode: 'M3' }, report({ target_node: 'M3' }));
    clock.advance(1);
    rows.merge([report({ target_node: 'M3', status: 'completed' })], clock.now());
    expect(rows.get(first)).to.include({ state: 'unknown', reason: 'shared-id' });
    expect(state(second)).to.equal('completed');
    expect(rows.all).to.have.length(2);
  });

  it('are dropped once they have ended and are listed no more, but for the newest hundred', () => {
    const list = (look: number) =>
      Array.from({ length: 90 }, (_, n) =>
        report({ transfer_id: `${look}-${n}`, status: 'completed' }),
      );
    const running = begin();
    for (let look = 1; look <= 20; look += 1) {
      clock.advance(1);
      rows.merge([report(), ...list(look)], clock.now());
    }
    expect(rows.all.filter(({ id }) => id.startsWith('20-'))).to.have.length(90);
    expect(rows.all.filter(({ id }) => id.startsWith('19-'))).to.have.length(90);
    expect(rows.all).to.have.length(1 + 90 + 100);
    expect(state(running)).to.equal('running');
  });

  it('do not judge by a list that was asked for before the start was answered', () => {
    const key = begin();
    rows.merge([], clock.now());
    expect(state(key)).to.equal('running');
    clock.advance(1);
    rows.merge([], clock.now());
    expect(state(key)).to.equal('unknown');
  });

  it('are one where the list was quicker than the answer, or the answer never came', () => {
    rows.merge([], clock.now());
    const key = rows.order(ORDER);
    rows.merge([report()], clock.now());
    expect(rows.all.map((row) => row.state)).to.deep.equal(['starting']);
    expect(rows.accepted(key, report()), 'the list is to be read again').to.equal(true);
    expect(rows.all).to.have.length(1);
    const lost = rows.order({ ...ORDER, targetNode: 'M3' });
    rows.refused(lost, makeProblem('unreachable', 'http://there', 0));
    expect(rows.get(lost)).to.include({ state: 'unknown', reason: 'no-answer' });
    rows.merge([report(), report({ transfer_id: 'transfer_8', target_node: 'M3' })], clock.now());
    expect(rows.get(lost)).to.include({ state: 'running', id: 'transfer_8' });
    expect(rows.all).to.have.length(2);
  });

  it('are two where no list was read before: the record may be of long ago', () => {
    rows.merge([], clock.now());
    rows.empty(); // another service
    const key = rows.order(ORDER);
    rows.refused(key, makeProblem('unreachable', 'http://there', 0));
    rows.merge([report()], clock.now());
    expect(rows.all.map((row) => row.state)).to.deep.equal(['running', 'unknown']);
  });

  for (const status of [502, 504]) {
    it(`may run, and are found on the list, where a proxy had no answer to the start: ${status}`, () => {
      rows.merge([], clock.now());
      const key = rows.order(ORDER);
      rows.refused(key, makeProblem('http-status', 'http://there', 0, { status }));
      expect(rows.get(key)).to.include({ state: 'unknown', reason: 'no-answer' });
      rows.merge([report()], clock.now());
      expect(rows.all.map((row) => row.state)).to.deep.equal(['running']);
    });
  }

  for (const name of [' a.bin', 'a.bin ', 'a\\b.bin', 'a\u202eb.bin']) {
    it(`are one where the list was quicker, however the name is spelt: ${JSON.stringify(name)}`, () => {
      const key = rows.order({ ...ORDER, filePath: `demo_files/${name}` });
      const told = report({ file_name: name });
      rows.merge([told], clock.now());
      rows.accepted(key, told);
      rows.merge([told], clock.now());
      expect(rows.all.map((row) => row.state)).to.deep.equal(['running']);
    });
  }

  it('are two where somebody else has started the same in that moment', () => {
    const key = rows.order(ORDER);
    const both = [report({ transfer_id: 'transfer_6', progress: 20 }), report()];
    rows.merge(both, clock.now());
    rows.accepted(key, report());
    rows.merge(both, clock.now());
    expect(rows.all.map(({ id, progress }) => [id, progress])).to.deep.equal([
      ['transfer_6', 20],
      ['transfer_7', 10],
    ]);
  });

  it('keep the service’s words on what went wrong, where it says them once', () => {
    const key = begin();
    rows.looked(key, report({ status: 'failed', error: 'disk full' }));
    rows.merge([report({ status: 'failed' })], clock.now());
    expect(rows.get(key)).to.include({ state: 'failed', error: 'disk full' });
  });

  it('have a mean speed by the service’s own clock once they have ended, and else none', () => {
    const key = begin();
    rows.looked(key, report({ status: 'completed', speed: 1 }));
    expect(rows.get(key)!.speed).to.equal('unknown');
    const times = { start_time: 100, end_time: 103 };
    rows.looked(key, report({ status: 'completed', ...times }));
    expect(rows.get(key)).to.include({ speed: 1_000_000, startedAt: 100_000, endedAt: 103_000 });
  });

  it('have no mean speed from a start by the page’s clock to an end by the service’s', () => {
    const key = begin();
    const startedAt = clock.now();
    expect(rows.get(key)!.startedAt).to.equal(startedAt);
    rows.looked(key, report({ status: 'completed', end_time: startedAt / 1000 + 3 }));
    expect(rows.get(key)).to.include({ endedAt: startedAt + 3000, speed: 'unknown' });
  });

  it('that were cleared do not come back with the next list', () => {
    begin();
    rows.dismiss(() => true);
    rows.merge([report(), report({ target_node: 'M3' })], clock.now());
    expect(rows.all.map(({ targetNode }) => targetNode)).to.deep.equal(['M3']);
  });

  it('are each compared with few others, however many the service lists', () => {
    let compared = 0;
    const many = Array.from({ length: 300 }, (_, i) =>
      Object.defineProperty(report({ transfer_id: `t${i}` }), 'sourceNode', {
        get() {
          compared += 1;
          return 'M10';
        },
      }),
    );
    for (const time of ['first', 'second']) {
      compared = 0;
      rows.merge(many, clock.now());
      expect(compared, time).to.be.below(3000);
    }
    expect(rows.all).to.have.length(300);
  });

  it('have no time where the service counts in something else than seconds', () => {
    const [only] = parseTransferList('{"transfers":[{"id":"x","start_time":17e14}]}')!;
    expect(only).to.include({ startedAt: 'unknown' });
  });

  it('are none that cannot be asked for by their id', () => {
    expect(parseTransferList('{"transfers":[{"id":"\\ud800"},{"id":".."}]}')).to.deep.equal([]);
  });

  it('are read from anything without a throw', () => {
    for (const junk of ['', '[]', '{}', '{"transfers":1}', 'null', '<html>']) {
      expect(parseTransferList(junk), junk).to.equal(undefined);
    }
    const odd = '{"transfers":[null,1,{},{"id":"x","progress":"half","file_name":7,"speed":NaN}]}';
    const [only] = parseTransferList(odd)!;
    expect(only).to.include({ id: 'x', progress: 'unknown', fileName: '', speed: 'unknown' });
  });
});
