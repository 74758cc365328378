// Paper: a report of what is on the screen, without anything to press.
import assert from 'node:assert/strict';
import { CLUSTER } from './at-work.mjs';
import { definedTags } from './manifest.mjs';

export const cases = {
  async 'every element is printed with what is chosen, and without its controls'(stage) {
    const service = await stage.service({ ...CLUSTER, fileServer: true });
    const given = {
      'castray-node-list': 'filter="gpu" search="jetson"',
      'castray-files': 'actions="upload"',
      'castray-transfers': 'actions="start"',
    };
    const tags = (await definedTags()).filter((tag) => tag !== 'castray-provider');
    const origin = await stage.site({
      pages: {
        '/': `<!doctype html><html lang="en"><meta charset="utf-8"><title>print</title>
          <script type="module" src="/dist/castray-widgets.js"></script>
          <castray-provider theme="dark" api-base="${service.apiBase}" file-server-url="${service.filesUrl}">
          ${tags.map((tag) => `<${tag} ${given[tag] ?? ''}></${tag}>`).join('')}
          </castray-provider></html>`,
      },
    });
    const page = await stage.open(origin);
    await page.locator('castray-node-list [part~="name"]', { hasText: 'Jetson' }).waitFor();
    await page.locator('castray-files [part~="row"]').first().waitFor();
    await page.emulateMedia({ media: 'print' });

    assert.deepEqual(await page.evaluate(controlsOnPaper), [
      'castray-files: CastRay’s list',
      'castray-node-list: GPU 1',
      'castray-node-list: jetson',
    ]);
    assert.equal(
      await page.locator('castray-files [part~="download-link"]:visible').count(),
      0,
      'nothing can be downloaded from paper',
    );
    const paper = await page.evaluate(() => {
      const frame = document
        .querySelector('castray-node-list')
        .shadowRoot.querySelector('[part="frame"]');
      return getComputedStyle(frame).backgroundColor;
    });
    assert.equal(paper, 'rgb(255, 255, 255)', 'a dark screen is printed on white');
    await page.setViewportSize({ width: 718, height: 1000 }); // A4
    const columns = await page.evaluate(
      () =>
        [
          ...document.querySelector('castray-node-list').shadowRoot.querySelectorAll('thead th'),
        ].filter((cell) => cell.offsetWidth > 0).length,
    );
    assert.equal(columns, 9, 'paper has the columns that a window has');
    await stage.shot(page, 'print');
  },

  async 'paper says of when its figures are, and all of why a node died'(stage) {
    const service = await stage.service({ ...CLUSTER });
    const origin = await stage.site({
      pages: {
        '/': `<!doctype html><html lang="en"><meta charset="utf-8"><title>print</title>
          <script type="module" src="/dist/castray-widgets.js"></script>
          <castray-provider api-base="${service.apiBase}">
          <castray-cluster-summary></castray-cluster-summary>
          <castray-node-list></castray-node-list>
          <castray-node-list view="cards"></castray-node-list>
          </castray-provider></html>`,
      },
    });
    const page = await stage.open(origin, { viewport: { width: 718, height: 1000 } });
    await page.locator('castray-node-list [data-node]').first().waitFor();
    const nodes = await page.evaluate(
      () => document.querySelector('castray-provider').snapshot.nodes,
    );
    const reason = 'Unexpected termination: health check failed due to missing too many heartbeats';
    const [first, ...others] = nodes.map(({ nodeId, name, nodeIp }) => ({
      ...{ nodeId, name, nodeIp, state: 'ALIVE', status: 'active' },
    }));
    const dead = { ...first, state: 'DEAD', status: 'dead', stateMessage: reason };
    await service.control('hold');
    await service.control('frame', { type: 'cluster_status', data: { nodes: [dead, ...others] } });
    for (const list of await page.locator('castray-node-list').all())
      await list.locator('[part="reason"]').waitFor();

    assert.deepEqual(
      new Set(await page.evaluate(timesOnPaper)),
      new Set(['none']),
      'on the screen',
    );
    assert.notDeepEqual(await page.evaluate(reasonsCutOff), [], 'on the screen');
    await page.emulateMedia({ media: 'print' });
    const times = await page.evaluate(timesOnPaper);
    assert.equal(times.length, 3);
    for (const time of times) assert.match(time, /20\d\d, \d+:\d\d|attr\(data-at\)/);
    assert.deepEqual(await page.evaluate(reasonsCutOff), []);
    await stage.shot(page, 'print-when');
  },

  async 'what was sent and chosen is printed without the buttons that do something with it'(stage) {
    const service = await stage.service({ ...CLUSTER, fileServer: 'cors' });
    const origin = await stage.site({
      pages: {
        '/': `<!doctype html><html lang="en"><meta charset="utf-8"><title>print</title>
          <script type="module" src="/dist/castray-widgets.js"></script>
          <castray-provider api-base="${service.apiBase}" file-server-url="${service.filesUrl}">
          <castray-node-list view="cards"></castray-node-list>
          <castray-files></castray-files>
          <castray-files view="folders"></castray-files>
          <castray-transfers actions="start"></castray-transfers>
          <castray-upload></castray-upload>
          </castray-provider></html>`,
      },
    });
    stage.allow(/404/); // of a transfer that fails
    const page = await stage.open(origin);
    const [list, folders] = await page.locator('castray-files').all();
    await list.locator('tbody [type="checkbox"]').first().check();
    await list.locator('summary').click();
    await folders.locator('[data-action="open"]').first().click();
    await folders.locator('[part="crumb"]').nth(1).waitFor();
    const transfers = page.locator('castray-transfers');
    await transfers.locator('[name="source"]').selectOption({ index: 1 });
    await transfers.locator('[name="target"]').selectOption({ index: 2 });
    await transfers.locator('[name="file"]').fill('demo_files/none-of-that-name.bin');
    await transfers.locator('[part="start-button"]').click();
    await transfers.locator('[part="again-button"]').waitFor();
    const upload = page.locator('castray-upload');
    for (const times of [1, 2]) {
      await upload.evaluate((element) => element.add([new File(['a'], 'taken.txt')]));
      await upload
        .locator('[part="upload"]')
        .nth(times - 1)
        .waitFor();
      await upload
        .locator('[data-state="stored"], [data-action="skip"]')
        .nth(times - 1)
        .waitFor();
    }
    assert.ok((await page.evaluate(controlsOnPaper)).length > 30, 'on the screen');

    await page.emulateMedia({ media: 'print' });
    const names = await page.locator('castray-node-list [part~="name"]').allInnerTexts();
    const folder = await folders.locator('[part="crumb"]').allInnerTexts();
    const paper = await page.evaluate(controlsOnPaper);
    assert.deepEqual(
      paper.filter((words) => !words.includes(': default order')),
      [
        'castray-node-list: All 5',
        ...names.map((name) => `castray-node-list: ${name}`),
        'castray-files: CastRay’s list',
        'castray-files: Folders of the file server',
        ...folder.map((name) => `castray-files: ${name}`),
      ],
    );
    await stage.shot(page, 'print-at-work');
  },

  async 'what scrolls on the screen has all of its nodes and files on paper'(stage) {
    const service = await stage.service({ nodes: 100, churn: false, fileServer: true });
    const limits = 'style="block-size: 250px; max-block-size: 250px"';
    const origin = await stage.site({
      pages: {
        '/': `<!doctype html><html lang="en"><meta charset="utf-8"><title>print</title>
          <script type="module" src="/dist/castray-widgets.js"></script>
          <castray-provider api-base="${service.apiBase}" file-server-url="${service.filesUrl}">
          <castray-node-list ${limits}></castray-node-list>
          <castray-node-list ${limits} view="map"></castray-node-list>
          <castray-files ${limits}></castray-files>
          </castray-provider></html>`,
      },
    });
    const page = await stage.open(origin, { viewport: { width: 400, height: 300 } });
    for (const shown of [
      'node-list [part~="row"]',
      'node-list [role="grid"]',
      'files [part~="row"]',
    ])
      await page.locator(`castray-${shown}`).first().waitFor();
    assert.notDeepEqual(await page.evaluate(whatScrolls), [], 'on the screen');
    await page.emulateMedia({ media: 'print' });
    assert.deepEqual(await page.evaluate(whatScrolls), []);
    assert.ok(
      await page.evaluate(mapFits),
      'a map that was as wide as the screen is as wide as paper',
    );
    const paper = (await page.pdf({ format: 'A4' })).toString('latin1');
    assert.ok(paper.match(/\/Type \/Page\b/g).length > 3, 'more pages than one');
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    const rows = page.locator('castray-node-list [part~="row"]');
    await rows.nth(99).waitFor();
  },
};

