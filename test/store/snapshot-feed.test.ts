import { expect } from '@open-wc/testing';
import { COMMIT_INTERVAL } from '../../src/store/commit-pacer.js';
import { SnapshotFeed } from '../../src/store/snapshot-feed.js';
import { FakeClock } from '../support/fake-clock.js';
import { dashboardReport, frameReport, rayRecord, wireNode } from '../support/wire.js';

function start() {
  const clock = new FakeClock();
  const seen = { commits: 0 };
  const feed = new SnapshotFeed(clock, 'available', () => (seen.commits += 1));
  return { clock, feed, seen, name: () => feed.snapshot!.nodes[0]!.name };
}

const unnamed = wireNode(1, { name: 'node:127.0.0.1' });

describe('the reports of a cluster', () => {
  it('are shown at once, and then the newest of a quarter second', () => {
    const { clock, feed, seen } = start();
    for (const at of [1, 2, 3]) feed.report(frameReport([unnamed], at));
    expect(feed.snapshot!.receivedAt).to.equal(1);
    clock.advance(COMMIT_INTERVAL);
    expect(feed.snapshot!.receivedAt).to.equal(3);
    expect(seen.commits).to.equal(2);
  });

  it('are shown at once also where something else was just shown, if they are the first', () => {
    const { feed } = start();
    feed.requestCommit();
    feed.report(frameReport([unnamed], 1));
    expect(feed.snapshot!.receivedAt).to.equal(1);
  });

  it('leave the names behind that a skipped one brought', () => {
    const { clock, feed, name } = start();
    feed.report(frameReport([unnamed], 1));
    feed.report(dashboardReport([unnamed], [rayRecord(unnamed, { Rover: 1 })], 2));
    feed.report(frameReport([unnamed], 3));
    clock.advance(COMMIT_INTERVAL);
    expect(name()).to.equal('Rover');
  });

  it('count once where a client tells one again', () => {
    const { clock, feed } = start();
    feed.report(frameReport([unnamed], 1));
    clock.advance(COMMIT_INTERVAL);
    const empty = frameReport([], clock.now());
    for (let i = 0; i < 5; i += 1) {
      feed.report(empty);
      clock.advance(COMMIT_INTERVAL);
    }
    expect(feed.snapshot!.completeness).to.equal('unconfirmed');
  });

  it('are believed to have no more nodes after 15 s, also where nothing follows', () => {
    const { clock, feed, seen } = start();
    feed.report(frameReport([unnamed], clock.now()));
    clock.advance(3000);
    const emptiedAt = clock.now();
    feed.report(frameReport([], emptiedAt));
    clock.advance(14_000);
    const again = frameReport([], clock.now());
    feed.report(again);
    clock.advance(999);
    expect(feed.snapshot!.completeness).to.equal('unconfirmed');
    const { commits } = seen;
    clock.advance(1);
    expect(feed.snapshot!).to.include({
      completeness: 'none-reported',
      receivedAt: again.receivedAt,
    });
    expect(feed.snapshot!.nodes).to.deep.equal([]);
    expect(seen.commits).to.equal(commits + 1);
    expect(clock.pending, 'and nothing is waited for').to.equal(0);
  });

  it('keep their nodes where some are named before that', () => {
    const { clock, feed } = start();
    feed.report(frameReport([unnamed], clock.now()));
    clock.advance(3000);
    feed.report(frameReport([], clock.now()));
    clock.advance(14_900);
    feed.report(frameReport([], clock.now()));
    clock.advance(50);
    feed.report(frameReport([unnamed], clock.now())); // waits to be shown
    clock.advance(15_000);
    expect(feed.snapshot!.completeness).to.equal('complete');
    expect(clock.pending).to.equal(0);
  });

  it('stand still where told to, and are believed as soon as anything moves again', () => {
    const { clock, feed } = start();
    feed.report(frameReport([unnamed], clock.now()));
    feed.report(frameReport([], clock.now()));
    feed.rest();
    clock.advance(60_000);
    expect(feed.snapshot!.completeness).to.equal('unconfirmed');
    feed.requestCommit();
    clock.advance(0);
    expect(feed.snapshot!.completeness).to.equal('none-reported');
  });

  it('of another cluster are shown at once, and nothing of the last one after them', () => {
    const { clock, feed } = start();
    feed.report(frameReport([unnamed], 1));
    feed.report(frameReport([unnamed], 2));
    feed.startOver('used');
    expect(feed.snapshot).to.be.undefined;
    feed.report(frameReport([wireNode(2)], 3));
    expect(feed.snapshot!.nodes.map((node) => node.name)).to.deep.equal(['Worker-2']);
    clock.advance(1000);
    expect(feed.snapshot!.receivedAt).to.equal(3);
  });
});
