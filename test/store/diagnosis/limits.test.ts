import { expect } from '@open-wc/testing';
import type { CheckId } from '../../../src/store/diagnosis/check.js';
import { resolveEndpoint } from '../../../src/connection/endpoint.js';
import { makeProblem, type ProblemCode } from '../../../src/connection/problem.js';
import type { Evidence, PageFacts } from '../../../src/store/diagnosis/evidence.js';
import { FAILING_FOR } from '../../../src/store/diagnosis/failure-watch.js';
import { judge } from '../../../src/store/diagnosis/judge.js';
import type { Answer } from '../../../src/store/diagnosis/probes.js';
import { frameReport, wireNode } from '../../support/wire.js';

const PAGE: PageFacts = {
  url: 'https://page.example/',
  base: 'https://page.example/',
  isOnline: true,
  localNetwork: 'unknown',
  refused: [],
};

/** Evidence made up: nothing is asked of anybody. */
function verdicts(settings: Parameters<typeof resolveEndpoint>[0], more: Partial<Evidence>) {
  const evidence: Evidence = {
    endpoint: resolveEndpoint(settings, {}, PAGE.url),
    problems: [],
    memoryFigure: 'available',
    unread: 0,
    hasDelivered: false,
    page: PAGE,
    status: null,
    dashboard: null,
    socket: null,
    derivedSocket: null,
    files: null,
    others: [],
    othersDone: true,
    services: new Map(),
    ...more,
  };
  const { checks, cause } = judge(evidence, 0, true);
  const of = (wanted: CheckId): string => {
    const { state, finding } = checks.find(({ id }) => id === wanted)!;
    return `${state} ${finding}`;
  };
  return Object.assign(of, { cause });
}

const failed = (address: string, code: ProblemCode): Answer => ({
  address,
  ms: 1,
  problem: makeProblem(code, address, 0),
});

const HTTPS = 'https://castray.example';
const HTTP = 'http://castray.example';

describe('the limits of the doctor’s verdicts', () => {
  it('call a WebSocket slow from over 200 ms, each of its two times', () => {
    const times = (handshakeMs: number, frameMs: number) => {
      const of = verdicts({ apiBase: HTTPS }, { socket: { address: HTTPS, handshakeMs, frameMs } });
      return [of('handshake'), of('frame')];
    };
    expect(times(200, 201)).to.deep.equal(['passed fine', 'passed slow']);
    expect(times(201, 200)).to.deep.equal(['passed slow', 'passed fine']);
  });

  it('blame the page, and nobody else, for what its browser keeps back', () => {
    const of = verdicts(
      { apiBase: HTTP, fileServerUrl: HTTP },
      {
        status: failed(HTTP, 'unreachable'),
        files: failed(HTTP, 'unreachable'),
        socket: { ...failed('ws://castray.example/ws', 'socket-blocked') },
      },
    );
    expect(of('secure')).to.equal('failed mixed');
    for (const id of ['status', 'files', 'handshake'] as const) {
      expect(of(id), id).to.equal('failed blocked');
    }
    expect(of('ports')).to.equal('skipped fine');
  });

  it('name the fault of CastRay first, where only the file server is kept from the page', () => {
    const files = failed(HTTP, 'unreachable');
    const settings = { apiBase: HTTPS, fileServerUrl: HTTP };
    const broken = verdicts(settings, { files, status: failed(HTTPS, 'http-status') });
    expect(broken('secure')).to.equal('failed mixed');
    expect(broken.cause?.id).to.equal('status');
    const { cause } = verdicts(settings, { files });
    expect(cause?.id, 'nothing else is wrong').to.equal('secure');
    expect(cause?.facts.origin).to.equal(HTTP);
    const page = { ...PAGE, refused: ['https://files.example'] };
    const fileServerUrl = 'https://files.example/at';
    const refused = verdicts({ apiBase: HTTPS, fileServerUrl }, { page, files });
    expect(refused.cause?.id).to.equal('csp');
    expect(refused.cause?.facts.origin).to.equal('https://files.example');
  });

  it('take what a policy refuses for that of the same scheme, host and port', () => {
    const of = (url: string, refused: string) =>
      verdicts(
        { apiBase: url },
        { status: failed(url, 'unreachable'), page: { ...PAGE, refused: [refused] } },
      )('csp');
    expect(of(HTTPS, `${HTTPS}/api/status`)).to.equal('failed csp-forbids');
    expect(of(`${HTTPS}/at`, `${HTTPS}:443`)).to.equal('failed csp-forbids');
    for (const other of [HTTP, `${HTTPS}:8443`, 'eval', ''])
      expect(of(HTTPS, other), other).to.equal('passed fine');
  });

  it('find with the page what keeps it from another of its services', () => {
    const services = new Map([['rayApiBase', failed(HTTP, 'unreachable')]] as const);
    const of = verdicts({ apiBase: HTTPS }, { services });
    expect(of('service.rayApiBase')).to.equal('failed blocked');
    expect(of('secure')).to.equal('failed mixed');
  });

  it('say that CastRay is nowhere once all other addresses are asked, where there are any', () => {
    const status = failed(HTTPS, 'unreachable');
    const others = [failed('https://other.example', 'unreachable')];
    const ports = (more: Partial<Evidence>) =>
      verdicts({ apiBase: HTTPS }, { status, ...more })('ports');
    expect(ports({ others })).to.equal('skipped nowhere');
    expect(ports({ others, othersDone: false })).to.equal('running fine');
    expect(ports({})).to.equal('skipped fine');
  });

  it('speak of a permission where one is missing, and of no network where the browser does', () => {
    const address = 'https://m10.local';
    const of = (page: Partial<PageFacts>) =>
      verdicts(
        { apiBase: address },
        { status: failed(address, 'unreachable'), page: { ...PAGE, ...page } },
      );
    expect(of({})('network')).to.equal('warned permission');
    expect(of({ localNetwork: 'granted' })('network')).to.equal('passed fine');
    expect(of({})('online'), 'nothing answers, and the browser is online').to.equal('passed fine');
    expect(of({ isOnline: false })('online')).to.equal('warned offline');
  });

  it('suspect memory over 85 % on every node while no CPU does more than idle', () => {
    const memory = (...nodes: readonly (readonly [left: number, cpu: number])[]) => {
      const wire = nodes.map(([left, cpu], n) => wireNode(n + 1, { memory: left, cpu }));
      const dashboard: Answer = { address: HTTPS, ms: 1, report: frameReport(wire) };
      return verdicts({ apiBase: HTTPS }, { dashboard })('memory');
    };
    expect(memory([14, 29], [14, 29])).to.equal('warned inverted');
    expect(memory([14, 29], [15, 29]), 'one at 85 %').to.equal('passed fine');
    expect(memory([14, 29], [14, 30]), 'one at work').to.equal('passed fine');
    const report = frameReport([wireNode(1, { state: 'DEAD' })]);
    const dead = verdicts({ apiBase: HTTPS }, { dashboard: { address: HTTPS, ms: 1, report } });
    expect(dead('memory'), 'nobody is left').to.equal('passed fine');
  });

  it('come by themselves after 10 s of failing', () => {
    expect(FAILING_FOR).to.equal(10_000);
  });
});
