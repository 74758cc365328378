import { css, html, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { ClusterNode } from '../../model/cluster.js';
import { harmless, nodesAsCsv, plainLabels } from '../../model/node-export.js';
import { isKnown } from '../../model/unknown.js';
import type { Formats } from '../../text/formats.js';
import type { NodesMessages } from '../../text/nodes.js';
import { saveText } from '../parts/download.js';
import { IdCopier } from './id-copier.js';
import { labelTexts } from './node-facts.js';
import { figureName, NODE_FIGURES, percentOf } from './node-figures.js';

export const EXPORT_FORMATS = ['csv', 'json', 'text'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** What is exported, and in whose words. */
export interface Exported {
  readonly nodes: readonly ClusterNode[];
  /** The cluster's name; may be empty. */
  readonly label: string;
  /** When the figures were received, in ms since 1970. */
  readonly receivedAt: number;
  readonly text: NodesMessages;
  readonly format: Formats;
}

/** Whose nodes are exported, and who tells how that went. */
export interface ExportSource {
  readonly exported: () => Exported;
  readonly announce: (announcement: string) => void;
}

/** CSV and JSON in the words of the data, for programs; text in those of the reader. */
export function writeNodes(as: ExportFormat, exported: Exported): string {
  const { nodes, label, receivedAt } = exported;
  if (as === 'csv') return nodesAsCsv(nodes);
  if (as === 'text') return nodesAsText(exported);
  const plain = nodes.map((node) => ({ ...node, taskLabels: plainLabels(node) }));
  const at = new Date(receivedAt).toISOString();
  return JSON.stringify({ cluster: label, receivedAt: at, nodes: plain }, null, 2);
}

/** A line for each node, its fields apart by tabs: it can be read, and pasted into a table. */
function nodesAsText({ nodes, text, format }: Exported): string {
  const words = text.node;
  const titles = [
    ...[words.name, words.state, words.reason, words.workStatus],
    ...NODE_FIGURES.map((figure) => figureName(figure, text)),
    ...[words.network, words.labels, words.ip, words.id],
  ];
  const lines = nodes.map((node) => [
    ...[node.name, words.states[node.state], node.stateMessage, words.work[node.workStatus]],
    ...NODE_FIGURES.map((figure) => {
      const share = percentOf(figure, node);
      if (figure === 'gpu' && node.gpuCount === 0) return words.noGpu;
      return isKnown(share) ? format.percent(share) : text.unknown;
    }),
    ...[words.connection[node.connectionType], labelTexts(node, text).join(' · ')],
    ...[isKnown(node.nodeIp) ? node.nodeIp : text.unknown, node.nodeId],
  ]);
  const line = (cells: readonly string[]): string =>
    cells.map((cell) => harmless(cell.replace(/\s+/g, ' '))).join('\t');
  return [titles, ...lines].map(line).join('\n');
}

/** Saves or copies what the list shows, and tells how that went. */
export class NodeExport {
  readonly #copier: IdCopier;
  readonly #source: ExportSource;
  #copied = '';

  constructor(host: ReactiveControllerHost, source: ExportSource) {
    this.#copier = new IdCopier(host);
    this.#source = source;
  }

  view(text: NodesMessages): TemplateResult {
    const words = text.list.export;
    const outcome = this.#copied ? this.#copier.outcomeOf(this.#copied) : undefined;
    const copyWord = outcome === 'copied' ? text.node.copied : words.text;
    return html`<details class="export" part="export">
      <summary part="export-button">${words.title}</summary>
      <div class="group" role="group" aria-label=${words.title}>
        ${EXPORT_FORMATS.map(
          (as) =>
            html`<button type="button" @click=${() => void this.#run(as)}>
              ${as === 'text' ? (outcome === 'refused' ? words.refused : copyWord) : words[as]}
            </button>`,
        )}
      </div>
    </details>`;
  }

  async #run(as: ExportFormat): Promise<void> {
    const exported = this.#source.exported();
    const { text, label, receivedAt } = exported;
    const content = writeNodes(as, exported);
    if (as === 'text') {
      this.#copied = content;
      const outcome = await this.#copier.copy(content);
      this.#source.announce(outcome === 'copied' ? text.node.copied : text.list.export.refused);
      return;
    }
    const time = new Date(receivedAt).toISOString().slice(0, 19).replace(/\D/g, '-');
    const name = `${label || 'nodes'}-${time}`.replace(/[^\p{L}\p{N}]+/gu, '-');
    saveText(`${name}.${as}`, as === 'csv' ? 'text/csv' : 'application/json', content);
  }
}

export const exportStyles = css`
  .export,
  .export[open] {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space);
  }

  .export summary {
    align-self: start;
    min-block-size: 28px;
    padding: calc(var(--_space) + 1px) calc(2 * var(--_space)) 0;
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    line-height: 1.2;
    cursor: pointer;
  }
`;
