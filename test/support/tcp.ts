import { executeServerCommand } from '@web/test-runner-commands';
import type { TestService } from './castray.js';

/** The verbs of test/faults/tcp-fault-server.mjs, each with what it takes. */
export interface TcpFaults {
  refuse: undefined;
  silent: undefined;
  halfOpen: undefined;
  reset: undefined;
  cutFrame: undefined;
  drip: { bytesPerSecond: number };
  noUpgrade: { status: number } | { strip: true };
  idleCut: { ms: number };
  lifetime: { ms: number };
  pass: undefined;
}

/** The network between the page and a service, with the faults that networks have. */
export class TestNetwork {
  readonly apiBase: string;
  readonly wsUrl: string;
  readonly #port: number;

  constructor(host: string, port: number) {
    this.apiBase = `http://${host}:${port}`;
    this.wsUrl = `ws://${host}:${port}/ws`;
    this.#port = port;
  }

  /** Makes the network do something; it is done when the promise resolves. */
  async control<V extends keyof TcpFaults>(verb: V, payload?: TcpFaults[V]): Promise<void> {
    await executeServerCommand('tcp:control', { port: this.#port, verb, payload });
  }
}

/** Puts a network in front of a service, at an address of loopback; it ends with the test file at the latest. */
export async function startNetwork(
  { apiBase }: TestService,
  host = '127.0.0.1',
): Promise<TestNetwork> {
  const options = { to: Number(new URL(apiBase).port), host };
  const { port } = await executeServerCommand<{ port: number }, typeof options>(
    'tcp:start',
    options,
  );
  return new TestNetwork(host, port);
}

after(async () => {
  await executeServerCommand('tcp:stop');
});
