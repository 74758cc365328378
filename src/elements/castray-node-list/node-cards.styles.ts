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

  /* what is off the screen is not drawn */
  .node-card {
    display: grid;
    align-content: start;
    gap: calc(2 * var(--_space));
    min-inline-size: 0;
    padding: calc(2.5 * var(--_space)) calc(3 * var(--_space));
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    cursor: pointer;
    content-visibility: auto;
    contain-intrinsic-block-size: auto 230px;
  }

  .node-card:hover {
    border-color: var(--_text-muted);
  }

  .node-card[data-state='DEAD'] {
    border-inline-start: 3px solid var(--_bad);
  }

  .node-card[aria-current] {
    border-color: var(--_accent);
    background: var(--_selected);
    box-shadow: inset 0 0 0 1px var(--_accent);
  }

  .node-card.open {
    grid-column: 1 / -1;
  }

  .card-head,
  .card-foot {
    display: flex;
    align-items: center;
    gap: calc(1.5 * var(--_space));
    min-inline-size: 0;
  }

  .card-head .name {
    margin-inline-start: -3px;
    font-size: 15px;
  }

  .spring {
    flex: 1 1 0;
  }

  .node-card .reason {
    overflow-wrap: anywhere;
  }

  .card-figures {
    display: grid;
    grid-template-columns: max-content minmax(0, 1fr);
    align-items: center;
    gap: calc(1.5 * var(--_space)) calc(3 * var(--_space));
  }

  .card-figures .figure-cell {
    grid-template-columns: minmax(0, 1fr) 11ch;
    align-items: center;
    gap: calc(2 * var(--_space));
  }

  .card-figures .total {
    text-align: end;
  }

  .card-facts {
    display: grid;
    grid-template-columns: repeat(3, minmax(0, auto));
    justify-content: space-between;
    gap: calc(3 * var(--_space));
  }

  .card-foot {
    justify-content: space-between;
    padding-block-start: var(--_space);
    border-block-start: 1px solid var(--_border);
  }

  @media (forced-colors: active) {
    .node-card[aria-current] {
      outline: 2px solid Highlight;
    }
  }
`;
