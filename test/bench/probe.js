// In both pages, before anything else: says when a frame is on the screen.
let tellAll;
globalThis.bench = {
  /** ms that the last JSON.parse took; only the floor tells. */
  parseTime: 0,
  parsed(ms) {
    bench.parseTime = ms;
  },
  /** Called when a frame has been worked into the page, or will be before the next picture. */
  shown() {
    // two pictures later, and a little, nothing of it can be left to do
    requestAnimationFrame(() =>
      requestAnimationFrame(() =>
        setTimeout(() => {
          performance.mark('bench:end');
          globalThis.benchShown?.(String(bench.parseTime));
        }, 30),
      ),
    );
  },
  /** ms since the navigation at which the first rows were painted. */
  firstRows: undefined,
  /** The same of the last of the rows that can be seen; a promise, for a while later. */
  allRows: new Promise((resolve) => (tellAll = resolve)),
  rows() {
    const list = document.querySelector('castray-node-list');
    return (list?.shadowRoot ?? document).querySelectorAll('tr[data-node], tbody td:first-child');
  },
};
document.addEventListener('castray-snapshot-change', bench.shown);

/** Calls back with the time when the picture of which this task is part has been drawn. */
function whenDrawn(tell) {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => tell(performance.now());
  port2.postMessage(0);
}

(function untilRows() {
  const isThere = [...bench.rows()].some((row) => row.textContent.trim());
  if (!isThere) {
    requestAnimationFrame(untilRows);
    return;
  }
  whenDrawn((time) => {
    bench.firstRows = time;
    untilAll(bench.rows().length, time, 10);
  });
})();

/** Looks whether there are more, for so many pictures; `time` is that of the last ones. */
function untilAll(count, time, pictures) {
  requestAnimationFrame(() =>
    whenDrawn((now) => {
      const { length } = bench.rows();
      const last = length > count ? now : time;
      if (pictures > 0) untilAll(length, last, pictures - 1);
      else tellAll(last);
    }),
  );
}
