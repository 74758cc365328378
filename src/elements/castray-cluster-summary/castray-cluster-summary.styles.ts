import { css, type CSSResultGroup } from 'lit';
import { sharedStyles } from '../castray-element.js';
import { measuredStyle } from '../parts/measured.styles.js';
import { boxStyles } from '../parts/box.styles.js';
import { panelStyles } from '../parts/empty-panel.js';
import { helpStyles } from '../parts/help.js';
import { meterStyles } from '../parts/meter.js';
import { noticeStyles } from '../parts/notices.js';
import { phaseStyles } from '../parts/phase-badge.js';

export const summaryStyles: CSSResultGroup = [
  sharedStyles,
  measuredStyle,
  boxStyles,
  helpStyles,
  meterStyles,
  noticeStyles,
  panelStyles,
  phaseStyles,
  css`
    h2 {
      min-inline-size: 0;
      font-size: 16px;
    }

    .age {
      flex: 1 1 auto;
      font-variant-numeric: tabular-nums;
    }

    .actions {
      display: flex;
      gap: var(--_space);
    }

    .tiles {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 150px), 1fr));
      gap: calc(3 * var(--_space)) calc(5 * var(--_space));
    }

    /* three in a row where six have no room: none stands alone */
    @container (max-width: 1033px) {
      .tiles {
        grid-template-columns: repeat(auto-fit, minmax(min(100%, max(150px, 28%)), 1fr));
      }
    }

    .tile {
      display: grid;
      align-content: start;
      gap: var(--_space);
      min-inline-size: 0;
    }

    dt {
      color: var(--_text-muted);
      font-size: var(--_font-size-small);
    }

    dd {
      display: grid;
      gap: 2px;
      min-inline-size: 0;
    }

    .big {
      font-size: 22px;
      font-variant-numeric: tabular-nums;
      font-weight: 600;
      line-height: 1.2;
    }

    .amount,
    .states {
      font-variant-numeric: tabular-nums;
    }

    .states {
      display: flex;
      flex-wrap: wrap;
      gap: 0 calc(3 * var(--_space));
    }

    .alive {
      color: var(--_good);
    }

    .dead {
      color: var(--_bad);
      font-weight: 600;
    }

    .old :is(.big, .alive, .dead) {
      color: var(--_text-muted);
    }

    .derived {
      padding: 0 var(--_space);
      border: 1px dashed var(--_border);
      border-radius: 3px;
      white-space: nowrap;
    }

    /* what opens over the page stands above the widgets that come after it */
    :host([compact]) {
      position: relative;
      z-index: 1;
    }

    :host([compact]) .card {
      position: relative;
      gap: var(--_space);
      padding: var(--_space) calc(3 * var(--_space));
    }

    :host([compact]) :is(h2, .big) {
      font-size: inherit;
    }

    :host([compact]) .tiles {
      display: flex;
      flex-wrap: wrap;
      gap: var(--_space) calc(4 * var(--_space));
    }

    :host([compact]) :is(.tile, .tile dd, .states) {
      display: flex;
      flex-wrap: wrap;
      align-content: center;
      align-items: center;
      gap: calc(1.5 * var(--_space));
    }

    :host([compact]) .meter .figure {
      min-inline-size: 4ch;
    }

    :host([compact]) .meter .bar {
      flex: none;
      inline-size: 40px;
    }

    :host([compact]) :is(.meter + .amount, .address, [part~='objectStore'], .absent) {
      display: none;
    }

    /* the word has no room; screen readers still say it, and the title what it means */
    :host([compact]) .derived {
      display: inline-block;
      font-size: 0;
    }

    :host([compact]) .derived::before {
      content: 'Σ';
      font-size: var(--_font-size-small);
    }

    .wary {
      color: var(--_warning);
    }

    .more {
      position: absolute;
      inset: calc(100% + var(--_space)) -1px auto;
      display: grid;
      gap: calc(2 * var(--_space));
      max-block-size: 70vh;
      padding: calc(3 * var(--_space));
      border: 1px solid var(--_border);
      border-radius: var(--_radius);
      background: var(--_surface);
      overflow: auto;
    }

    .more > .help:first-child {
      padding: 0;
      border: none;
    }

    /* a header has no room for more than a line or two */
    :host([compact]) .panel {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--_space) calc(2 * var(--_space));
      padding: 0;
      text-align: start;
    }

    :host([compact]) .panel p {
      max-inline-size: none;
    }

    /* the phase has said so */
    :host([compact]) .header ~ :is(.panel, [aria-busy]) .panel-title {
      display: none;
    }

    :host([compact]) .picture svg {
      inline-size: 16px;
      block-size: 16px;
    }

    /* one line where all have room in it, else two: nothing gives way to the figures but a long name */
    @container (min-width: 720px) {
      :host([compact]) .card {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        column-gap: calc(4 * var(--_space));
      }

      :host([compact]) .header {
        flex: 1 0 auto;
        flex-wrap: nowrap;
        max-inline-size: 100%;
        white-space: nowrap;
      }

      :host([compact]) h2 {
        max-inline-size: 24ch;
      }

      :host([compact]) .header ~ :is(.panel, [aria-busy]) {
        flex: 99;
        min-inline-size: 40%;
      }

      :host([compact]) .panel {
        flex-wrap: nowrap;
        white-space: nowrap;
      }

      /* two lines of small letters are as high as a button */
      :host([compact]) .panel .muted {
        font-size: var(--_font-size-small);
        line-height: 1.2;
        white-space: normal;
      }
    }
  `,
];
