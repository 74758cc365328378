import { css } from 'lit';
import { measuredStyle } from './measured.styles.js';

/** A frame in a column, so that a limited block size limits what scrolls, and nothing else. */
export const frameStyles = css`
  ${measuredStyle}

  :host {
    display: flex;
    flex-direction: column;
  }

  .frame {
    display: flex;
    flex-direction: column;
    min-block-size: 0;
    overflow: auto; /* a frame too small for all of it leaves nothing out of reach */
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
  }

  .frame > * {
    flex: none;
  }

  /* a menu may be higher than the frame: what scrolls below gives way down to its least, and then the menu */
  .frame > .toolbar:has([open]) {
    flex-shrink: 1;
    min-block-size: 120px;
    overflow: auto;
  }

  .frame > .scroller {
    flex: 0 99999 auto;
    container-type: inline-size;
    min-block-size: 120px;
    overflow: auto;
    border-block-start: 1px solid var(--_border);
    overscroll-behavior: contain;
  }

  .frame > :is(.notices, .notice) {
    margin: calc(2 * var(--_space)) calc(3 * var(--_space)) 0;
  }

  /* paper does not scroll */
  @media print {
    :host {
      block-size: auto !important;
      max-block-size: none !important;
    }

    .frame,
    .frame > .scroller {
      overflow: visible;
    }
  }
`;
