import { css } from 'lit';

export const nodeTableStyles = css`
  tbody tr {
    cursor: pointer;
  }

  td.spacer {
    padding: 0;
    border: none;
  }

  tr[aria-current] {
    background: var(--_selected);
  }

  tr[aria-current] > th {
    box-shadow: inset 3px 0 var(--_accent);
  }

  tr[aria-current] > th:dir(rtl) {
    box-shadow: inset -3px 0 var(--_accent);
  }

  .name-line {
    display: flex;
    align-items: center;
    min-inline-size: 0;
    margin-block: -2px 1px;
  }

  .name-cell {
    display: flex;
    flex-direction: var(--_p-flow, column);
    column-gap: var(--_space);
  }

  .role-line {
    flex-shrink: 9999; /* the name comes first, where they share a line */
    overflow: hidden;
    padding-inline-start: calc(26px * var(--_p-lines, 1));
    white-space: nowrap;
  }

  .role-line.second {
    display: var(--_p-second, block);
  }

  td > .id {
    display: var(--_p-second, inline-flex);
  }

  td > .reason {
    display: var(--_p-second, block);
    overflow: hidden;
    color: var(--_text-muted);
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .details-row > td {
    padding: 0;
    border: none;
    cursor: auto;
  }

  /* as wide as the list, however many columns have room */
  .details-frame {
    inline-size: 100cqi;
    padding: calc(3 * var(--_space)) calc(4 * var(--_space)) calc(4 * var(--_space));
    padding-inline-start: 34px;
    border-block-end: 1px solid var(--_border);
    background: var(--_surface-raised);
  }

  .column-name {
    inline-size: 15%;
  }

  .column-state {
    inline-size: 10%;
  }

  .column-cpu,
  .column-memory,
  .column-gpu {
    inline-size: 12%;
  }

  .column-work {
    inline-size: 10%;
  }

  .column-network,
  .column-object-store {
    inline-size: 9%;
  }

  .column-address {
    inline-size: 11%;
  }

  /* the first of them have room everywhere; paper has all, in small letters */
  @media screen {
    @container (max-width: 1100px) {
      :is(th, td):nth-child(n + 9) {
        display: none;
      }
    }

    @container (max-width: 960px) {
      :is(th, td):nth-child(n + 7) {
        display: none;
      }
    }

    @container (max-width: 720px) {
      :is(th, td):nth-child(n + 6) {
        display: none;
      }
    }

    @container (max-width: 600px) {
      :is(th, td):nth-child(n + 5) {
        display: none;
      }
    }
  }

  @media print {
    table {
      zoom: 0.7;
    }

    [part='cell'] .bar {
      display: none;
    }
  }

  @container (max-width: 480px) {
    /* half a badge says nothing; details have the role */
    .role-line {
      display: var(--_p-second, block);
    }

    [part='cell'] .bar {
      display: none;
    }

    [part='cell'] .figure {
      min-inline-size: 4ch;
    }

    .details-frame {
      padding-inline: calc(3 * var(--_space));
    }
  }

  @media (forced-colors: active) {
    tr[aria-current] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;
