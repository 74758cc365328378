import { css, type CSSResultGroup } from 'lit';
import { sharedStyles } from '../castray-element.js';
import { panelStyles } from '../parts/empty-panel.js';
import { noticeStyles } from '../parts/notices.js';
import { sendingCardStyles } from '../parts/sending-card.styles.js';

export const transfersStyles: CSSResultGroup = [
  sharedStyles,
  noticeStyles,
  panelStyles,
  sendingCardStyles,
  css`
    form {
      display: flex;
      flex-wrap: wrap;
      align-items: end;
      gap: calc(2 * var(--_space)) calc(3 * var(--_space));
    }

    label {
      display: grid;
      flex: 1 1 120px;
      gap: var(--_space);
      min-inline-size: 0;
    }

    label.file {
      flex-grow: 2;
    }

    label > * {
      min-inline-size: 0;
      inline-size: 100%;
    }

    .fault {
      flex-basis: 100%;
    }

    .line > h3 {
      flex: 1;
      margin: 0;
      font-size: inherit;
      font-weight: 600;
    }

    .count {
      font-weight: 400;
    }
  `,
];
