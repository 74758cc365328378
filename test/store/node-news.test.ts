import { expect } from '@open-wc/testing';
import { ClusterHistory } from '../../src/model/cluster-history.js';
import { NEWS_FOR, NodeNewsLog } from '../../src/store/node-news.js';
import { SILENCE } from '../../src/store/silence.js';
import { frameReport, wireNode, wireNodes, type WireNode } from '../support/wire.js';

describe('the news of nodes', () => {
  const [a, b, c] = [wireNode(1), wireNode(2), wireNode(3)];
  const dead = (node: WireNode) => ({ ...node, state: 'DEAD' });

  /** A log that hears frames, and tells what is news after each of them: `2 died`. */
  function listener() {
    const cluster = new ClusterHistory('used');
    const log = new NodeNewsLog();
    const numbers = [a, b, c].map((node) => String(node['nodeId']));
    return (at: number, nodes?: readonly WireNode[]): string => {
      const snapshot = nodes && cluster.accept(frameReport(nodes, at));
      return [...log.read(snapshot)]
        .map(([id, { kind }]) => `${numbers.indexOf(id) + 1} ${kind}`)
        .join();
    };
  }

  /** The same, which tells since when each node of a frame is in its state. */
  function follower() {
    const cluster = new ClusterHistory('used');
    const log = new NodeNewsLog();
    const since = (at: number, nodes: readonly WireNode[]) => {
      const snapshot = cluster.accept(frameReport(nodes, at));
      log.read(snapshot);
      return snapshot.nodes.map((node) => {
        const found = log.stateSince(node);
        return found && `${found.at} ${found.isSeen ? 'seen' : 'or earlier'}`;
      });
    };
    return { cluster, log, since };
  }

  it('are news for a minute', () => {
    expect(NEWS_FOR).to.equal(60_000);
  });

  it('are those that the first report did not have, and those that were seen to die', () => {
    const hear = listener();
    expect(hear(0, [a, dead(b)]), 'nobody saw it die').to.equal('');
    expect(hear(2000, [c, a, dead(b)])).to.equal('3 joined');
    expect(hear(4000, [a, dead(b)]), 'it left').to.equal('3 joined');
    expect(hear(5000, [a, dead(b), c]), 'and is no new one').to.equal('3 joined');
    expect(hear(6000, [dead(a), dead(b), c])).to.equal('3 joined,1 died');
    expect(hear(2000 + NEWS_FOR, [dead(a), dead(b), c])).to.equal('1 died');
    expect(hear(6000 + NEWS_FOR, [dead(a), dead(b), c])).to.equal('');
  });

  it('have the time since when each node is in its state, and whether the change was seen', () => {
    const { cluster, log, since } = follower();
    const first = '1000 or earlier';
    expect(since(1000, [a, dead(b)])).to.deep.equal([first, first]);
    expect(since(2000, [dead(a), dead(b)])).to.deep.equal(['2000 seen', first]);
    const last = 2000 + SILENCE;
    expect(since(last, [a, dead(b)])).to.deep.equal([`${last} seen`, first]);
    const later = last + SILENCE + 1;
    expect(since(later, [dead(a), dead(b)])).to.deep.equal([`${later} or earlier`, first]);
    const [node] = cluster.snapshot!.nodes;
    expect(log.stateSince({ ...node!, state: 'unknown' }), 'one that has left').to.equal(undefined);
  });

  it('know of no change of a node that was not listed meanwhile, in whichever place it stands then', () => {
    const { since } = follower();
    since(1000, [a, b]);
    since(2000, [a]);
    expect(since(3000, [dead(b), dead(a)])).to.deep.equal(['3000 or earlier', '3000 seen']);
  });

  it('tell of no change in the future where the clock was set back', () => {
    const { since } = follower();
    since(20_000, [a, b]);
    since(22_000, [a, dead(b)]);
    expect(since(21_000, [a, dead(b)])).to.deep.equal(['20000 or earlier', '21000 or earlier']);
  });

  it('are none where a Ray that could not be asked names all its nodes again', () => {
    const hear = listener();
    hear(0, [a, b]);
    for (let i = 1; i < 20; i++) hear(i * 2000, []);
    expect(hear(50_000, [b, a])).to.equal('');
    expect(hear(52_000, [b, a, c])).to.equal('3 joined');
  });

  it('are none of what happened while the page slept, which may be hours ago', () => {
    const hear = listener();
    hear(0, [a]);
    hear(2000, [a]);
    expect(hear(8 * 3_600_000, [dead(a), b])).to.equal('');
    expect(hear(8 * 3_600_000 + 2000, [dead(a), dead(b), c])).to.equal('2 died,3 joined');
  });

  it('are what happened in a silence that is no longer than that', () => {
    const hear = listener();
    hear(0, [a]);
    expect(hear(SILENCE, [a, b])).to.equal('2 joined');
    expect(hear(2 * SILENCE + 1, [a, b, c]), 'longer by a moment').to.equal('2 joined');
  });

  it('do not stay new for hours where the clock was set back', () => {
    const hear = listener();
    hear(3_600_000, [a]);
    expect(hear(3_601_000, [a, b])).to.equal('2 joined');
    expect(hear(0, [a, b])).to.equal('');
  });

  it('are told of a node again that left long ago, as one of very many', () => {
    const hear = listener();
    const others = Array.from({ length: 1010 }, (_, i) => wireNode(100 + i));
    hear(0, [a, b, ...others]);
    expect(hear(2000, [a, c])).to.equal('3 joined');
    expect(hear(4000, [a, b, c]), 'remembered it would be no news').to.equal('3 joined,2 joined');
  });

  it('are told where a cluster at rest has said the same for long', () => {
    const cluster = new ClusterHistory('used');
    const log = new NodeNewsLog();
    const report = frameReport([a], 0);
    for (let at = 0; at < 5 * SILENCE; at += 2000) {
      log.read(cluster.accept({ ...report, receivedAt: at }));
    }
    const news = log.read(cluster.accept(frameReport([dead(a)], 5 * SILENCE)));
    expect([...news.values()]).to.deep.equal([{ kind: 'died', at: 5 * SILENCE }]);
  });

  it('are none of another cluster, and of a dead node that nobody knew', () => {
    const hear = listener();
    hear(0, [a]);
    expect(hear(1000, [a, dead(b)])).to.equal('');
    expect(hear(2000)).to.equal('');
    expect(hear(3000, [c])).to.equal('');
  });

  it('are none of a node that the report before had not alive, but dead, untold or not at all', () => {
    const hear = listener();
    const untold = (node: WireNode) => ({ ...node, state: null });
    hear(0, [dead(a), untold(b), c]);
    expect(hear(2000, [untold(a), dead(b)])).to.equal('');
    expect(hear(4000, [dead(a), dead(b), dead(c)])).to.equal('');
  });

  it('are those of a death no more once the node is alive again', () => {
    const hear = listener();
    hear(0, [a, b]);
    expect(hear(2000, [dead(a), dead(b)])).to.equal('1 died,2 died');
    expect(hear(4000, [a, dead(b), c])).to.equal('2 died,3 joined');
    expect(hear(6000, [dead(a), b, c])).to.equal('3 joined,1 died');
  });

  it('are none of a node that the list before may only have left out', () => {
    const cluster = new ClusterHistory('used');
    const log = new NodeNewsLog();
    const read = (at: number, first: number, count: number) =>
      log.read(cluster.accept(frameReport(wireNodes(150).slice(first, first + count), at)));
    read(0, 0, 100);
    expect(read(2000, 40, 100).size, 'from one cut list to the next').to.equal(0);
    expect(read(4000, 45, 101).size, 'and to a whole one').to.equal(0);
    expect([...read(6000, 45, 102).values()]).to.deep.equal([{ kind: 'joined', at: 6000 }]);
  });

  it('are the same object while they say the same', () => {
    const cluster = new ClusterHistory('used');
    const log = new NodeNewsLog();
    const read = (at: number, nodes: readonly WireNode[]) =>
      log.read(cluster.accept(frameReport(nodes, at)));
    const before = read(0, [a]);
    expect(read(1000, [{ ...a, cpu: 99 }])).to.equal(before);
    const news = read(2000, [a, b]);
    expect(news).not.to.equal(before);
    expect(read(3000, [a, { ...b, cpu: 7 }])).to.equal(news);
  });
});
