import { css, html, nothing, type TemplateResult } from 'lit';
import { NODE_FIGURES } from '../../model/shares.js';
import { isKnown } from '../../model/unknown.js';
import type { StateSince } from '../../store/node-news.js';
import type { Formats } from '../../text/formats.js';
import type { NodesMessages } from '../../text/nodes.js';
import { copyButton } from './node-buttons.js';
import {
  labelTexts,
  networkMark,
  objectStoreText,
  roleText,
  stateMark,
  workText,
} from './node-marks.js';
import { figureName, nodeFigure } from './node-figures.js';
import type { NodeItem } from './node-item.js';

/** Everything that is known of a node; what is not known is said to be unknown. */
export function nodeDetails(item: NodeItem): TemplateResult {
  const { node, text, format, since } = item;
  const words = text.node;
  const labels = labelTexts(node, text).join(' · ');
  return html`<dl class="details" part="details">
    ${fact(words.state, stateMark(node, text))}
    ${since ? fact(words.since, sinceText(since, text, format)) : nothing}
    ${node.stateMessage ? fact(words.reason, node.stateMessage, 'wide') : nothing}
    ${fact(words.role, roleText(node, text))} ${fact(words.workStatus, workText(node, text))}
    ${fact(words.network, networkMark(node, text))}
    ${NODE_FIGURES.map((figure) => fact(figureName(figure, text), nodeFigure(figure, item)))}
    ${fact(text.cluster.objectStore, objectStoreText(item))}
    ${fact(words.labels, labels || text.none)}
    ${fact(words.ip, isKnown(node.nodeIp) ? node.nodeIp : text.unknown)}
    ${fact(
      words.id,
      html`<span class="full-id"><code>${node.nodeId}</code>${copyButton(item)}</span
        >${outcome(item)}`,
      'wide',
    )}
  </dl>`;
}

export function fact(name: string, value: unknown, width: '' | 'wide' = ''): TemplateResult {
  return html`<div class="fact ${width}">
    <dt>${name}</dt>
    <dd>${value}</dd>
  </div>`;
}

/** A change that nobody saw was at the latest when the page first heard of it. */
function sinceText({ at, isSeen }: StateSince, { node }: NodesMessages, format: Formats): string {
  const time = format.time(at);
  return isSeen ? time : node.orEarlier(time);
}

/** The way out where the clipboard is refused: one click marks the whole id. */
function outcome({ text, copyOutcome }: NodeItem): TemplateResult | typeof nothing {
  if (!copyOutcome) return nothing;
  return html`<span class="small">
    ${copyOutcome === 'copied' ? text.node.copied : text.node.copyFailed}
  </span>`;
}

export const detailStyles = css`
  .details {
    --_p-lines: initial;
    --_p-second: initial;
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(120px, 1fr));
    gap: calc(3 * var(--_space)) calc(5 * var(--_space));
    margin: 0;
    overflow-wrap: anywhere;
    cursor: auto;
  }

  .fact {
    min-inline-size: 0;
  }

  .fact.wide {
    grid-column: 1 / -1;
  }

  dt {
    color: var(--_text-muted);
    font-size: var(--_font-size-small);
  }

  .full-id {
    display: flex;
    align-items: start;
    gap: var(--_space);
  }

  code {
    font-family: var(--_font-mono);
    user-select: all;
  }
`;
