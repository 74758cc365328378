import { fixtureCleanup } from '@open-wc/testing';
import { sendMouse } from '@web/test-runner-commands';
import '../../src/define/castray-provider.js';
import '../../src/define/castray-node-list.js';
import type { CastrayNodeList } from '../../src/elements/castray-node-list/castray-node-list.js';
import type { CastrayProvider } from '../../src/elements/castray-provider/castray-provider.js';
import { startService, type TestService } from './castray.js';
import { mountWidget, visibleText } from './cluster-page.js';
import { ShadowPage } from './shadow-page.js';
import { until } from './wait.js';
import { wireNode, type WireNode } from './wire.js';

/** A small cluster: a head with a GPU, two busy workers, one that is dead. */
export const SMALL: readonly WireNode[] = [
  wireNode(1, { name: 'Node-10', cpu: 20, memory: 50 }),
  wireNode(2, { name: 'Node-2', cpu: 70, memory: 40, connectionType: 'wireless' }),
  wireNode(3, { name: 'Alpha', state: 'DEAD', status: 'dead', stateMessage: 'received SIGTERM' }),
  wireNode(4, {
    name: 'Head',
    isHeadNode: true,
    cpu: 90,
    memory: 99,
    gpu: 35,
    tasks: ['GPU计算任务'],
    workStatus: 'detecting',
    resources: { totalCpu: 8, totalMemory: 32, totalGpu: 2, objectStore: 1 },
  }),
];

/** A list in a provider on a service that says only what the test says. */
export class NodeListPage extends ShadowPage<CastrayNodeList> {
  readonly service: TestService;

  constructor(element: CastrayNodeList, service: TestService) {
    super(element);
    this.service = service;
  }

  /** Waits until the connection is live. */
  static async mount(
    service: TestService,
    settings: Partial<CastrayProvider> = {},
    attributes: Readonly<Record<string, string>> = {},
  ) {
    const list = await mountWidget('castray-node-list', service, settings, attributes);
    const page = new NodeListPage(list, service);
    await until(() => page.provider.connection.phase === 'live', 'live');
    await list.updateComplete;
    return page;
  }

  /** Takes it from the page, and ends its service. */
  async end(): Promise<void> {
    fixtureCleanup();
    await this.service.stop();
  }

  /** Names of the nodes, as they stand from top to bottom. */
  get names(): string[] {
    return this.all("[part='name']").map(visibleText);
  }

  /** The row or card of a node. */
  node(name: string): HTMLElement {
    const button = this.all("[part='name']").find((item) => visibleText(item) === name);
    const node = button?.closest<HTMLElement>('[data-node]');
    if (!node) throw new Error(`no node ${name} among ${this.names.join(', ')}`);
    return node;
  }

  /** The control of a node that is called so. */
  nodeButton(name: string, action: 'name' | 'details-button' | 'copy-button'): HTMLElement {
    return this.node(name).querySelector<HTMLElement>(`[part='${action}']`)!;
  }

  /** Sends a frame with these nodes and waits until the page has them. */
  async send(nodes: readonly WireNode[]): Promise<void> {
    const { provider } = this;
    const before = provider.snapshot;
    await this.service.control('frame', { type: 'cluster_status', data: { nodes } });
    // an answer of REST may come in between: it is another snapshot, but not this one
    await until(
      () => provider.snapshot !== before && provider.snapshot?.source === 'websocket',
      'the frame',
    );
    await this.element.updateComplete;
  }

  /** Puts the pointer on the middle of something, in the way of a user. */
  async pointAt(target: Element): Promise<void> {
    const { x, y, width, height } = target.getBoundingClientRect();
    const position: [number, number] = [Math.round(x + width / 2), Math.round(y + height / 2)];
    await sendMouse({ type: 'move', position });
  }
}

/** Starts a held service with these nodes; ended with the test. */
export async function startHeld(nodes: readonly WireNode[] = SMALL): Promise<TestService> {
  const service = await startService({ churn: false });
  await service.control('hold');
  await service.control('frame', { type: 'cluster_status', data: { nodes } });
  return service;
}

/** A list with these attributes, on a service of its own that says only what the test says. */
export async function showHeld(
  attributes: Readonly<Record<string, string>> = {},
  nodes?: readonly WireNode[],
): Promise<NodeListPage> {
  return NodeListPage.mount(await startHeld(nodes), {}, attributes);
}
