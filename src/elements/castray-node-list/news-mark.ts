import { css, html, nothing } from 'lit';
import type { NodeNews } from '../../store/node-news.js';
import type { NodesMessages } from '../../text/nodes.js';
import { icon } from '../parts/icons.js';

/** That a node has joined or died of late, in a shape and a word. */
export function newsMark(news: NodeNews | undefined, text: NodesMessages): unknown {
  if (!news) return nothing;
  return html`<span class="badge news small" part="news-badge" data-news=${news.kind}
    >${icon(news.kind === 'joined' ? 'plus' : 'cross')}${text.news[news.kind]}</span
  >`;
}

export const newsStyles = css`
  .news {
    display: inline-flex;
    align-items: center;
    margin-block: -2px; /* with its border, too, it makes no row higher */
    border-color: currentcolor;
    color: var(--_good);
  }

  .news .icon {
    inline-size: 12px;
    block-size: 12px;
  }

  .news[data-news='died'] {
    color: var(--_bad);
  }
`;
