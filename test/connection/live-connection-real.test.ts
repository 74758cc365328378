import { expect } from '@open-wc/testing';
import { LiveConnection } from '../../src/connection/live-connection.js';
import type { Problem } from '../../src/connection/problem.js';
import { parseFrame } from '../../src/model/parse-report.js';
import { startService, type TestService } from '../support/castray.js';
import { FakeClock } from '../support/fake-clock.js';
import { until } from '../support/wait.js';

/** The connection at a real service; only the waits are the test's. */
describe('a connection to a real service', () => {
  let service: TestService;
  let clock: FakeClock;
  let live: LiveConnection;
  let problems: Problem[];
  let frames: number;
  let dropped: string[];

  const phase = async (wanted: LiveConnection['phase']) => {
    await until(() => live.phase === wanted, `is ${wanted}`);
  };

  before(async () => {
    service = await startService({ churn: false, frameInterval: 600_000 });
  });
  beforeEach(async () => {
    await service.control('reset');
    await service.control('up');
    await service.control('forget');
    clock = new FakeClock();
    problems = [];
    frames = 0;
    dropped = [];
    live = new LiveConnection(
      { url: service.wsUrl, clock, patience: () => 0 },
      {
        changed: () => undefined,
        frame: (text) => {
          if (typeof text !== 'string') return 'other';
          const { kind } = parseFrame(text, clock.now());
          if (kind === 'report') frames += 1;
          return kind === 'unusable' ? 'other' : kind;
        },
        dropped: (reason) => dropped.push(reason),
        problem: (problem) => problems.push(problem),
      },
    );
    live.open();
  });
  afterEach(async () => {
    live.stop();
    await until(async () => (await service.seen()).sockets === 0, 'no open socket');
  });

  it('receives frames, and its ping is answered', async () => {
    await until(() => frames === 1, 'the first frame');
    clock.advance(10_000);
    clock.advance(40);
    await until(() => live.roundTrip === 40, 'a round-trip time of 40 ms');
    expect(await service.seen()).to.include({ pings: 1, sockets: 1 });
  });

  it('comes back after its TCP connection was cut', async () => {
    await until(() => frames === 1, 'the first frame');
    await service.control('drop');
    await phase('waiting');
    expect(problems).to.have.length(1);
    expect(problems[0]).to.include({ code: 'socket-closed', status: 1006 });
    clock.advance(live.nextAttemptAt! - clock.now());
    await until(() => frames === 2, 'the second frame');
    expect(await service.seen()).to.include({ handshakes: 2, maxSockets: 1 });
  });

  it('survives that nobody listens, and finds the service when it is back', async () => {
    await until(() => frames === 1, 'the first frame');
    await service.control('down');
    await phase('waiting');
    clock.advance(live.nextAttemptAt! - clock.now());
    await phase('waiting');
    expect(problems.map(({ code }) => code)).to.deep.equal(['socket-closed', 'socket-refused']);
    await service.control('up');
    clock.advance(live.nextAttemptAt! - clock.now());
    await until(() => frames === 2, 'the second frame');
    clock.advance(5000);
    expect(live.failedAttempts).to.equal(0);
  });

  it('replaces a half-open socket', async () => {
    await until(() => frames === 1, 'the first frame');
    await service.control('silent');
    clock.advance(30_000);
    expect(problems.map(({ code }) => code)).to.deep.equal(['socket-silent']);
    await service.control('silent', false);
    clock.advance(live.nextAttemptAt! - clock.now());
    await until(() => frames === 2, 'the second frame');
    await until(async () => (await service.seen()).sockets === 1, 'one socket');
  });

  it('opens one socket more, and is left with one, however often it is told to open', async () => {
    await until(() => frames === 1, 'the first frame');
    for (let i = 0; i < 20; i += 1) live.open();
    await until(() => frames === 2, 'the second frame');
    await until(async () => (await service.seen()).sockets === 1, 'one socket');
    expect(await service.seen()).to.include({ handshakes: 2 });
  });

  it('stops where it is told that it is not allowed', async () => {
    await until(() => frames === 1, 'the first frame');
    await service.control('closeSockets', { code: 1008, reason: 'sign in' });
    await phase('stopped');
    expect(problems[0]).to.include({ code: 'unauthorized', status: 1008, detail: 'sign in' });
    expect(clock.pending).to.equal(0);
  });

  it('drops binary and over 8 MiB, and goes on with the same socket', async () => {
    await until(() => frames === 1, 'the first frame');
    await service.control('binary', btoa('\u0000\u0001'));
    await service.control('oversize', { bytes: 9 * 2 ** 20 });
    await until(() => dropped.length === 2, 'two dropped frames');
    expect(dropped).to.deep.equal(['binary', 'too-large']);
    await service.control('frame', 'no JSON');
    await service.control('step');
    await until(() => frames === 2, 'the second frame');
    expect(await service.seen()).to.include({ handshakes: 1 });
  });
});
