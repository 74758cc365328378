import { expect, fixture, html } from '@open-wc/testing';
import { resetMouse, sendKeys, sendMouse } from '@web/test-runner-commands';
import { startService } from './castray.js';
import { engine, setMedia, setViewport, shot } from './page.js';
import { until } from './wait.js';

describe('the test bench', () => {
  it('types and presses keys', async () => {
    const input = await fixture<HTMLInputElement>(html`<input aria-label="text" />`);
    await sendKeys({ press: 'Tab' });
    expect(document.activeElement).to.equal(input);
    await sendKeys({ type: 'abc' });
    expect(input.value).to.equal('abc');
  });

  it('clicks', async () => {
    let clicks = 0;
    const button = await fixture(html`<button @click=${() => (clicks += 1)}>press</button>`);
    const { x, y, width, height } = button.getBoundingClientRect();
    const position: [number, number] = [Math.round(x + width / 2), Math.round(y + height / 2)];
    await sendMouse({ type: 'click', position });
    await resetMouse();
    await until(() => clicks === 1, 'the click');
  });

  it('sizes the page', async () => {
    for (const size of [
      { width: 700, height: 500 },
      { width: 1024, height: 768 },
    ]) {
      await setViewport(size);
      await until(() => innerWidth === size.width && innerHeight === size.height, 'the size');
    }
  });

  it('draws frames, and pictures them', async () => {
    await new Promise(requestAnimationFrame);
    const { bytes } = await shot('bench');
    expect(bytes).to.be.greaterThan(500);
  });

  it('emulates media features, or says that it cannot', async () => {
    const forced = () => matchMedia('(forced-colors: active)').matches;
    if (engine === 'chromium') {
      await setMedia({ 'forced-colors': 'active' });
      expect(forced()).to.be.true;
      await setMedia({});
      expect(forced()).to.be.false;
    } else {
      const refusal: unknown = await setMedia({ 'forced-colors': 'active' }).catch(
        (error: unknown) => error,
      );
      expect(refusal).to.be.an('error');
    }
  });

  it('has a service of another origin, over HTTP and over a WebSocket', async () => {
    const service = await startService();
    expect(new URL(service.apiBase).origin).not.to.equal(location.origin);
    const response = await fetch(`${service.apiBase}/api/status`);
    expect(response.ok).to.be.true;
    const socket = new WebSocket(service.wsUrl);
    const frame = await new Promise<unknown>((resolve) => {
      socket.addEventListener('message', ({ data }) => resolve(data), { once: true });
    });
    expect(frame).to.be.a('string').that.contains('cluster_status');
    const seen = await service.seen();
    expect(seen.sockets).to.equal(1);
    expect(seen.paths['/api/status']?.origins).to.deep.equal([location.origin]);
    const closed = new Promise((resolve) => {
      socket.addEventListener('close', resolve, { once: true });
    });
    await service.control('drop');
    await closed;
    await until(async () => (await service.seen()).sockets === 0, 'no open socket');
  });
});