/** What paper adds to ages and counts. */
function timesOnPaper() {
  return [...document.querySelectorAll('castray-provider > *')].flatMap(({ shadowRoot }) =>
    [...shadowRoot.querySelectorAll('[data-at]')].map((place) => {
      if (!/20\d\d, \d+:\d\d/.test(place.dataset.at)) throw new Error(place.dataset.at);
      return getComputedStyle(place, '::after').content;
    }),
  );
}

/** Why nodes died, where that is not all to be read. */
function reasonsCutOff() {
  const isCut = ({ scrollWidth, clientWidth, scrollHeight, clientHeight }) =>
    scrollWidth > clientWidth + 1 || scrollHeight > clientHeight + 1;
  return [...document.querySelectorAll('castray-node-list')]
    .flatMap(({ shadowRoot }) => [...shadowRoot.querySelectorAll('[part="reason"]')])
    .filter((reason) => isCut(reason) || isCut(reason.parentElement))
    .map((reason) => reason.textContent);
}

/** What shows less than there is, in any of the elements. */
function whatScrolls() {
  const found = [];
  for (const { shadowRoot } of document.querySelectorAll('castray-node-list, castray-files'))
    for (const box of shadowRoot.querySelectorAll(
      '[part~="frame"], [part~="scroller"], [part~="map-grid"]',
    ))
      if (box.scrollHeight > box.clientHeight) found.push(box.part.value);
  return found;
}

/** Before the map has heard of the new width: paper is laid out without asking. */
function mapFits() {
  const list = document.querySelector('[view="map"]');
  list.style.inlineSize = '300px';
  const grid = list.shadowRoot.querySelector('[part~="map-grid"]');
  return grid.scrollWidth <= grid.clientWidth;
}

/** What could be pressed or filled in, were it no paper; the names in rows and the heads of columns aside. */
function controlsOnPaper() {
  const found = [];
  const visit = (root) => {
    for (const element of root.querySelectorAll('*')) {
      if (element.shadowRoot) visit(element.shadowRoot);
      if (!element.matches('button, input, select, textarea, summary')) continue;
      if (element.closest('tr') || !element.checkVisibility({ visibilityProperty: true })) continue;
      const words = element.value || element.innerText || element.part.value;
      found.push(`${root.host.localName}: ${words.replace(/\s+/g, ' ').trim()}`);
    }
  };
  visit(document);
  return found;
}
