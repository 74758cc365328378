import { css } from 'lit';

/** What a page hides is hidden, also where our display or the page's own would show it. */
export const hiddenStyle = css`
  :host(:is([hidden], [popover]:not(:popover-open))) {
    display: none !important;
  }
`;
