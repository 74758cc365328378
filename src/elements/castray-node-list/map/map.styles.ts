import { css } from 'lit';

export const mapStyles = css`
  /* in a limited list the grid gives way, so that what is known of a cell stands below it and not upon it */
  :host([view='map']) :is(.scroller, .whole, .map) {
    display: flex;
    flex-direction: column;
  }

  .map {
    min-block-size: 0;
    padding: calc(2 * var(--_space)) calc(3 * var(--_space)) 0;
  }

  .map-head,
  .map-legend,
  .map-name {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space) calc(4 * var(--_space));
  }

  .map-legend {
    margin-block-start: calc(2 * var(--_space));
    font-variant-numeric: tabular-nums;
  }

  .map-legend li {
    display: flex;
    align-items: center;
    gap: calc(1.5 * var(--_space));
  }

  .map-sample {
    inline-size: 12px;
    block-size: 12px;
  }

  /* scrolls by itself, so that what is known of a cell stays in sight */
  .map-grid {
    position: relative;
    min-block-size: 54px; /* one line of cells */
    max-block-size: 70vh;
    margin-inline: calc(-2 * var(--_space));
    padding: calc(2 * var(--_space));
    overflow: auto;
    cursor: pointer;
  }

  .map-grid:focus-visible {
    outline-offset: -1px;
  }

  .map-group {
    margin-block-end: calc(2 * var(--_space));
  }

  .map-title {
    margin-block-end: calc(2 * var(--_space));
    font-weight: 600;
  }

  .map-grid svg {
    overflow: visible;
  }

  .map :is([role='presentation'], .map-sample) path {
    stroke-width: 0;
    shape-rendering: crispEdges;
  }

  .map [role='gridcell'] {
    fill: transparent;
  }

  .map [data-band='alive'] {
    fill: var(--_good);
  }

  .map :is([data-band='unknown'], [data-band='none']) {
    fill: var(--_text-muted);
  }

  .map path[data-band='dead'] {
    fill: none;
    stroke: var(--_bad);
    stroke-width: 2px;
    shape-rendering: auto;
  }

  .map path[data-news] {
    fill: none;
    stroke: var(--_good);
    stroke-width: 1.5px;
  }

  .map path[data-news='died'] {
    stroke: var(--_bad);
  }

  .map-active,
  .map-selected {
    fill: none;
    stroke: var(--_text);
    stroke-width: 1.5px;
  }

  .map-selected {
    stroke: var(--_accent);
  }

  .map-active.off {
    stroke: none;
  }

  /* of one height, so that nothing moves under the pointer */
  .map-details {
    flex: none;
    min-block-size: 84px;
    margin-inline: calc(-3 * var(--_space));
    padding: calc(2 * var(--_space)) calc(3 * var(--_space));
    border-block-start: 1px solid var(--_border);
    background: var(--_surface);
  }

  .map-name {
    overflow-wrap: anywhere;
  }

  /* the first cell stands where a line begins */
  :host(:dir(rtl)) .map-grid svg {
    scale: -1 1;
  }

  @media print {
    .map-grid {
      max-block-size: none;
      overflow: visible;
    }

    .map-grid svg {
      max-inline-size: 100%;
      block-size: auto;
    }

    .map-details {
      display: none;
    }
  }

  @media (forced-colors: active) {
    .map-active {
      stroke: Highlight;
    }

    .map-selected {
      stroke: CanvasText;
    }
  }
`;
