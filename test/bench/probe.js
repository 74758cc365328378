// In both pages, before anything else: says when a frame is on the screen.
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
  rows() {
    const list = document.querySelector('castray-node-list');
    return (list?.shadowRoot ?? document).querySelectorAll('tr[data-node], tbody td:first-child');
  },
};
document.addEventListener('castray-snapshot-change', bench.shown);

(function untilRows() {
  const isThere = [...bench.rows()].some((row) => row.textContent.trim());
  if (!isThere) requestAnimationFrame(untilRows);
  // this task comes after the picture of which the rows are part
  else {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      bench.firstRows = performance.now();
    };
    port2.postMessage(0);
  }
})();
