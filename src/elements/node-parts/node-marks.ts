import { css, html, nothing, svg, type TemplateResult } from 'lit';
import type { ClusterNode, NodeState } from '../../model/cluster.js';
import { isKnown } from '../../model/unknown.js';
import type { NodesMessages } from '../../text/nodes.js';
import { icon } from '../parts/icons.js';
import type { NodeItem } from './node-item.js';

/** A shape for each state, so that colour is not needed to tell them apart. */
const STATE_SHAPES: Readonly<Record<NodeState, TemplateResult>> = {
  ALIVE: stateShape(svg`<circle cx="5" cy="5" r="4" />`),
  DEAD: stateShape(svg`<path d="m1.5 1.5 7 7m0-7-7 7" />`),
  unknown: stateShape(svg`<circle cx="5" cy="5" r="3.5" stroke-dasharray="2 2" fill="none" />`),
};

function stateShape(shape: TemplateResult): TemplateResult {
  return html`<svg class="state-shape" viewBox="0 0 10 10" aria-hidden="true">${shape}</svg>`;
}

/** Alive or dead, in a shape and a word. */
export function stateMark({ state }: ClusterNode, text: NodesMessages): TemplateResult {
  return html`<span class="state" part="state" data-state=${state}
    >${STATE_SHAPES[state]}<span>${text.node.states[state]}</span></span
  >`;
}

/** Why Ray considers the node dead, in Ray's words. */
export function reason({ stateMessage }: ClusterNode): TemplateResult | typeof nothing {
  if (!stateMessage) return nothing;
  return html`<span class="reason small" part="reason" title=${stateMessage}
    >${stateMessage}</span
  >`;
}

export function roleText({ isHeadNode }: ClusterNode, { node: words }: NodesMessages): string {
  if (!isKnown(isHeadNode)) return words.roleUnknown;
  return isHeadNode ? words.head : words.worker;
}

/** Head or worker; the one head among a thousand workers stands out. */
export function roleMark(node: ClusterNode, text: NodesMessages): TemplateResult {
  const word = roleText(node, text);
  return node.isHeadNode === true
    ? html`<span class="badge small" part="head-badge">${word}</span>`
    : html`<span class="muted small">${word}</span>`;
}

export function networkMark({ connectionType }: ClusterNode, text: NodesMessages): TemplateResult {
  return html`<span class="network"
    >${isKnown(connectionType) ? icon(connectionType) : nothing}<span
      class=${isKnown(connectionType) ? '' : 'muted'}
      >${text.node.connection[connectionType]}</span
    ></span
  >`;
}

export function workText({ workStatus }: ClusterNode, text: NodesMessages): TemplateResult {
  return html`<span class="work" data-work=${workStatus}>${text.node.work[workStatus]}</span>`;
}

export function objectStoreText({ node, text, format }: NodeItem): string {
  const { objectStoreBytes } = node;
  return isKnown(objectStoreBytes) ? format.bytes(objectStoreBytes) : text.unknown;
}

/** CastRay's labels in the language; words that it has never used before stand as they came. */
export function labelTexts({ taskLabels }: ClusterNode, text: NodesMessages): string[] {
  return taskLabels.map((label) =>
    typeof label === 'object' ? label.text : text.taskLabels[label],
  );
}

export const factStyles = css`
  .state,
  .network {
    display: inline-flex;
    align-items: center;
    gap: calc(1.5 * var(--_space));
    overflow-x: clip;
  }

  /* one line where rows have one */
  .state > span {
    flex-shrink: var(--_p-lines, 1);
  }

  .state-shape {
    flex: none;
    inline-size: 10px;
    block-size: 10px;
    overflow: visible;
    fill: var(--_text-muted);
    stroke: var(--_text-muted);
    stroke-width: 1;
  }

  [data-state='ALIVE'] .state-shape {
    fill: var(--_good);
    stroke: var(--_good);
  }

  .state[data-state='DEAD'] {
    color: var(--_bad);
    font-weight: 600;
  }

  [data-state='DEAD'] .state-shape {
    stroke: var(--_bad);
    stroke-width: 2.5;
    stroke-linecap: round;
  }

  /* two lines are enough: the whole stands in the title, and in the details */
  .labels {
    display: -webkit-box;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: calc(1 + var(--_p-lines, 1));
    overflow-wrap: anywhere;
  }

  .network .icon,
  .work[data-work='unknown'] {
    color: var(--_text-muted);
  }

  .badge {
    padding: 0 calc(1.5 * var(--_space));
    border: 1px solid var(--_accent);
    border-radius: var(--_radius);
    color: var(--_accent);
    white-space: nowrap;
  }
`;
