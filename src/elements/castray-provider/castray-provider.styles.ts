import { css, type CSSResultGroup } from 'lit';
import { noticeStyles } from '../parts/notices.js';
import { hiddenStyle } from '../../theme/hidden.js';
import { iconStyle } from '../../theme/icon.js';
import { tokens } from '../../theme/tokens.js';

/** The provider is no box of its own: it must not come between a page's layout and its parts. */
export const providerStyles: CSSResultGroup = [
  tokens,
  iconStyle,
  noticeStyles,
  hiddenStyle,
  css`
    :host {
      display: contents;
    }

    .notices {
      margin: var(--_space);
      color: var(--_text);
      font: 400 var(--_font-size) / 1.45 var(--_font);
    }

    .notice {
      margin: 0;
    }
  `,
];
