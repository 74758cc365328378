import { css, html, type TemplateResult } from 'lit';
import type { ClusterNode } from '../../model/cluster.js';
import type { NodeFigure } from '../../model/shares.js';
import { isKnown, type Maybe } from '../../model/unknown.js';
import type { NodesMessages } from '../../text/nodes.js';
import { meter } from '../parts/meter.js';
import type { NodeItem } from './node-item.js';

/** A node, and in whose words. */
type FigureItem = Pick<NodeItem, 'node' | 'text' | 'format'>;

/** A share of one node as a meter, and below it of how much. */
export function nodeFigure(figure: NodeFigure, item: FigureItem): TemplateResult {
  const { node, text, format } = item;
  if (figure === 'gpu' && node.gpuCount === 0) {
    return html`<span class="figure-cell gpu muted">${text.node.noGpu}</span>`;
  }
  const percent = percentOf(figure, node);
  const label = text.comma(figureName(figure, text), node.name);
  return html`<span class="figure-cell ${figure}"
    >${meter({ percent, label, text, format })}<span class="total muted small"
      >${totalOf(figure, item)}</span
    ></span
  >`;
}

export function figureName(figure: NodeFigure, text: NodesMessages): string {
  return text.cluster[figure];
}

export function percentOf(figure: NodeFigure, node: ClusterNode): Maybe<number> {
  return node[`${figure}Percent`];
}

/** Empty where it is unknown: the meter above has said so, or has a share to show without it. */
function totalOf(figure: NodeFigure, { node, text, format }: FigureItem): string {
  const { cores, gpus } = text.cluster;
  switch (figure) {
    case 'cpu':
      return write(node.cpuCores, (n) => cores(n, format.number(n)));
    case 'memory':
      return write(node.memoryBytes, (n) => format.bytes(n));
    case 'gpu':
      return write(node.gpuCount, (n) => gpus(n, format.number(n)));
  }
}

function write(amount: Maybe<number>, toText: (amount: number) => string): string {
  return isKnown(amount) ? toText(amount) : '';
}

export const figureStyles = css`
  .figure-cell {
    display: block;
    min-inline-size: 0;
  }

  .figure-cell .meter {
    display: flex;
  }

  .figure-cell .figure.muted {
    min-inline-size: 0;
    overflow: hidden;
    text-align: inherit;
    text-overflow: ellipsis;
  }

  .figure-cell .total {
    display: var(--_p-second, block);
    padding-block-start: 1px;
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
`;
