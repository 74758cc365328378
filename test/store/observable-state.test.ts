import { expect } from '@open-wc/testing';
import { ObservableState } from '../../src/store/observable-state.js';
import { uncaughtDuring } from '../support/uncaught.js';

function observe(initial = 0) {
  const state = new ObservableState(initial);
  const heard: number[] = [];
  return { state, heard, hear: (value: number) => heard.push(value) };
}

describe('an observable state', () => {
  it('tells several changes in one task once, with the newest', async () => {
    const { state, heard, hear } = observe();
    state.subscribe(hear);
    state.set(1);
    state.set(2);
    expect(state.get(), 'it is known at once').to.equal(2);
    expect(heard).to.deep.equal([]);
    await Promise.resolve();
    expect(heard).to.deep.equal([2]);
    state.set(3);
    await Promise.resolve();
    expect(heard).to.deep.equal([2, 3]);
  });

  it('tells nothing where it is what it was', async () => {
    const { state, heard, hear } = observe(1);
    state.subscribe(hear);
    state.set(2);
    state.set(1);
    await Promise.resolve();
    expect(heard).to.deep.equal([]);
  });

  it('ends a subscription by its function or by a signal', async () => {
    const { state, heard, hear } = observe();
    const leaving = new AbortController();
    const end = state.subscribe(hear);
    state.subscribe(hear, { signal: leaving.signal });
    state.subscribe(hear, { signal: AbortSignal.abort() });
    state.set(1);
    await Promise.resolve();
    expect(heard).to.deep.equal([1, 1]);
    end();
    leaving.abort();
    state.set(2);
    await Promise.resolve();
    expect(heard).to.deep.equal([1, 1]);
  });

  it('reports what a listener throws, and tells the others all the same', async () => {
    const { state, heard, hear } = observe();
    const broken = new Error('the page is broken');
    state.subscribe(() => {
      throw broken;
    });
    state.subscribe(hear);
    const errors = await uncaughtDuring(async () => {
      state.set(1);
      await Promise.resolve();
    });
    expect(heard).to.deep.equal([1]);
    expect(errors).to.deep.equal([broken]);
  });

  it('does so where there is no reportError, as in Node', async () => {
    const { state, heard, hear } = observe();
    state.subscribe(() => {
      throw new Error('broken');
    });
    state.subscribe(hear);
    const { reportError, queueMicrotask } = window;
    const thrown: unknown[] = [];
    window.queueMicrotask = (step) => {
      queueMicrotask(() => {
        try {
          step();
        } catch (error) {
          thrown.push(error);
        }
      });
    };
    Reflect.deleteProperty(window, 'reportError');
    state.set(1);
    await Promise.resolve();
    await Promise.resolve();
    Object.assign(window, { reportError, queueMicrotask });
    expect(thrown.map(String)).to.deep.equal(['Error: broken']);
    expect(heard).to.deep.equal([1]);
  });

  it('does not tell a listener that left while another was told', async () => {
    const { state, heard, hear } = observe();
    const leaving = new AbortController();
    state.subscribe(() => {
      leaving.abort();
    });
    state.subscribe(hear, { signal: leaving.signal });
    state.set(1);
    await Promise.resolve();
    expect(heard).to.deep.equal([]);
  });

  it('takes a change made by a listener for a change of its own', async () => {
    const { state, heard, hear } = observe();
    state.subscribe((value) => {
      if (value < 3) state.set(value + 1);
    });
    state.subscribe(hear);
    state.set(1);
    for (let i = 0; i < 5; i += 1) await Promise.resolve();
    expect(heard).to.deep.equal([1, 2, 3]);
  });
});
