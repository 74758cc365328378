// Every function of every element, by keyboard alone: no case here has a mouse.
import assert from 'node:assert/strict';
import { Keyboard, until } from './by-keyboard.mjs';
import { untilDrawn } from './drawn.mjs';

const ID = '99dc63f4017655d59054de891be7f4b8717b358d89d686774b8eb6b0';

const ALL = `
  <castray-cluster-summary></castray-cluster-summary>
  <castray-connection></castray-connection>
  <castray-diagnostics></castray-diagnostics>
  <castray-node-list view="table"></castray-node-list>
  <castray-node-detail node-id="${ID}"></castray-node-detail>
  <castray-files></castray-files>
  <castray-transfers actions="start"></castray-transfers>
  <castray-upload></castray-upload>`;

async function open(stage, markup, options = {}) {
  const service = await stage.service({
    frameInterval: 1e8, // the frame that greets a socket, and no other
    replay: 'test/fixtures/captures/ws-one-dead.ndjson',
    fileServer: 'cors',
    pieceMs: 20,
    ...options,
  });
  const origin = await stage.site({
    pages: {
      '/': `<!doctype html><html lang="en"><meta charset="utf-8"><title>By keyboard</title>
        <script type="module" src="/dist/castray-widgets.js"></script>
        <main><castray-provider api-base="${service.apiBase}" file-server-url="${service.filesUrl}">
        ${markup}</castray-provider></main><button>after</button></html>`,
    },
  });
  const page = await stage.open(origin, { permissions: ['clipboard-read', 'clipboard-write'] });
  await page.waitForFunction(
    () => document.querySelector('castray-provider').snapshot?.source === 'websocket',
  );
  await untilDrawn(page);
  const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
  return { page, service, keys: new Keyboard(page), clipboard };
}

