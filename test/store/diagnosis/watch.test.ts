import { expect } from '@open-wc/testing';
import type { ProblemCode } from '../../../src/connection/problem.js';
import type { ClusterState } from '../../../src/store/cluster-store.js';
import {
  FAILING_FOR,
  FailureWatch,
  LEAST_INTERVAL,
} from '../../../src/store/diagnosis/failure-watch.js';
import { startService, type TestService } from '../../support/castray.js';
import { Practice } from '../../support/doctor.js';
import { FakeClock } from '../../support/fake-clock.js';
import { until } from '../../support/wait.js';

describe('when the doctor comes by itself', () => {
  let service: TestService;
  let practice: Practice;

  beforeEach(async () => {
    service = await startService({ churn: false, frameInterval: 100, fileServer: true });
  });
  afterEach(async () => {
    practice.doctor.stop();
    practice.made.dispose();
    await service.stop();
  });

  function open(apiBase: string, wsUrl?: string): Practice {
    practice = new Practice({ apiBase, ...(wsUrl && { wsUrl }) });
    practice.made.store.attach();
    practice.doctor.start();
    return practice;
  }
  const complete = () => practice.told.filter(({ isComplete }) => isComplete).length;
  const phase = () => practice.made.store.state.connection.phase;

  it('is not while all is well', async () => {
    const { made, told } = open(service.apiBase);
    await until(() => phase() === 'live', 'live');
    made.clock.advance(2000);
    expect(told).to.deep.equal([]);
  });

  it('is once after 10 s of failing, and once more when that is over', async () => {
    await service.control('down');
    const { made, told } = open(service.apiBase);
    await until(() => made.problems.length > 0, 'a failure');
    made.clock.advance(FAILING_FOR - 1);
    expect(told).to.deep.equal([]);
    made.clock.advance(1);
    await until(() => complete() === 1, 'a diagnosis');
    expect(practice.verdict('status')).to.equal('failed problem unreachable');
    made.clock.advance(60_000);
    await service.control('up');
    made.store.reconnect();
    await until(() => phase() === 'live', 'live again');
    await until(() => {
      made.clock.advance(20); // to the next commit
      return complete() === 2;
    }, 'all is well');
    expect(practice.check('status').state).to.equal('passed');
  });

  it('is after 10 s of the address that is set, not of the one before', async () => {
    await service.control('down');
    const { made, told } = open(service.apiBase);
    await until(() => made.problems.length > 0, 'a failure');
    made.clock.advance(FAILING_FOR - 1000);
    made.configure({ apiBase: `${service.apiBase}/other` });
    await Promise.resolve();
    made.clock.advance(1000);
    expect(told).to.deep.equal([]);
  });

  it('is at once where something else answers', async () => {
    open(service.filesUrl!);
    await until(() => complete() === 1, 'a diagnosis');
    expect(practice.verdict('ports')).to.equal('failed perhaps-file-server');
  });

  it('is also where REST alone is elsewhere, while the WebSocket delivers', async () => {
    const { made } = open(service.filesUrl!, service.wsUrl);
    await until(() => phase() === 'live', 'live');
    await until(() => {
      made.clock.advance(20); // to the next commit
      return complete() === 1;
    }, 'a diagnosis');
    expect(practice.verdict('ports')).to.equal('failed perhaps-file-server');
    expect(phase()).to.equal('live');
  });

  it('is after 10 s where nothing answers as REST beside it', async () => {
    const { made } = open('http://127.0.0.1:1', service.wsUrl);
    await until(() => made.problems.length > 0 && phase() === 'live', 'live, without REST');
    await made.committed();
    expect(complete()).to.equal(0);
    await until(() => {
      made.clock.advance(500);
      return complete() === 1;
    }, 'a diagnosis');
    expect(practice.verdict('ports')).to.equal('failed castray-elsewhere');
    expect(phase()).to.equal('live');
  });

  it('is at once where a sign-in is needed, or Ray is gone', async () => {
    await service.control('status', { path: '/api/ray-dashboard', status: 401, body: {} });
    await service.control('refuseUpgrade', { status: 401 });
    open(service.apiBase);
    await until(() => complete() === 1, 'a diagnosis');
    expect(practice.verdict('dashboard')).to.equal('failed problem unauthorized');
    await service.control('reset');
    await service.control('nodes', []);
    practice.made.store.reconnect();
    practice.made.clock.advance(LEAST_INTERVAL);
    await until(() => practice.verdict('ray') === 'failed ray-unreachable', 'Ray is gone');
  });

  it('is late for what has changed a moment after it came, and what it said then is outdated', async () => {
    const { made, doctor } = open(service.apiBase);
    await until(() => phase() === 'live', 'live');
    await made.committed();
    await service.control('nodes', []);
    await until(() => {
      made.clock.advance(1000);
      return complete() === 1;
    }, 'Ray is gone');
    expect(practice.verdict('ray')).to.equal('failed ray-unreachable');
    expect(doctor.isOutdated).to.equal(false);
    await service.control('reset');
    await until(() => {
      made.clock.advance(20);
      return doctor.isOutdated;
    }, 'a fault that is over');
    expect(complete()).to.equal(1);
    made.clock.advance(LEAST_INTERVAL);
    await until(() => complete() === 2, 'a look');
    expect(doctor.isOutdated).to.equal(false);
  });

  it('is again when the addresses become others, and not when only the label does', async () => {
    const { made } = open(service.filesUrl!);
    await until(() => complete() === 1, 'a diagnosis');
    made.configure({ label: 'Campus' });
    await made.committed();
    expect(complete()).to.equal(1);
    made.configure({ apiBase: service.apiBase });
    await until(() => practice.verdict('status').startsWith('passed'), 'of the other address');
  });

  it('is at most every 30 s where causes take turns, and once more when they are over', () => {
    const clock = new FakeClock();
    const looks: number[] = [];
    const since = clock.now();
    const watch = new FailureWatch(clock, () => looks.push(clock.now() - since));
    const see = (phase: string, code?: ProblemCode) => {
      watch.look({ connection: { phase, lastError: code && { code } } } as ClusterState);
    };
    for (let second = 0; second < 60; second += 1) {
      see('reconnecting', second % 2 === 0 ? 'not-json' : 'unauthorized');
      clock.advance(1000);
    }
    expect(looks).to.deep.equal([0, LEAST_INTERVAL, 2 * LEAST_INTERVAL]);
    see('live');
    clock.advance(10 * LEAST_INTERVAL);
    expect(looks).to.deep.equal([0, 1, 2, 3].map((n) => n * LEAST_INTERVAL));
  });

  it('is once where a socket opens and is silent: old figures of REST are no recovery', () => {
    const clock = new FakeClock();
    const looks: number[] = [];
    const since = clock.now();
    const watch = new FailureWatch(clock, () => looks.push(clock.now() - since));
    const see = (phase: string, seconds: number) => {
      for (let second = 0; second < seconds; second += 1) {
        watch.look({ connection: { phase } } as ClusterState);
        clock.advance(1000);
      }
    };
    see('connecting', 5);
    see('stale', 25);
    for (const next of ['reconnecting', 'stale', 'polling', 'stale']) see(next, 30);
    expect(looks).to.deep.equal([FAILING_FOR]);
    expect(watch.isOverdue(true), 'what was found stands').to.equal(false);
    see('live', 1);
    see('stale', 60);
    expect(looks, 'it was over').to.deep.equal([FAILING_FOR, 150_000]);
  });

  it('keeps what it found while it looks at the same failure again, and not for another address', async () => {
    const { doctor, made, told } = open(service.filesUrl!);
    await until(() => complete() === 1, 'a diagnosis');
    const { cause } = practice.last;
    expect(cause).to.include({ state: 'failed' });
    let since = told.length;
    await doctor.run();
    for (const now of told.slice(since)) expect(now.cause?.id).to.equal(cause!.id);
    since = told.length;
    made.configure({ apiBase: service.apiBase });
    await until(() => told.length > since, 'a look at the other address');
    expect(told[since]!.cause).to.equal(undefined);
  });

  it('is not held up for hours by a clock that was set back, nor due once all is over', () => {
    const clock = new FakeClock();
    let looks = 0;
    const watch = new FailureWatch(clock, () => (looks += 1));
    const fail = (code: ProblemCode) => {
      const connection = { phase: 'reconnecting', lastError: { code } };
      watch.look({ connection } as ClusterState);
    };
    fail('not-json');
    clock.set(-3_600_000);
    fail('unauthorized');
    expect(looks).to.equal(2);
    fail('not-json');
    watch.reset();
    clock.advance(10 * LEAST_INTERVAL);
    expect(looks, 'of another address').to.equal(2);
  });

  it('is to finish what was broken off', async () => {
    await service.control('status', { path: '/api/status', body: {}, delay: 600_000 });
    const { doctor, made } = open(service.apiBase);
    void doctor.run();
    const active = async () => (await service.seen()).paths['/api/status']?.active;
    await until(async () => (await active()) === 1, 'a question');
    doctor.stop();
    await until(async () => (await active()) === 0, 'that is asked no more');
    await service.control('status', { path: '/api/status' });
    expect(complete()).to.equal(0);
    doctor.start();
    await until(() => {
      made.clock.advance(20); // to the next commit
      return complete() === 1;
    }, 'a diagnosis');
  });

  it('is not done before the run is that took the place of another', async () => {
    practice = new Practice({ apiBase: service.apiBase });
    const first = practice.doctor.run();
    void practice.doctor.run();
    await first;
    expect(complete()).to.equal(1);
    expect(practice.last.isComplete).to.equal(true);
  });

  it('is once for a REST that fails beside a socket that delivers, and once more when it answers', () => {
    for (const [code, wait] of [
      ['unreachable', FAILING_FOR],
      ['not-json', 0],
    ] as const) {
      const clock = new FakeClock();
      const looks: number[] = [];
      const since = clock.now();
      const watch = new FailureWatch(clock, () => looks.push(clock.now() - since));
      for (const restError of [{ code }, undefined]) {
        for (let second = 0; second < 60; second += 1) {
          watch.look({ connection: { phase: 'live', restError } } as ClusterState);
          clock.advance(1000);
        }
      }
      expect(looks, code).to.deep.equal([wait, 60_000]);
    }
  });

  it('is never after it was stopped', async () => {
    await service.control('down');
    const { doctor, made, told } = open(service.apiBase);
    await until(() => made.problems.length > 0, 'a failure');
    doctor.start(); // once more, as an element does at each of its updates
    doctor.stop();
    made.configure({ label: 'Campus' });
    await made.committed();
    made.clock.advance(60_000);
    expect(told).to.deep.equal([]);
  });
});
