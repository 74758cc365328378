import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { ClusterNode } from '../../model/cluster.js';
import type { AllNews, NodeNews } from '../../store/node-news.js';
import type { NodesMessages } from '../../text/nodes.js';
import { QuietTimer } from '../parts/quiet-timer.js';

/** When a screen reader is told of nodes that join or die: of all together, and not more often than every 10 s. */
export class NewsAnnouncer implements ReactiveController {
  readonly #say: (news: string) => void;
  #heard: AllNews | undefined;
  readonly #untold = new Set<string>();
  #write = (): string => '';
  readonly #timer = new QuietTimer();

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
    this.#write = () => nodeNewsText(news, this.#untold, nodes, text);
    this.#heard = news;
    if (!news || !last || news === last) return;
    for (const [id, item] of news) if (last.get(id) !== item) this.#untold.add(id);
    if (this.#untold.size > 0 && !this.#timer.isSet) this.#timer.set(this.#tell);
  }

  hostDisconnected(): void {
    this.#timer.clear();
    this.#heard = undefined;
    this.#untold.clear();
  }

  readonly #tell = (): boolean => {
    const news = this.#write();
    this.#untold.clear();
    if (news) this.#say(news);
    return news !== '';
  };
}

/** `A joined. 3 nodes died.` Of those that have left again, or whose death was taken back, nothing. */
function nodeNewsText(
  news: AllNews | undefined,
  untold: ReadonlySet<string>,
  nodes: readonly ClusterNode[],
  text: NodesMessages,
): string {
  const of = (kind: NodeNews['kind'], say: (n: number, name: string) => string): string => {
    const found = nodes.filter(
      ({ nodeId }) => untold.has(nodeId) && news?.get(nodeId)?.kind === kind,
    );
    return found[0] ? say(found.length, found[0].name) : '';
  };
  return `${of('joined', text.news.haveJoined)} ${of('died', text.news.haveDied)}`.trim();
}
