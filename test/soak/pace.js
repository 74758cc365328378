// Runs in the page before everything else: its time goes on by 300 ms with each frame that comes, so
// that each frame is a snapshot of its own, and as fast as the page can show them. In silence time
// goes on too, as it must for a connection to be made anew.
(() => {
  const STEP = 300;
  const realInterval = setInterval.bind(window);
  const clock = globalThis.sinon.useFakeTimers({
    now: Date.now(),
    toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'],
  });
  let frames = 0;
  let seen = 0;
  let waiting = { frames: Infinity, done: () => {} };
  window.WebSocket = class extends WebSocket {
    constructor(...args) {
      super(...args);
      this.addEventListener('message', () => {
        frames += 1;
        clock.tick(STEP);
        if (frames >= waiting.frames) waiting.done();
      });
    }
  };
  realInterval(() => {
    if (frames === seen) clock.tick(STEP);
    seen = frames;
    if (frames >= waiting.frames) waiting.done();
  }, 50);
  globalThis.pace = {
    frames: () => frames,
    timers: () => clock.countTimers(),
    until: (count) => new Promise((done) => (waiting = { frames: count, done })),
  };
})();