export const cases = {
  async 'Tab comes to every control of every element, each with a ring, and leaves again'(stage) {
    const { page, keys } = await open(stage, ALL);
    await page.getByText('blob.bin', { exact: true }).waitFor();
    const controls = await keys.controls();
    assert.equal(Object.keys(controls).length, 8, 'each element has some');
    assert.deepEqual(await keys.tour(), controls);
    await keys.press('Shift+Tab');
    await keys.isOn('castray-upload', /For the node/);
  },

  async 'the cluster summary: refresh, pause, resume'(stage) {
    const { page, service, keys } = await open(
      stage,
      '<castray-cluster-summary></castray-cluster-summary>',
    );
    const phase = (wanted) =>
      page.waitForFunction(
        (name) => document.querySelector('castray-provider').connection.phase === name,
        wanted,
      );
    const requests = () => Object.values(service.seen().requests).reduce((sum, n) => sum + n, 0);
    const before = requests();
    await keys.use('castray-cluster-summary', 'Refresh');
    await until(() => requests() > before);
    await keys.use('castray-cluster-summary', 'Pause', 'Space');
    await phase('paused');
    await keys.isOn('castray-cluster-summary', 'Resume');
    await keys.press('Enter');
    await phase('live');
    await keys.isOn('castray-cluster-summary', 'Pause');
  },

  async 'the connection: its log, reconnect, pause'(stage) {
    const { page, service, keys } = await open(stage, '<castray-connection></castray-connection>');
    await keys.use('castray-connection', 'Log');
    await page.getByRole('list', { name: 'Log' }).waitFor();
    await keys.to('castray-connection', 'Reconnect', 'Shift+Tab');
    const { handshakes } = service.seen();
    await keys.press('Space');
    await until(() => service.seen().handshakes > handshakes);
    // A browser warns of a socket that is closed while it is being opened.
    await page.waitForFunction(
      () => typeof document.querySelector('castray-provider').connection.firstFrameMs === 'number',
    );
    await keys.use('castray-connection', 'Pause');
    await page.getByText('Paused').first().waitFor();
    await keys.use('castray-connection', 'Log');
    await page.getByRole('list', { name: 'Log' }).waitFor({ state: 'detached' });
  },

  async 'the doctor: check, and copy the report'(stage) {
    const { page, keys, clipboard } = await open(
      stage,
      '<castray-diagnostics></castray-diagnostics>',
    );
    stage.allow(/CORS policy|ERR_FAILED|404/);
    await keys.use('castray-diagnostics', 'Check now');
    await page.getByRole('button', { name: 'Copy report' }).waitFor();
    await keys.use('castray-diagnostics', 'Copy report');
    await page.getByRole('status').filter({ hasText: 'Copied' }).waitFor();
    assert.match(await clipboard(), /127\.0\.0\.1/);
  },

  async 'the node list: search, filter, sort, select, open, copy, export, columns'(stage) {
    const { page, keys, clipboard } = await open(stage, '<castray-node-list></castray-node-list>');
    const list = 'castray-node-list';
    const names = () => page.locator(`${list} [part~="name"]`).allTextContents();
    const shown = (count) =>
      page.waitForFunction(
        (wanted) =>
          document.querySelector('castray-node-list').shadowRoot.querySelectorAll('[part~="row"]')
            .length === wanted,
        count,
      );
    await keys.use(list, /^Wireless/);
    await shown(2);
    await keys.to(list, /^All/, 'Shift+Tab');
    await keys.press('Space', '/');
    await keys.isOn(list, 'Search by name, IP or ID');
    await keys.type('UAV');
    await shown(1);
    await keys.press('Escape');
    await shown(5);

    await keys.use(list, 'Name');
    const ascending = await names();
    await keys.press('Enter');
    assert.deepEqual(
      (await names()).map((name) => name.trim()),
      ascending.map((name) => name.trim()).reverse(),
    );
    await keys.isOn(list, 'Name');

    await keys.use(list, 'UAV-1');
    await page.locator(`${list} [part~="selected-row"]`).waitFor();
    await page.locator(`${list} [part~="details"]`).waitFor();
    await keys.use(list, 'Copy the node ID of UAV-1', 'Space');
    await page.getByRole('status').filter({ hasText: 'Copied' }).waitFor();
    assert.match(await clipboard(), /^[0-9a-f]{56}$/);

    await keys.to(list, 'Export', 'Shift+Tab');
    await keys.press('Enter');
    await keys.to(list, 'CSV file');
    const [download] = await Promise.all([page.waitForEvent('download'), keys.press('Enter')]);
    assert.match(download.suggestedFilename(), /\.csv$/);
    await keys.use(list, 'Copy as text');
    await until(async () => (await clipboard()).includes('UAV-1'));
    await keys.press('Escape');
    await keys.isOn(list, 'Export');
  },

  async 'the node list as cards and as a map'(stage) {
    const { page, keys } = await open(stage, '<castray-node-list></castray-node-list>');
    const list = 'castray-node-list';
    await keys.use(list, 'Cards');
    await page.locator(`${list} [part~="card"]`).nth(4).waitFor();
    await keys.to(list, /Sort by/, 'Shift+Tab');
    await keys.type('Mem');
    await page.waitForFunction(() =>
      new URLSearchParams(document.querySelector('castray-node-list').viewState).has('sort'),
    );
    await keys.use(list, 'Map', 'Space');
    await page.getByRole('grid').waitFor();
    await keys.to(list, /^Nodes, map/);
    const cell = () =>
      page.getByRole('grid').evaluate((grid) => grid.getAttribute('aria-activedescendant'));
    const first = await cell();
    await keys.press('ArrowRight');
    assert.notEqual(await cell(), first);
    await keys.press('ArrowLeft');
    assert.equal(await cell(), first);
    await keys.press('Enter');
    await page.waitForFunction(
      () => document.querySelector('castray-node-list').selected !== undefined,
    );
  },

  async 'one node: its ID is copied'(stage) {
    const { keys, page, clipboard } = await open(
      stage,
      `<castray-node-detail node-id="${ID}"></castray-node-detail>`,
    );
    await keys.use('castray-node-detail', 'Copy the node ID of M10');
    await page.getByRole('status').filter({ hasText: 'Copied' }).waitFor();
    assert.equal(await clipboard(), ID);
  },

  async 'files: sort, search, look into one, download several, walk the folders'(stage) {
    const { page, keys } = await open(stage, '<castray-files></castray-files>');
    const files = 'castray-files';
    await keys.use(files, 'Size');
    await page
      .getByRole('columnheader', { name: 'Size' })
      .and(page.locator('[aria-sort]'))
      .waitFor();
    await keys.to(files, 'Search by name', 'Shift+Tab');
    await keys.type('flight');
    await page.getByText('blob.bin', { exact: true }).waitFor({ state: 'detached' });
    await keys.use(files, 'flight.com');
    await page.getByText('FROM').or(page.getByText('From')).first().waitFor();
    await keys.press('Escape');
    await keys.isOn(files, 'flight.com');
    await keys.to(files, /^Select all/, 'Shift+Tab');
    await keys.press('Space');
    await keys.to(files, 'Download selected');
    const downloads = [];
    page.on('download', (download) => downloads.push(download.suggestedFilename()));
    await keys.press('Enter');
    await until(() => downloads.length === 2);

    await keys.use(files, 'Folders of the file server');
    await page.getByRole('button', { name: 'Show all files' }).waitFor();
    await keys.use(files, 'Show all files');
    await keys.use(files, /demo_files/);
    await page.getByRole('navigation').getByText('demo_files').waitFor();
  },

  async 'a transfer: chosen, refused, started, cleared'(stage) {
    const { page, keys } = await open(
      stage,
      '<castray-transfers actions="start"></castray-transfers>',
    );
    const transfers = 'castray-transfers';
    await keys.to(transfers, /^From/);
    await keys.type('M10');
    await keys.to(transfers, /^To/);
    await keys.type('M10');
    await keys.to(transfers, /^File/);
    await keys.type('demo_files/blob.bin');
    await keys.use(transfers, 'Start');
    await page.getByText('Source and target are the same node.').waitFor();
    await keys.to(transfers, /^To/, 'Shift+Tab');
    await keys.type('M3');
    await keys.use(transfers, 'Start');
    await page.getByText('completed', { exact: true }).waitFor();
    await keys.use(transfers, 'Completed: Clear');
    await page.getByText('No transfers').waitFor();
  },

  async 'an upload: chosen, sent, and cleared'(stage) {
    const { page, keys } = await open(stage, '<castray-upload></castray-upload>');
    const upload = 'castray-upload';
    stage.allow(/404/); // whether the service has a file of this name already
    page.on('filechooser', () => {}); // from the start: the browser is told to leave it to us
    await keys.to(upload, 'Choose files');
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), keys.press('Enter')]);
    await chooser.setFiles({
      name: 'orders.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from('fly'),
    });
    await page.getByText('stored on the gateway').first().waitFor();
    await keys.use(upload, /^Clear/);
    await page.locator('castray-upload [part~="row"]').waitFor({ state: 'detached' });
  },

  async 'the right addresses are taken by keyboard, too'(stage) {
    const service = await stage.service({ fileServer: true });
    const origin = await stage.site({
      pages: {
        '/': `<!doctype html><html lang="en"><meta charset="utf-8"><title>Mixed up</title>
          <script type="module" src="/dist/castray-widgets.js"></script>
          <castray-provider api-base="${service.filesUrl}" file-server-url="${service.apiBase}">
          <castray-diagnostics></castray-diagnostics></castray-provider></html>`,
      },
    });
    stage.allow(/CORS policy|ERR_FAILED|404|501|WebSocket/);
    const page = await stage.open(origin);
    const keys = new Keyboard(page);
    await page.locator('[part~="apply-button"]').waitFor();
    await keys.use('castray-diagnostics', /^Use /);
    await page.waitForFunction(
      () => document.querySelector('castray-provider').connection.phase === 'live',
    );
  },
};
