import { css, type CSSResultGroup } from 'lit';
import { sharedStyles } from '../castray-element.js';
import { phaseStyles } from '../parts/phase-badge.js';
import { phaseLogStyles } from './phase-log-view.js';

export const connectionStyles: CSSResultGroup = [
  sharedStyles,
  phaseStyles,
  phaseLogStyles,
  css`
    .box {
      position: relative;
      padding: var(--_space) calc(2 * var(--_space));
      border: 1px solid var(--_border);
      border-radius: var(--_radius);
      background: var(--_surface);
    }

    .line {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--_space) calc(3 * var(--_space));
      min-block-size: 28px;
    }

    .figures {
      display: flex;
      flex: 1 1 auto;
      flex-wrap: wrap;
      gap: 0 calc(3 * var(--_space));
      font-variant-numeric: tabular-nums;
    }

    .actions {
      display: flex;
      gap: var(--_space);
      margin-inline-start: auto;
    }

    .cause {
      flex: 1 1 200px;
      min-inline-size: 0;
      overflow-wrap: anywhere;
    }
  `,
];
