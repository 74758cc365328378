import { html, nothing, type TemplateResult } from 'lit';
import type { NodesMessages } from '../../text/nodes.js';
import type { EmptyPanelOptions } from '../parts/empty-panel.js';
import { notices, problemLine } from '../parts/notices.js';
import type { Situation } from '../parts/situation.js';
import { noDataPanel, noMatchPanel, noNodesPanel } from './node-panels.js';

/** What stands around the nodes. */
export interface ListFrameOptions {
  /** What the nodes are called as a whole. */
  readonly title: string;
  readonly text: NodesMessages;
  readonly ago: (at: number) => string;
  readonly now: Situation;
  /** How many nodes the cluster has. */
  readonly total: number;
  /** How many of them are shown, in words. */
  readonly count: string;
  /** When they were received, in words, for paper. */
  readonly at: string;
  readonly isOutOfOrder: boolean;
  readonly announcement: string;
  readonly panels: EmptyPanelOptions;
  readonly toolbar: () => TemplateResult;
  /** The nodes, or `undefined` where none was asked for. */
  readonly nodes: (() => TemplateResult) | undefined;
  readonly showAll: () => void;
}

/** What is odd, the controls, how many nodes there are, and the nodes, or why there are none. */
export function listFrame(options: ListFrameOptions): TemplateResult {
  return html`<div class="frame" part="frame" role="group" aria-label=${options.title}>
    ${body(options)}
    <p class="visually-hidden" role="status">${options.announcement}</p>
  </div>`;
}

function body(options: ListFrameOptions): TemplateResult {
  const { text, now, nodes, panels } = options;
  if (now.empty) return noDataPanel(now.empty, now, panels);
  const above = html`${notices(now, text, options.ago)}
  ${problemLine(now, text, panels.cluster.reconnect)}`;
  const isOld = now.oldSince !== undefined;
  if (options.total === 0) return html`${above} ${noNodesPanel(text, isOld || now.unread > 0)}`;
  return html`${above} ${options.toolbar()}
    <p class="status small muted" part="status">
      <span data-at=${options.at}>${options.count}</span>
      ${options.isOutOfOrder ? html`<span>${text.list.held}</span>` : nothing}
    </p>
    <div class="scroller ${isOld ? 'old' : ''}" part="scroller">
      <div class="whole">${nodes ? nodes() : noMatchPanel(text, options.showAll)}</div>
    </div>`;
}
