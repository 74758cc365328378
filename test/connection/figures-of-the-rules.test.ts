import { expect } from '@open-wc/testing';
import { MAX_SPREAD, MIN_DELAY } from '../../src/connection/backoff.js';
import { STALE_FLOOR } from '../../src/connection/frame-rhythm.js';
import { PING_AFTER, PROBE_TIMEOUT } from '../../src/connection/heartbeat.js';
import {
  FIRST_FRAME_TIMEOUT,
  MAX_FRAME_LENGTH,
  SETTLED_AFTER,
} from '../../src/connection/live-connection.js';
import { HANDSHAKE_TIMEOUT } from '../../src/connection/live-socket.js';
import { POLL_INTERVAL } from '../../src/connection/poller.js';
import { REST_RETRIES, REST_TIMEOUT } from '../../src/connection/rest-client.js';
import {
  EMPTY_REPORTS_TO_BELIEVE,
  EMPTY_TIME_TO_BELIEVE,
} from '../../src/model/cluster-history.js';
import { GRACE } from '../../src/store/client-registry.js';
import { HIDDEN_LIMIT } from '../../src/store/cluster-store.js';
import { COMMIT_INTERVAL } from '../../src/store/commit-pacer.js';
import { STALL } from '../../src/store/pace.js';

// Other tests wait for as long as a constant says; how long that is, is written down here.
describe('the figures of the fifteen rules', () => {
  it('are those of docs/reliability.md', () => {
    expect({ GRACE, HANDSHAKE_TIMEOUT, FIRST_FRAME_TIMEOUT, SETTLED_AFTER }).to.deep.equal({
      GRACE: 5000,
      HANDSHAKE_TIMEOUT: 15_000,
      FIRST_FRAME_TIMEOUT: 30_000,
      SETTLED_AFTER: 5000,
    });
    expect({ MIN_DELAY, MAX_SPREAD, STALE_FLOOR, PING_AFTER, PROBE_TIMEOUT }).to.deep.equal({
      MIN_DELAY: 500,
      MAX_SPREAD: 30_000,
      STALE_FLOOR: 10_000,
      PING_AFTER: 10_000,
      PROBE_TIMEOUT: 5000,
    });
    expect({ MAX_FRAME_LENGTH, POLL_INTERVAL, REST_TIMEOUT, REST_RETRIES }).to.deep.equal({
      MAX_FRAME_LENGTH: 8 * 1024 * 1024,
      POLL_INTERVAL: 10_000,
      REST_TIMEOUT: 20_000,
      REST_RETRIES: 3,
    });
    expect({ HIDDEN_LIMIT, COMMIT_INTERVAL, STALL }).to.deep.equal({
      HIDDEN_LIMIT: 300_000,
      COMMIT_INTERVAL: 250,
      STALL: 30_000,
    });
    expect({ EMPTY_REPORTS_TO_BELIEVE, EMPTY_TIME_TO_BELIEVE }).to.deep.equal({
      EMPTY_REPORTS_TO_BELIEVE: 3,
      EMPTY_TIME_TO_BELIEVE: 15_000,
    });
  });
});
