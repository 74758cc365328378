import { css, type CSSResultGroup } from 'lit';
import { sharedStyles } from '../castray-element.js';
import { panelStyles } from '../parts/empty-panel.js';
import { meterStyles } from '../parts/meter.js';
import { noticeStyles } from '../parts/notices.js';
import { frameStyles } from '../parts/scroll-frame.styles.js';
import { tableStyles } from '../parts/table.styles.js';
import { toolbarStyles } from '../parts/toolbar.styles.js';
import { nodeButtonStyles } from '../node-parts/node-buttons.js';
import { mapChangeStyles } from './map/map-changes.js';
import { mapStyles } from './map/map.styles.js';
import { cardStyles } from './node-cards.styles.js';
import { detailStyles } from '../node-parts/node-details.js';
import { factStyles } from '../node-parts/node-marks.js';
import { figureStyles } from '../node-parts/node-figures.js';
import { chooserStyles } from './column-chooser.js';
import { changeStyles } from './change-marks.js';
import { newsStyles } from './news-mark.js';
import { menuStyles } from './menu.js';
import { nodePanelStyles } from './node-panels.js';
import { nodeTableStyles } from './node-table.styles.js';

/** Rows that are drawn only where they can be seen. */
const windowStyles = css`
  /* the browser would take a row that shows another node for one that has moved */
  .whole {
    position: relative;
    overflow-anchor: none;
  }

  /* keeps the focus, far from where its row would be */
  .parked {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }

  .status {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0 calc(4 * var(--_space));
    padding: 0 calc(3 * var(--_space)) calc(1.5 * var(--_space));
    font-variant-numeric: tabular-nums;
  }
`;

export const nodeListStyles: CSSResultGroup = [
  sharedStyles,
  frameStyles,
  meterStyles,
  noticeStyles,
  panelStyles,
  factStyles,
  figureStyles,
  nodeButtonStyles,
  detailStyles,
  nodePanelStyles,
  toolbarStyles,
  menuStyles,
  newsStyles,
  changeStyles,
  chooserStyles,
  tableStyles,
  nodeTableStyles,
  cardStyles,
  mapStyles,
  mapChangeStyles,
  windowStyles,
];
