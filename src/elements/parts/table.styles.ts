import { css } from 'lit';

/** A table of what a cluster has, under a header that stays. */
export const tableStyles = css`
  /* what is scrolled to does not stop under the header */
  .scroller {
    scroll-padding-block-start: calc(30px + 2 * var(--_space));
  }

  /* fixed: columns stay as wide as they are, whatever the next frame brings */
  table {
    inline-size: 100%;
    border-spacing: 0;
    table-layout: fixed;
  }

  th,
  td {
    padding: var(--_row) calc(2 * var(--_space));
    border-block-end: 1px solid var(--_border);
    font-weight: inherit;
    text-align: inherit;
    vertical-align: top;
  }

  thead th {
    position: sticky;
    inset-block-start: 0;
    z-index: 1;
    padding-block: var(--_space);
    background: var(--_surface-raised);
    color: var(--_text-muted);
    font-size: var(--_font-size-small);
    font-weight: 600;
    vertical-align: middle;
  }

  thead button {
    max-inline-size: 100%;
    min-block-size: 24px;
    margin-inline-start: calc(-1 * var(--_space));
    padding: 0 var(--_space);
    border-color: transparent;
    background: transparent;
    font-weight: inherit;
  }

  thead button .icon {
    flex: none;
    inline-size: 12px;
  }

  thead .cut {
    display: block;
  }

  [aria-sort] {
    color: var(--_text);
  }

  tbody tr:hover {
    background: var(--_surface-raised);
  }

  @container (max-width: 480px) {
    th,
    td {
      padding-inline: var(--_space);
    }

    thead button {
      margin: 0;
      padding: 0;
    }
  }
`;
