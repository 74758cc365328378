import { css } from 'lit';

/** Line drawings in the colour of the text around them. */
export const iconStyle = css`
  .icon {
    inline-size: 16px;
    block-size: 16px;
    overflow: visible; /* nothing to clip: one thing less for the browser to keep of each */
    fill: none;
    stroke: currentColor;
    stroke-width: 1.5px;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
`;
