import { css } from 'lit';
import { boxStyles } from './box.styles.js';
import { progressStyles } from './progress-bar.js';

/** Rows of what is under way or over, in a card. */
export const sendingCardStyles = [
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
  `,
  progressStyles,
];
