import { css } from 'lit';

export const toolbarStyles = css`
  .toolbar {
    display: flex;
    flex-wrap: wrap;
    align-items: start;
    justify-content: space-between;
    gap: calc(2 * var(--_space)) calc(4 * var(--_space));
    padding: calc(2 * var(--_space)) calc(3 * var(--_space));
  }

  .tools {
    display: flex;
    flex: 1 1 auto;
    flex-wrap: wrap;
    align-items: center;
    justify-content: end;
    gap: calc(2 * var(--_space));
    min-inline-size: 0;
  }

  .group {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space);
  }

  .group .count {
    font-variant-numeric: tabular-nums;
    opacity: 0.85;
  }

  .search {
    position: relative;
    flex: 1 1 180px;
    max-inline-size: 300px;
    margin-inline-end: auto;
  }

  .search .icon {
    position: absolute;
    inset-block: 0;
    inset-inline-start: calc(2 * var(--_space));
    margin-block: auto;
    color: var(--_text-muted);
    pointer-events: none;
  }

  .search input {
    inline-size: 100%;
    padding-inline-start: 30px;
  }

  .search input::placeholder {
    color: var(--_text-muted);
    opacity: 1;
  }

  .sort {
    display: inline-flex;
    align-items: center;
    gap: calc(1.5 * var(--_space));
  }

  @container (max-width: 480px) {
    .toolbar {
      padding: calc(2 * var(--_space));
    }

    .group button {
      padding: 0 calc(1.5 * var(--_space));
    }

    .tools {
      column-gap: var(--_space);
    }

    .group button .icon + span {
      display: none;
    }

    .search {
      flex-basis: 100%;
      max-inline-size: none;
    }

    .sort {
      order: 1;
    }
  }
`;
