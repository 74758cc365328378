import { css, html, svg, type TemplateResult } from 'lit';
import type { ConnectionPhase } from '../../connection/connection-state.js';
import type { Messages } from '../../text/catalogues.js';

/** A shape for each kind of phase, so that colour is not needed to tell them apart. */
const SHAPES = {
  good: svg`<circle cx="6" cy="6" r="5" />`,
  slower: svg`<circle cx="6" cy="6" r="4" fill="none" stroke-width="2.5" />`,
  waiting: svg`<path d="M6 1a5 5 0 0 1 0 10z" /><circle cx="6" cy="6" r="4.5" fill="none" stroke-width="1" />`,
  bad: svg`<path d="M6 .5 11.8 11H.2z" />`,
  still: svg`<path d="M2.5 1h2.5v10H2.5zM7 1h2.5v10H7z" />`,
};

const KIND: Readonly<Record<ConnectionPhase, keyof typeof SHAPES>> = {
  live: 'good',
  polling: 'slower',
  connecting: 'waiting',
  reconnecting: 'waiting',
  stale: 'bad',
  stopped: 'bad',
  unconfigured: 'bad',
  paused: 'still',
};

/** The connection's phase in a shape and a word. */
export function phaseBadge(phase: ConnectionPhase, text: Messages): TemplateResult {
  const kind = KIND[phase];
  return html`<span class="phase" part="phase" data-kind=${kind}>
    <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">${SHAPES[kind]}</svg>
    ${text.phases[phase]}
  </span>`;
}

export const phaseStyles = css`
  .phase {
    display: inline-flex;
    align-items: center;
    gap: calc(1.5 * var(--_space));
    white-space: nowrap;
  }

  .phase svg {
    flex: none;
    fill: var(--_text-muted);
    stroke: var(--_text-muted);
    stroke-width: 0;
  }

  .phase[data-kind='good'] svg {
    fill: var(--_good);
    stroke: var(--_good);
  }

  .phase[data-kind='slower'] svg,
  .phase[data-kind='waiting'] svg {
    fill: var(--_warning);
    stroke: var(--_warning);
  }

  .phase[data-kind='bad'] svg {
    fill: var(--_bad);
    stroke: var(--_bad);
  }
`;
