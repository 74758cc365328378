import { html, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { ClusterNode } from '../../model/cluster.js';
import { nodesAsCsv, plainLabels } from '../../model/nodes-as-csv.js';
import type { Formats } from '../../text/formats.js';
import type { NodesMessages } from '../../text/nodes.js';
import { saveFile } from '../parts/save-file.js';
import { Copier } from '../parts/copier.js';
import { menuKey } from './menu.js';
import { nodesAsText } from './nodes-as-text.js';

export const EXPORT_FORMATS = ['csv', 'json', 'text'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** What is exported, and in whose words. */
export interface Exported {
  readonly nodes: readonly ClusterNode[];
  /** Those that were chosen; all that there is where none were. */
  readonly fields: readonly (keyof ClusterNode)[] | undefined;
  /** The cluster's name; may be empty. */
  readonly label: string;
  /** When the figures were received, in UTC, as JSON has it; null where there are none. */
  readonly receivedAt: string | null;
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
  const { nodes, fields, label, receivedAt, text, format } = exported;
  if (as === 'csv') return nodesAsCsv(nodes, fields);
  if (as === 'text') return nodesAsText(nodes, fields, text, format);
  const plain = nodes.map((node) => {
    const all = { ...node, taskLabels: plainLabels(node) };
    return fields ? Object.fromEntries(fields.map((field) => [field, all[field]])) : all;
  });
  return JSON.stringify({ cluster: label, receivedAt, nodes: plain }, null, 2);
}

/** Saves or copies what the list shows, and tells how that went. */
export class NodeExport {
  readonly #copier: Copier;
  readonly #source: ExportSource;

  constructor(host: ReactiveControllerHost, source: ExportSource) {
    this.#copier = new Copier(host);
    this.#source = source;
  }

  view(text: NodesMessages): TemplateResult {
    const words = text.list.export;
    const outcome = this.#copier.outcomeOf('text');
    const copyWord = outcome === 'copied' ? text.node.copied : words.text;
    return html`<details class="menu" part="export" @keydown=${menuKey}>
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
      const outcome = await this.#copier.copy(content, as);
      this.#source.announce(outcome === 'copied' ? text.node.copied : text.list.export.refused);
      return;
    }
    const time = receivedAt?.replace(/\.\d+/, '') ?? '';
    const name = `${label || 'nodes'}-${time}`.replace(/[^\p{L}\p{N}]+/gu, '-');
    const type = as === 'csv' ? 'text/csv' : 'application/json';
    saveFile(`${name}.${as}`, new Blob([content], { type }));
  }
}
