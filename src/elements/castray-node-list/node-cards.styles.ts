import { css } from 'lit';

export const cardStyles = css`
  .cards {
    display: grid;
    grid-template-columns: repeat(
      auto-fill,
      minmax(min(100%, var(--castray-card-size, 260px)), 1fr)
    );
    column-gap: calc(3 * var(--_space));
    padding-inline: calc(3 * var(--_space));
  }

  .card-area {
    display: flow-root;
  }

  .spacer + .cards {
    margin-block-start: calc(3 * var(--_space));
  }

  .cards:has([aria-expanded='true']) {
    align-items: start;
  }

  .node-card {
    display: flex;
    flex-direction: column;
    gap: calc(var(--_row) + var(--_space));
    min-inline-size: 0;
    margin-block-end: calc(3 * var(--_space));
    padding: calc(var(--_row) + var(--_space)) calc(3 * var(--_space));
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    cursor: pointer;
  }

  .node-card:hover {
    border-color: var(--_text-muted);
  }

  .node-card[data-state='DEAD'] {
    border-inline-start: 3px solid var(--_bad);
  }

  .node-card[aria-current] {
    border-color: var(--_accent);
    outline: 1px solid var(--_accent);
    background: var(--_selected);
  }

  .card-head,
  .card-foot {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: calc(1.5 * var(--_space));
    min-inline-size: 0;
    white-space: nowrap;
  }

  .card-head .name {
    margin-inline-start: -3px;
    font-size: 15px;
  }

  .card-head .state {
    margin-inline-start: auto;
  }

  .card-row:not(.card-figures) {
    display: var(--_p-second, grid);
  }

  /* cut off where the card ends, and not the mark of a change around it */
  .card-row:not(.card-figures) :is(dd, .wide) {
    block-size: calc(1lh + 2 * var(--_space));
    margin: calc(-1 * var(--_space));
    padding: var(--_space);
    overflow: hidden;
    text-overflow: ellipsis;
  }

  .card-row :is(.labels, .reason) {
    display: inline;
    font-size: inherit;
  }

  .card-row {
    display: grid;
    grid-template-columns: repeat(3, minmax(min-content, 1fr));
    gap: var(--_space) calc(2.5 * var(--_space));
    white-space: nowrap;
  }

  /* as wide as the card, however long its words are */
  .card-row .wide {
    inline-size: 0;
    min-inline-size: calc(100% + 2 * var(--_space));
    order: 1;
  }

  .card-row .wide > * {
    display: inline;
  }

  .card-row .wide > dt {
    margin-inline-end: var(--_space);
  }

  /* as high without a bar, or without a total */
  .card-figures dd {
    min-block-size: calc(1lh + 1.5 * var(--_space) + 8px + var(--_p-lines, 1) * (1lh + 2px));
  }

  .card-figures .total {
    padding-block-start: 4px;
  }

  /* the share above, its bar below */
  .card-figures .meter {
    display: grid;
    grid-template-columns: 1fr auto;
  }

  .card-figures .bar {
    grid-row: 2;
    grid-column: 1 / -1;
  }

  .card-figures .figure {
    min-inline-size: 0;
    text-align: inherit;
  }

  /* paper has no title that would show the rest */
  @media print {
    .card-row .wide,
    .card-row .wide dd {
      block-size: auto !important;
      white-space: normal;
    }
  }

  .card-foot {
    margin-block-start: auto;
    padding-block-start: var(--_space);
    border-block-start: 1px solid var(--_border);
  }
`;
