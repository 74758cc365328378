import { css } from 'lit';

/**
 * An element whose parts ask how wide it is. What is in it then says nothing of its width, which would be none where the
 * page lets contents decide: in a row of flex items, a float, a table of one's own. There it is as wide as its parts like
 * it best, and never wider than what it stands in.
 */
export const measuredStyle = css`
  :host {
    container-type: inline-size;
    contain-intrinsic-inline-size: min(1040px, 90vi);
    max-inline-size: 100%;
  }
`;
