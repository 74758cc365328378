import { css, type CSSResultGroup } from 'lit';
import { sharedStyles } from '../castray-element.js';
import { detailStyles } from '../node-parts/node-details.js';
import { factStyles } from '../node-parts/node-marks.js';
import { figureStyles } from '../node-parts/node-figures.js';
import { nodeButtonStyles } from '../node-parts/node-buttons.js';
import { panelStyles } from '../parts/empty-panel.js';
import { boxStyles } from '../parts/box.styles.js';
import { helpStyles } from '../parts/help.js';
import { meterStyles } from '../parts/meter.js';
import { noticeStyles } from '../parts/notices.js';
import { sparklineStyles } from './sparkline.js';

export const nodeDetailStyles: CSSResultGroup = [
  sharedStyles,
  boxStyles,
  helpStyles,
  meterStyles,
  noticeStyles,
  panelStyles,
  factStyles,
  figureStyles,
  nodeButtonStyles,
  detailStyles,
  sparklineStyles,
  css`
    .header h2 {
      font-size: 16px;
      overflow-wrap: anywhere;
    }

    .actions {
      display: flex;
      align-items: center;
      gap: var(--_space);
      margin-inline-start: auto;
    }

    .times {
      flex: 1 0 100%;
      display: flex;
      flex-wrap: wrap;
      justify-content: space-between;
      gap: 0 calc(4 * var(--_space));
      font-variant-numeric: tabular-nums;
    }

    .history .details {
      grid-template-columns: repeat(auto-fill, minmax(min(100%, 200px), 1fr));
    }

    h3 {
      margin: 0 0 calc(2 * var(--_space));
      padding-block-start: calc(3 * var(--_space));
      border-block-start: 1px solid var(--_border);
      font-size: inherit;
      font-weight: 600;
    }
  `,
];
