// What a visitor does with the widgets on any page: sees the nodes, and uses them by keyboard alone.
import assert from 'node:assert/strict';

/** The cluster of every such page: five nodes that stay as they are. */
export const CLUSTER = { nodes: 5, churn: false, frameInterval: 200 };

/** The usual three tags. */
export const widgets = ({ apiBase }) => `
  <castray-provider api-base="${apiBase}" theme="light">
    <castray-cluster-summary></castray-cluster-summary>
    <castray-node-list view="table"></castray-node-list>
  </castray-provider>`;

/** Data is shown, and a node is searched, selected, opened and closed with the keyboard. `page` may be a frame. */
export async function worksByKeyboard(page, keyboard) {
  await page.locator('castray-cluster-summary').getByText('Head node').waitFor();
  const rows = page.locator('castray-node-list [part~="row"]');
  await rows.nth(4).waitFor();
  await page.evaluate(() => {
    document.addEventListener('castray-node-select', ({ node }) => {
      document.documentElement.dataset.selected = node.name;
    });
  });
  const name = (await rows.last().locator('[part~="name"]').textContent()).trim();

  await tabTo(page, keyboard, 'input[type="search"]');
  await keyboard.type(name);
  await rows.nth(1).waitFor({ state: 'detached' });
  await tabTo(page, keyboard, '[part~="name"]');
  await keyboard.press('Enter');
  await page.waitForFunction(() => document.documentElement.dataset.selected);
  assert.equal(await page.evaluate(() => document.documentElement.dataset.selected), name);
  const details = page.locator('castray-node-list [part~="details"]');
  await details.waitFor();
  await tabTo(page, keyboard, '[part~="details-button"]');
  await keyboard.press('Space');
  await details.waitFor({ state: 'detached' });
}

async function tabTo(page, keyboard, selector) {
  for (let presses = 0; presses < 60; presses += 1) {
    await keyboard.press('Tab');
    const isThere = await page.evaluate((wanted) => {
      let focused = document.activeElement;
      while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
      return focused?.matches(wanted) ?? false;
    }, selector);
    if (isThere) return;
  }
  assert.fail(`Tab does not come to ${selector}`);
}
