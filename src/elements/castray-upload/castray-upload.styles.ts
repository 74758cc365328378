import { css, type CSSResultGroup } from 'lit';
import { sharedStyles } from '../castray-element.js';
import { panelStyles } from '../parts/empty-panel.js';
import { sendingCardStyles } from '../parts/sending-card.styles.js';

export const uploadStyles: CSSResultGroup = [
  sharedStyles,
  panelStyles,
  sendingCardStyles,
  css`
    .drop {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      justify-items: center;
      gap: calc(2 * var(--_space));
      padding: calc(4 * var(--_space));
      border: 2px dashed var(--_edge);
      border-radius: var(--_radius);
      text-align: center;
    }

    .drop.over {
      border-color: var(--_accent);
      background: var(--_selected);
    }

    .drop .line {
      justify-content: center;
    }

    .summary {
      flex: 1;
    }

    .path {
      font-family: var(--_font-mono);
      user-select: all;
    }

    .drop label,
    select {
      max-inline-size: 100%;
    }
  `,
];
