import { css } from 'lit';

/** Escape closes what a button of the toolbar has opened, and the focus is back on that button. */
export function menuKey(event: KeyboardEvent): void {
  const menu = event.currentTarget;
  if (event.key !== 'Escape' || !(menu instanceof HTMLDetailsElement) || !menu.open) return;
  menu.open = false;
  menu.querySelector('summary')?.focus();
  event.preventDefault();
}

export const menuStyles = css`
  .menu {
    display: flex;
    flex-wrap: wrap;
  }

  /* what is closed has no room, and no gap before it */
  .menu[open] {
    gap: var(--_space);
  }

  .menu summary {
    align-self: start;
    min-block-size: 28px;
    padding: calc(var(--_space) + 1px) calc(1.5 * var(--_space)) 0;
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    line-height: 1.2;
    cursor: pointer;
  }
`;
