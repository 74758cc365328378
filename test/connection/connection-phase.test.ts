import { expect } from '@open-wc/testing';
import { connectionPhase, type PhaseInputs } from '../../src/connection/connection-state.js';

const NOTHING_YET: PhaseInputs = {
  socket: 'opening',
  failedAttempts: 0,
  socketDelivers: false,
  pollDelivers: false,
  gaveUp: false,
  lastDataAt: undefined,
  isStale: false,
  wasLive: false,
};
const phase = (inputs: Partial<PhaseInputs>) => connectionPhase({ ...NOTHING_YET, ...inputs });

describe('the phase of a connection', () => {
  it('is "connecting" until anything has come, however often the socket fails', () => {
    expect(phase({})).to.equal('connecting');
    expect(phase({ socket: 'waiting' })).to.equal('connecting');
    expect(phase({ socket: 'open' })).to.equal('connecting');
  });

  it('is "connecting" while REST has filled the gap and the first socket still opens', () => {
    expect(phase({ lastDataAt: 1 })).to.equal('connecting');
    expect(phase({ lastDataAt: 1, isStale: true })).to.equal('stale');
    for (const socket of ['waiting', 'opening', 'open'] as const) {
      expect(phase({ lastDataAt: 1, socket, failedAttempts: 1 })).to.equal('reconnecting');
    }
    expect(phase({ lastDataAt: 1, socket: 'none' })).to.equal('reconnecting');
  });

  it('is "live" while frames come, and "stale" when they are late', () => {
    const live = { socket: 'open', socketDelivers: true, wasLive: true, lastDataAt: 1 } as const;
    expect(phase(live)).to.equal('live');
    expect(phase({ ...live, isStale: true })).to.equal('stale');
    expect(phase({ ...live, pollDelivers: true })).to.equal('live');
  });

  it('is "reconnecting" where the socket was live and is not', () => {
    for (const socket of ['opening', 'open', 'waiting'] as const) {
      expect(phase({ socket, wasLive: true, lastDataAt: 1 })).to.equal('reconnecting');
    }
  });

  it('is "polling" while REST delivers, and "stale" when it is late', () => {
    expect(phase({ pollDelivers: true, lastDataAt: 1 })).to.equal('polling');
    expect(phase({ pollDelivers: true, lastDataAt: 1, isStale: true })).to.equal('stale');
  });

  it('is "stopped" after giving up, whatever else there is', () => {
    expect(phase({ gaveUp: true, socketDelivers: true })).to.equal('stopped');
  });
});
