import { css, type CSSResultGroup } from 'lit';
import { sharedStyles } from '../castray-element.js';
import { boxStyles } from '../parts/box.styles.js';
import { panelStyles } from '../parts/empty-panel.js';
import { checkListStyles } from './check-list.js';

export const diagnosticsStyles: CSSResultGroup = [
  sharedStyles,
  boxStyles,
  panelStyles,
  checkListStyles,
  css`
    .actions {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--_space) calc(3 * var(--_space));
      margin-inline-start: auto;
    }

    h2 {
      font-size: 16px;
    }

    .actions > :empty {
      position: absolute;
    }

    .verdict {
      padding: calc(2 * var(--_space)) calc(3 * var(--_space));
      border-inline-start: 3px solid var(--_border);
      border-radius: var(--_radius);
      background: var(--_surface-raised);
      overflow-wrap: anywhere;
    }

    .verdict[data-state='passed'] {
      border-color: var(--_good);
    }

    .verdict[data-state='warned'] {
      border-color: var(--_warning);
    }

    .verdict[data-state='failed'] {
      border-color: var(--_bad);
    }

    .verdict strong {
      display: block;
    }

    .verdict button {
      margin-block-start: calc(2 * var(--_space));
      padding-block: var(--_space);
      overflow-wrap: anywhere;
    }

    textarea {
      box-sizing: border-box;
      inline-size: 100%;
      block-size: 160px;
      border: 1px solid var(--_border);
      border-radius: var(--_radius);
      background: var(--_surface);
      color: inherit;
      font: 400 var(--_font-size-small) / 1.4 var(--_font-mono);
    }
  `,
];
