import { css, type CSSResultGroup } from 'lit';
import { sharedStyles } from '../castray-element.js';
import { panelStyles } from '../parts/empty-panel.js';
import { meterStyles } from '../parts/meter.js';
import { noticeStyles } from '../parts/notices.js';
import { nodeButtonStyles } from './node-buttons.js';
import { mapStyles } from './map/map.styles.js';
import { cardStyles } from './node-cards.styles.js';
import { detailStyles } from './node-details.js';
import { factStyles } from './node-facts.js';
import { figureStyles } from './node-figures.js';
import { exportStyles } from './node-export.js';
import { nodePanelStyles } from './node-panels.js';
import { tableStyles } from './node-table.styles.js';
import { toolbarStyles } from './toolbar.styles.js';

/** The frame. In a column, so that a limited block size limits what scrolls, and nothing else. */
const frameStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    container-type: inline-size;
  }

  .frame {
    display: flex;
    flex-direction: column;
    min-block-size: 0;
    overflow: hidden;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
  }

  .frame > * {
    flex: none;
  }

  .frame > .scroller {
    flex: 0 1 auto;
    container-type: inline-size;
    min-block-size: 120px;
    overflow: auto;
    border-block-start: 1px solid var(--_border);
    overscroll-behavior: contain;
  }

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

  .frame > :is(.notices, .notice) {
    margin: calc(2 * var(--_space)) calc(3 * var(--_space)) 0;
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
  meterStyles,
  noticeStyles,
  panelStyles,
  factStyles,
  figureStyles,
  nodeButtonStyles,
  detailStyles,
  nodePanelStyles,
  toolbarStyles,
  exportStyles,
  tableStyles,
  cardStyles,
  mapStyles,
  frameStyles,
];
