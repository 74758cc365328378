import { css } from 'lit';

export const cardStyles = css`
  .cards {
    display: grid;
    grid-template-columns: repeat(
      auto-fill,
      minmax(min(100%, var(--castray-card-size, 260px)), 1fr)
    );
    gap: calc(3 * var(--_space));
    padding: calc(3 * var(--_space));
  }

  .cards:has([aria-expanded='true']) {
    align-items: start;
  }

  /* what is off the screen is not drawn */
  .node-card {
    display: flex;
    flex-direction: column;
    gap: calc(2.5 * var(--_space));
    min-inline-size: 0;
    padding: calc(2.5 * var(--_space)) calc(3 * var(--_space));
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    cursor: pointer;
    content-visibility: auto;
    contain-intrinsic-block-size: auto 220px;
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
  }

  .card-head .name {
    margin-inline-start: -3px;
    font-size: 15px;
  }

  .card-head .state {
    margin-inline-start: auto;
  }

  .node-card .reason {
    overflow-wrap: anywhere;
  }

  .card-row {
    display: grid;
    grid-template-columns: repeat(3, minmax(min-content, 1fr));
    gap: calc(4 * var(--_space));
  }

  .card-row dt {
    white-space: nowrap;
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
    text-align: start;
  }

  .card-foot {
    margin-block-start: auto;
    padding-block-start: var(--_space);
    border-block-start: 1px solid var(--_border);
  }
`;
