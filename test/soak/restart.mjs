// Fifty pages are connected, and the service is started anew: they must not come back all at once.
import { createService } from '../../demo/service/index.mjs';
import { createTcpFaultServer } from '../faults/tcp-fault-server.mjs';

const PAGES = 50;
const DOWN_MS = 3000;
const BIN_MS = 250;
/** Of all pages, at most this share may come in one bin. */
const SHARE = 0.3;

export async function soakRestart(browser) {
  const service = await createService({ churn: false, frameInterval: 1000 });
  // each by a port of its own: one browser slows down what fails often on one port
  const ways = await Promise.all(
    Array.from({ length: PAGES }, () => createTcpFaultServer({ to: service.port })),
  );
  const providers = ways.map(
    ({ port }) => `<castray-provider api-base="http://127.0.0.1:${port}"></castray-provider>`,
  );
  const { page, close } = await browser.open(providers.join(''));
  const allLive = () =>
    page.waitForFunction(
      () =>
        [...document.querySelectorAll('castray-provider')].every(
          ({ connection }) => connection.phase === 'live',
        ),
      { timeout: 60_000 },
    );
  await allLive();
  await service.control('forget');
  await service.control('down');
  await new Promise((done) => setTimeout(done, DOWN_MS));
  await service.control('up');
  const upAt = Date.now();
  await page.waitForFunction(() => document.querySelector('castray-provider').connection.attempt);
  await allLive();
  const { handshakeTimes } = service.seen();
  await close();
  for (const way of ways) await way.close();
  await service.close();

  const waits = handshakeTimes.map((at) => at - upAt).filter((wait) => wait >= 0);
  const bins = Array.from({ length: Math.ceil((Math.max(...waits) + 1) / BIN_MS) }, () => 0);
  for (const wait of waits) bins[Math.floor(wait / BIN_MS)] += 1;
  bins.forEach((count, index) => {
    console.log(`${((index * BIN_MS) / 1000).toFixed(2).padStart(6)} s  ${'#'.repeat(count)}`);
  });
  const busiest = Math.max(...bins);
  console.log(`\n${waits.length} handshakes after the restart, at most ${busiest} in ${BIN_MS} ms`);
  return busiest > PAGES * SHARE ? [`${busiest} of ${PAGES} pages within ${BIN_MS} ms`] : [];
}
