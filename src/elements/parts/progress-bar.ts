import { css, html, nothing, type TemplateResult } from 'lit';
import { isKnown, type Maybe } from '../../model/unknown.js';
import { boxStyles } from './box.js';

/** How far something is, in percent; of an unknown share no value is read out. */
export function progressBar(percent: Maybe<number>, label: string): TemplateResult {
  return html`<span
    class="progress"
    part="progress"
    role="progressbar"
    aria-label=${label}
    aria-valuemin="0"
    aria-valuemax="100"
    aria-valuenow=${isKnown(percent) ? Math.floor(percent) : nothing}
  >
    <svg viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">
      <rect width=${isKnown(percent) ? percent : 0} height="1" />
    </svg>
  </span>`;
}

/** Rows of what is under way or over, in a card. */
export const progressStyles = [
  boxStyles,
  css`
    .card {
      overflow-wrap: anywhere;
    }

    .row {
      display: grid;
      gap: var(--_space);
      padding-block: var(--_row);
      border-block-start: 1px solid var(--_border);
    }

    .line {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--_space) calc(3 * var(--_space));
      min-inline-size: 0;
      font-variant-numeric: tabular-nums;
    }

    .line > .name {
      flex: 1 1 120px;
      min-inline-size: 0;
      font-weight: 600;
    }

    span[data-state='completed'],
    span[data-state='stored'] {
      color: var(--_good);
    }

    span[data-state='failed'] {
      color: var(--_bad);
    }

    span[data-state='unknown'],
    span[data-state='lost-contact'],
    span[data-state='stalled'],
    span[data-state='exists'] {
      color: var(--_warning);
    }

    .progress {
      display: block;
      block-size: 6px;
      overflow: hidden;
      border-radius: 3px;
      background: var(--_track);
    }

    .progress svg {
      inline-size: 100%;
      block-size: 100%;
      fill: var(--_accent);
    }

    @media (forced-colors: active) {
      .progress {
        border: 1px solid CanvasText;
      }

      .progress svg {
        fill: Highlight;
      }
    }
  `,
];
