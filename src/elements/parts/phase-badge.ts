import { css, html, type TemplateResult } from 'lit';
import type { ConnectionPhase } from '../../connection/connection-state.js';
import type { Messages } from '../../text/common.js';

const DISC = 'M1 6a5 5 0 1 0 10 0 5 5 0 1 0-10 0';

/** A shape for each kind of phase, so that colour is not needed to tell them apart. */
const SHAPES = {
  good: DISC,
  slower: `${DISC}M4 6a2 2 0 1 0 4 0 2 2 0 1 0-4 0`,
  waiting: `${DISC}M6 2.5a3.5 3.5 0 0 1 0 7z`,
  bad: 'M6 .5 11.8 11H.2z',
  still: 'M2 1h3v10H2zM7 1h3v10H7z',
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
    <svg viewBox="0 0 12 12" aria-hidden="true"><path d=${SHAPES[kind]} /></svg>
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
    inline-size: 12px;
    block-size: 12px;
    fill: var(--_text-muted);
    fill-rule: evenodd;
  }

  [data-kind='good'] svg {
    fill: var(--_good);
  }

  [data-kind='slower'] svg,
  [data-kind='waiting'] svg {
    fill: var(--_warning);
  }

  [data-kind='bad'] svg {
    fill: var(--_bad);
  }
`;
