import { css, html, nothing, type ReactiveController, type ReactiveControllerHost } from 'lit';
import type { ClusterNode } from '../../model/cluster.js';
import type { AllNews, NodeNews } from '../../store/node-news.js';
import type { NodesMessages } from '../../text/nodes.js';
import { icon } from '../parts/icons.js';

/** A burst is told of as a whole, in ms. */
const SETTLE = 1000;
/** The least time between two announcements, in ms. */
const QUIET = 10_000;

/** That a node has joined or died of late, in a shape and a word. */
export function newsMark(news: NodeNews | undefined, text: NodesMessages): unknown {
  if (!news) return nothing;
  return html`<span class="badge news small" part="news-badge" data-news=${news.kind}
    >${icon(news.kind === 'joined' ? 'plus' : 'cross')}${text.news[news.kind]}</span
  >`;
}

/** When a screen reader is told of nodes that join or die: of all together, and not more often than every 10 s. */
export class NewsAnnouncer implements ReactiveController {
  readonly #say: (news: string) => void;
  #heard: AllNews | undefined;
  readonly #untold = new Map<string, NodeNews>();
  #write = (): string => '';
  #toldAt = -Infinity;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost, say: (news: string) => void) {
    this.#say = say;
    host.addController(this);
  }

  /** What was there before the list was, or before it had this cluster, is no news. */
  hear(
    news: AllNews | undefined,
    nodes: readonly ClusterNode[],
    text: NodesMessages,
    isSameCluster: boolean,
  ): void {
    const last = isSameCluster && this.#heard;
    this.#write = () => nodeNewsText(this.#untold, nodes, text);
    this.#heard = news;
    if (!news || !last || news === last) return;
    for (const [id, item] of news) if (last.get(id) !== item) this.#untold.set(id, item);
    if (this.#untold.size === 0 || this.#timer !== undefined) return;
    const rest = Math.min(QUIET, this.#toldAt + QUIET - Date.now()); // the clock may be set back
    this.#timer = setTimeout(this.#tell, Math.max(SETTLE, rest));
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    this.#timer = this.#heard = undefined;
    this.#untold.clear();
  }

  readonly #tell = (): void => {
    const news = this.#write();
    this.#timer = undefined;
    this.#untold.clear();
    if (!news) return;
    this.#toldAt = Date.now();
    this.#say(news);
  };
}

/** `A joined. 3 nodes died.` Of those that have left again, nothing. */
function nodeNewsText(news: AllNews, nodes: readonly ClusterNode[], text: NodesMessages): string {
  const of = (kind: NodeNews['kind'], say: (n: number, name: string) => string): string => {
    const found = nodes.filter(({ nodeId }) => news.get(nodeId)?.kind === kind);
    return found[0] ? say(found.length, found[0].name) : '';
  };
  return `${of('joined', text.news.haveJoined)} ${of('died', text.news.haveDied)}`.trim();
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
