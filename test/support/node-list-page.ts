import { fixtureCleanup } from '@open-wc/testing';
import { sendMouse } from '@web/test-runner-commands';
import { html, type TemplateResult } from 'lit';
import '../../src/define/castray-provider.js';
import '../../src/define/castray-node-list.js';
import type { CastrayNodeList } from '../../src/elements/castray-node-list/castray-node-list.js';
import { startService, type TestService } from './castray.js';
import { mountProvider, visibleText } from './cluster-page.js';
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
export class NodeListPage {
  readonly service: TestService;
  readonly list: CastrayNodeList;

  constructor(service: TestService, list: CastrayNodeList) {
    this.service = service;
    this.list = list;
  }

  /** Takes it from the page, and ends its service. */
  async end(): Promise<void> {
    fixtureCleanup();
    await this.service.stop();
  }

  get root(): ShadowRoot {
    return this.list.shadowRoot!;
  }

  /** Names of the nodes, as they stand from top to bottom. */
  get names(): string[] {
    return [...this.root.querySelectorAll("[part='name']")].map(visibleText);
  }

  get text(): string {
    return visibleText(this.list);
  }

  find(selector: string): HTMLElement {
    const found = this.root.querySelector<HTMLElement>(selector);
    if (!found) throw new Error(`nothing is ${selector}`);
    return found;
  }

  /** The row or card of a node. */
  node(name: string): HTMLElement {
    const button = [...this.root.querySelectorAll<HTMLElement>("[part='name']")].find(
      (item) => visibleText(item) === name,
    );
    const node = button?.closest<HTMLElement>('[data-node]');
    if (!node) throw new Error(`no node ${name} among ${this.names.join(', ')}`);
    return node;
  }

  /** The control of a node that is called so. */
  nodeButton(name: string, action: 'name' | 'details-button' | 'copy-button'): HTMLElement {
    return this.node(name).querySelector<HTMLElement>(`[part='${action}']`)!;
  }

  /** The first button whose text begins so. */
  button(text: string): HTMLButtonElement {
    const found = [...this.root.querySelectorAll('button')].find((button) =>
      visibleText(button).startsWith(text),
    );
    if (!found) throw new Error(`no button ${text}`);
    return found;
  }

  /** Sends a frame with these nodes and waits until the page has them. */
  async send(nodes: readonly WireNode[]): Promise<void> {
    const provider = this.list.closest('castray-provider')!;
    const before = provider.snapshot;
    await this.service.control('frame', { type: 'cluster_status', data: { nodes } });
    // an answer of REST may come in between: it is another snapshot, but not this one
    await until(
      () => provider.snapshot !== before && provider.snapshot?.source === 'websocket',
      'the frame',
    );
    await this.list.updateComplete;
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

/** Shows markup that holds a provider with a list, and waits for the rows. */
export async function showList(
  service: TestService,
  markup: TemplateResult,
): Promise<NodeListPage> {
  fixtureCleanup();
  const provider = await mountProvider(markup);
  const list = provider.querySelector('castray-node-list')!;
  await until(() => provider.connection.phase === 'live', 'live');
  await list.updateComplete;
  return new NodeListPage(service, list);
}

/** A list with these attributes, on a service of its own that says only what the test says. */
export async function showHeld(
  attributes: Readonly<Record<string, string>> = {},
  nodes?: readonly WireNode[],
): Promise<NodeListPage> {
  const service = await startHeld(nodes);
  const list = document.createElement('castray-node-list');
  for (const [name, value] of Object.entries(attributes)) list.setAttribute(name, value);
  return showList(
    service,
    html`<div>
      <castray-provider api-base=${service.apiBase} lang="en">${list}</castray-provider>
    </div>`,
  );
}
