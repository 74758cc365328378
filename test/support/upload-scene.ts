import type { Access } from '../../src/connection/access.js';
import { makeProblem } from '../../src/connection/problem.js';
import type { RestResult } from '../../src/connection/rest-client.js';
import type { UploadRequest } from '../../src/connection/upload.js';
import type { ClusterState } from '../../src/store/cluster-state.js';
import type { ClusterStore } from '../../src/store/cluster-store.js';
import type { UploadState } from '../../src/store/uploads/file-upload.js';
import type { NameAnswer } from '../../src/store/uploads/upload-item.js';
import { UploadQueue } from '../../src/store/uploads/upload-queue.js';
import { FakeClock } from './fake-clock.js';
import { until } from './wait.js';

const SETTINGS = {
  targetNode: 'M2',
  maxSize: 1000,
  targetFolder: '/uploads/',
  uploadsFolder: '/tmp/castray_uploads/',
};

interface Sent extends UploadRequest {
  readonly answer: (body: object) => void;
  /** The connection breaks. */
  readonly break: () => void;
}

/** A queue of uploads on a service whose answers the test gives. Each file has 100 bytes. */
export class UploadScene {
  readonly clock = new FakeClock();
  readonly queue: UploadQueue;
  /** What was sent, in that order. */
  readonly sent: Sent[] = [];
  /** Addresses of services with paths of files on them. */
  readonly disk = new Set<string>();
  /** Whether the service tells which files it has. */
  tells = true;
  #moved: (state: ClusterState) => void = () => undefined;

  constructor() {
    const access: Partial<Access> = {
      fetch: (address) => {
        const { origin, searchParams } = new URL(address);
        const isThere = this.disk.has(`${origin}${searchParams.get('path')}`);
        return Promise.resolve(
          new Response('{}', { status: !this.tells ? 403 : isThere ? 200 : 404 }),
        );
      },
    };
    const store = {
      state: { endpoint: { apiBase: { url: 'http://a' } } },
      access,
      subscribe: (listener: (state: ClusterState) => void) => {
        this.#moved = listener;
        return () => undefined;
      },
    };
    this.queue = new UploadQueue(store as unknown as ClusterStore, this.clock, (request) =>
      this.#send(request),
    );
  }

  get states(): UploadState[] {
    return this.queue.state.uploads.map(({ state }) => state);
  }

  add(...paths: string[]): void {
    this.addWith({}, ...paths);
  }

  addWith(settings: Partial<typeof SETTINGS>, ...paths: string[]): void {
    const file = new Blob(['x'.repeat(100)]);
    this.queue.add(
      paths.map((path) => ({ file, path })),
      { ...SETTINGS, ...settings },
    );
  }

  /** The user wants the nth, from 0, once more. */
  again(nth: number): void {
    this.queue.retry(this.queue.state.uploads[nth]!.key);
  }

  /** The user answers what is to happen with the nth. */
  settle(nth: number, answer: NameAnswer): void {
    this.queue.settle(this.queue.state.uploads[nth]!.key, answer);
  }

  /** The provider gets another address. */
  moveTo(url: string): void {
    this.#moved({ endpoint: { apiBase: { url } } } as ClusterState);
  }

  async isSent(count: number): Promise<void> {
    await until(() => this.sent.length === count, `${count} sent`);
  }

  async says(...states: UploadState[]): Promise<void> {
    await until(() => this.states.join() === states.join(), states.join());
  }

  /** The service takes what was sent as the nth, from 0. */
  store(nth: number): void {
    const { apiBase, name, progress, answer } = this.sent[nth]!;
    progress(100);
    this.disk.add(`${apiBase}${SETTINGS.uploadsFolder}${name}`);
    answer({ success: true, size: 100 });
  }

  #send(request: UploadRequest): Promise<RestResult> {
    const { apiBase: address, signal } = request;
    return new Promise((done) => {
      const answer = (body: object): void =>
        done({ ok: true, text: JSON.stringify(body), address, requestedAt: 0, receivedAt: 0 });
      const broken = (): void =>
        done({ ok: false, problem: makeProblem('unreachable', address, 0) });
      signal.addEventListener('abort', broken);
      this.sent.push({ ...request, answer, break: broken });
    });
  }
}
