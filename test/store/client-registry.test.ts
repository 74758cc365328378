import { expect } from '@open-wc/testing';
import sinon from 'sinon';
import { Access } from '../../src/connection/access.js';
import { systemClock } from '../../src/connection/clock.js';
import type { ClientSettings } from '../../src/store/client-listener.js';
import { ClientRegistry, GRACE, type Lease } from '../../src/store/client-registry.js';
import { startService, type TestService } from '../support/castray.js';
import { FakeClock } from '../support/fake-clock.js';
import { Recorder } from '../support/recorder.js';
import { until } from '../support/wait.js';

const WORKER = '/src/connection/castray-worker.ts';
const SETTINGS = { pollInterval: 10_000, staleAfter: 10_000 };

describe('the clients of a page', () => {
  let service: TestService;
  const leases: Lease[] = [];

  function acquire(
    registry: ClientRegistry,
    settings: ClientSettings = SETTINGS,
    heard = new Recorder(),
  ) {
    const { apiBase, wsUrl } = service;
    const lease = registry.acquire({ apiBase, wsUrl }, settings, heard);
    leases.push(lease);
    return { lease, heard };
  }
  const isLive = ({ heard }: { heard: Recorder }) =>
    until(() => heard.phases.at(-1) === 'live', 'live');

  before(async () => {
    service = await startService({ churn: false, frameInterval: 600_000 });
  });
  beforeEach(async () => {
    await service.control('forget');
  });
  afterEach(async () => {
    sinon.restore();
    for (const lease of leases.splice(0)) lease.release(true);
    await until(async () => (await service.seen()).sockets === 0, 'no open socket');
  });

  it('are one for all users of an endpoint', async () => {
    const registry = new ClientRegistry(new FakeClock(), new Map());
    const [first, second] = [acquire(registry), acquire(registry)];
    expect(first.lease.client).to.equal(second.lease.client);
    await Promise.all([isLive(first), isLive(second)]);
    expect(await service.seen()).to.include({ handshakes: 1, maxSockets: 1 });
  });

  it('are one for two copies of the bundle', async () => {
    const [first, second] = [acquire(new ClientRegistry()), acquire(new ClientRegistry())];
    await Promise.all([isLive(first), isLive(second)]);
    expect(await service.seen()).to.include({ handshakes: 1, maxSockets: 1 });
  });

  it('are another for another REST side of the same socket, or none', () => {
    const { apiBase, wsUrl } = service;
    const registry = new ClientRegistry(new FakeClock(), new Map());
    for (const key of [apiBase, `${apiBase}/other`, undefined, apiBase, undefined])
      leases.push(registry.acquire({ apiBase: key, wsUrl }, SETTINGS, new Recorder()));
    const clients = leases.map(({ client }) => client);
    expect(new Set(clients).size).to.equal(3);
    expect(clients.slice(3), 'the same for the same').to.deep.equal([clients[0], clients[2]]);
  });

  it('are another for another worker, or none', () => {
    const registry = new ClientRegistry(new FakeClock(), new Map());
    for (const worker of [undefined, WORKER, `${WORKER}?2`, undefined, `${WORKER}?2`])
      acquire(registry, { ...SETTINGS, worker });
    const clients = leases.map(({ client }) => client);
    expect(new Set(clients).size).to.equal(3);
    expect(clients.slice(3), 'the same for the same').to.deep.equal([clients[0], clients[2]]);
  });

  it('are another for another endpoint', () => {
    const registry = new ClientRegistry(new FakeClock(), new Map());
    const { lease } = acquire(registry);
    const { apiBase } = service;
    const other = registry.acquire({ apiBase, wsUrl: undefined }, SETTINGS, new Recorder());
    leases.push(other);
    expect(other.client).not.to.equal(lease.client);
  });

  it('close 5 s after their last user has gone', async () => {
    const clock = new FakeClock();
    const registry = new ClientRegistry(clock, new Map());
    const [first, second] = [acquire(registry), acquire(registry)];
    await Promise.all([isLive(first), isLive(second)]);
    first.lease.release();
    clock.advance(GRACE);
    expect(await service.seen()).to.include({ sockets: 1 });
    second.lease.release();
    second.lease.release();
    clock.advance(GRACE - 1);
    expect(await service.seen()).to.include({ sockets: 1 });
    clock.advance(1);
    await until(async () => (await service.seen()).sockets === 0, 'no open socket');
    expect(clock.pending).to.equal(0);
  });

  it('stay for a user that comes back within 5 s', async () => {
    const clock = new FakeClock();
    const registry = new ClientRegistry(clock, new Map());
    const first = acquire(registry);
    await isLive(first);
    first.lease.release();
    clock.advance(GRACE - 1);
    const back = acquire(registry);
    expect(back.heard.reports, 'it hears at once what is known').to.have.length(1);
    clock.advance(GRACE);
    await service.control('step');
    await until(() => back.heard.reports.length === 2, 'two reports');
    expect(await service.seen()).to.include({ sockets: 1, handshakes: 1 });
  });

  it('begin anew for a user that comes later', async () => {
    const clock = new FakeClock();
    const registry = new ClientRegistry(clock, new Map());
    const first = acquire(registry);
    await isLive(first);
    first.lease.release();
    clock.advance(GRACE);
    await isLive(acquire(registry));
    expect(await service.seen()).to.include({ handshakes: 2 });
    first.lease.release(true); // once more, by whoever left first
    await isLive(acquire(registry));
    expect(await service.seen()).to.include({ handshakes: 2, sockets: 1 });
  });

  it('close at once where the page is going away', async () => {
    const registry = new ClientRegistry(systemClock, new Map());
    const first = acquire(registry);
    await isLive(first);
    first.lease.release(true);
    await until(async () => (await service.seen()).sockets === 0, 'no open socket');
  });

  it('follow the most cautious of their users, while it is there', async () => {
    const clock = new FakeClock();
    const registry = new ClientRegistry(clock, new Map());
    const calm = acquire(registry, { pollInterval: 60_000, staleAfter: 60_000 });
    const cautious = acquire(registry, { pollInterval: 5000, staleAfter: 4000 });
    await Promise.all([isLive(calm), isLive(cautious)]);
    clock.advance(4000);
    expect(calm.heard.phases.at(-1)).to.equal('stale');
    cautious.lease.release();
    expect(calm.heard.phases.at(-1)).to.equal('live');
    calm.lease.configure({ pollInterval: 5000, staleAfter: 3000 });
    expect(calm.heard.phases.at(-1)).to.equal('stale');
  });

  it('go on as usual where a script has set no number', async () => {
    const clock = new FakeClock();
    const registry = new ClientRegistry(clock, new Map());
    const settings = { pollInterval: NaN, staleAfter: NaN };
    const key = { apiBase: service.apiBase, wsUrl: undefined };
    const heard = new Recorder();
    leases.push(registry.acquire(key, settings, heard));
    await until(() => heard.phases.at(-1) === 'polling', 'polling');
    await until(() => clock.nextIn === 10_000, 'a poll is due in 10 s');
  });

  it('open their sockets in the worker of those who name it, and of nobody else', async () => {
    const { Worker } = window;
    let started = 0;
    class Counted extends Worker {
      constructor(...given: ConstructorParameters<typeof Worker>) {
        super(...given);
        started += 1;
      }
    }
    sinon.replace(window, 'Worker', Counted);
    const registry = new ClientRegistry(systemClock, new Map());
    const named = { ...SETTINGS, worker: WORKER };
    const first = acquire(registry, named);
    await until(() => first.heard.phases.at(-1) === 'live', 'live by a worker', 12_000);
    expect(started).to.equal(1);
    first.lease.release(true);
    await isLive(acquire(registry));
    expect(started).to.equal(1);
    await isLive(acquire(registry, named));
    expect(started).to.equal(2);
  });

  it('bring the token of a user to no REST address that another one names', async () => {
    const { apiBase, wsUrl } = service;
    const registry = new ClientRegistry(new FakeClock(), new Map());
    const settings = { ...SETTINGS, access: new Access('good') };
    leases.push(registry.acquire({ apiBase: undefined, wsUrl }, settings, new Recorder()));
    const other = registry.acquire({ apiBase, wsUrl }, SETTINGS, new Recorder());
    leases.push(other);
    const asked = async () => (await service.seen()).paths['/api/ray-dashboard'];
    await until(async () => (await asked())?.methods['GET'] === 1, 'a request');
    expect((await asked())!.authorizations.filter(Boolean)).to.deep.equal([]);
    expect(other.access, 'nor with requests of its widgets').to.equal(undefined);
  });

  it('use a token, whoever comes later without one', async () => {
    await service.control('tokens', ['good']);
    const registry = new ClientRegistry(systemClock, new Map());
    const [good, cookies] = [new Access('good'), new Access(undefined, 'include')];
    const first = acquire(registry, { ...SETTINGS, access: good });
    await isLive(first);
    const second = acquire(registry, { ...SETTINGS, access: cookies });
    const third = acquire(registry, { ...SETTINGS, access: new Access('Bearer bad') });
    expect(second.lease.access).to.equal(good);
    await service.control('drop');
    await until(() => first.heard.phases.includes('reconnecting'), 'lost');
    await isLive(first);
    third.lease.release();
    first.lease.release();
    expect(second.lease.access, 'where nobody has a token').to.equal(cookies);
    await service.control('tokens', null);
  });

  it('use the token that was given last, whoever came first', async () => {
    await service.control('tokens', ['new']);
    const registry = new ClientRegistry(systemClock, new Map());
    const old = { ...SETTINGS, access: new Access('old') };
    const [first] = [acquire(registry, old), acquire(registry, old)];
    await until(() => first.heard.phases.at(-1) === 'stopped', 'stopped');
    first.lease.configure({ ...SETTINGS, access: new Access('new') });
    await isLive(first);
    await service.control('tokens', null);
  });
});
