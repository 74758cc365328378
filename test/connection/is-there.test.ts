import { expect } from '@open-wc/testing';
import { NO_ACCESS } from '../../src/connection/access.js';
import { isThere } from '../../src/connection/is-there.js';
import { REST_TIMEOUT } from '../../src/connection/rest-client.js';
import { startService, type TestService } from '../support/castray.js';
import { FakeClock } from '../support/fake-clock.js';
import { until } from '../support/wait.js';

const READ = '/api/file/read';

describe('whether a file is on the service', () => {
  let service: TestService;
  let clock: FakeClock;
  let leaving: AbortController;

  beforeEach(async () => {
    service = await startService({ churn: false });
    clock = new FakeClock();
    leaving = new AbortController();
  });
  afterEach(() => service.stop());

  const ask = (path: string) => isThere(service.apiBase, path, NO_ACCESS, clock, leaving.signal);
  const active = async () => (await service.seen()).paths[READ]?.active;

  it('is said by its status, and by no other', async () => {
    expect(await ask('demo_files/blob.bin')).to.equal(true);
    expect(await ask('demo_files/none')).to.equal(false);
    for (const status of [204, 401, 500]) {
      await service.control('status', { path: READ, status, body: {} });
      expect(await ask('demo_files/blob.bin'), String(status)).to.be.undefined;
    }
    expect(clock.pending).to.equal(0);
  });

  for (const [what, end] of [
    ['nobody answers in 20 s', () => clock.advance(REST_TIMEOUT)],
    ['nobody wants to know any more', () => leaving.abort()],
  ] as const) {
    it(`is not known where ${what}, and is not asked any longer`, async () => {
      await service.control('status', { path: READ, body: '', delay: 600_000 });
      const answer = ask('demo_files/blob.bin');
      await until(async () => (await active()) === 1, 'a question');
      end();
      expect(await answer).to.be.undefined;
      await until(async () => (await active()) === 0, 'it is ended');
      expect(clock.pending).to.equal(0);
    });
  }
});
