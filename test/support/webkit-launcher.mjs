// @web/test-runner launcher for WebKitGTK (Debian: webkit2gtk-driver, xvfb): MiniBrowser on a display
// of its own, driven over W3C WebDriver. The type «webdriver» is what makes the stock commands
// sendKeys, sendMouse and resetMouse call the methods below.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import net from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { connect } from './webdriver.mjs';

const DEFAULT_VIEWPORT = { width: 800, height: 600 }; // what the other two launchers give
const BUTTONS = { left: 0, middle: 1, right: 2 };

// WebDriver's code points for keys without a character
const KEYS = {
  Backspace: '\uE003',
  Tab: '\uE004',
  Enter: '\uE007',
  Shift: '\uE008',
  Control: '\uE009',
  Alt: '\uE00A',
  Escape: '\uE00C',
  Space: ' ',
  PageUp: '\uE00E',
  PageDown: '\uE00F',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  Insert: '\uE016',
  Delete: '\uE017',
  Meta: '\uE03D',
};

export function webkitLauncher({ binary }) {
  const children = [];
  const active = new Map();
  let driver, starting, viewport;

  const killAll = () => children.splice(0).forEach((child) => child.kill());

  async function start() {
    process.once('exit', killAll);
    process.once('SIGTERM', () => process.exit(1)); // its default would leave the children
    const display = await startDisplay(children);
    const port = await freePort();
    children.push(
      spawn('WebKitWebDriver', [`--port=${port}`, '--host=127.0.0.1'], {
        stdio: 'ignore',
        env: { ...process.env, DISPLAY: display, LIBGL_ALWAYS_SOFTWARE: '1' },
      }),
    );
    driver = await connect(`http://127.0.0.1:${port}`, {
      'webkitgtk:browserOptions': { binary, args: ['--automation'] },
    });
  }

  const actions = (source) => driver.post('/actions', { actions: [source] });
  const mouse = (...steps) =>
    actions({ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions: steps });
  const moveTo = (x, y) => ({ type: 'pointerMove', duration: 0, x, y });
  const down = (button) => ({ type: 'pointerDown', button: BUTTONS[button] });
  const up = (button) => ({ type: 'pointerUp', button: BUTTONS[button] });

  const launcher = {
    name: 'WebKitGTK',
    type: 'webdriver',
    concurrency: 1,

    async startSession(id, url) {
      starting ??= start();
      await starting;
      await launcher.setViewport(DEFAULT_VIEWPORT);
      active.set(id, url);
      await driver.post('/url', { url });
    },
    async stopSession(id) {
      active.delete(id);
      // the next file's page is of the same origin: it must find nothing of this one's
      await driver.script('localStorage.clear(); sessionStorage.clear();');
      await driver.delete('/actions');
      await driver.post('/url', { url: 'about:blank' });
      return {};
    },
    isActive: (id) => active.has(id),
    getBrowserUrl: (id) => active.get(id),
    async startDebugSession() {
      throw new Error('WebKitGTK has no window here: debug in a desktop browser');
    },
    async stop() {
      await driver?.delete('').catch(() => {}); // the browser may be gone already
      killAll();
    },

    // called by the stock commands
    async sendKeys(_id, keys) {
      await actions({
        type: 'key',
        id: 'keys',
        actions: keys
          .map((key) => KEYS[key] ?? key)
          .flatMap((value) => [
            { type: 'keyDown', value },
            { type: 'keyUp', value },
          ]),
      });
    },
    sendMouseMove: (_id, x, y) => mouse(moveTo(x, y)),
    sendMouseClick: (_id, x, y, button = 'left') => mouse(moveTo(x, y), down(button), up(button)),
    sendMouseDown: (_id, button = 'left') => mouse(down(button)),
    sendMouseUp: (_id, button = 'left') => mouse(up(button)),
    resetMouse: () => driver.delete('/actions'),

    // called by our own plugins
    async setViewport(wanted) {
      if (viewport?.width === wanted.width && viewport.height === wanted.height) return;
      viewport = wanted;
      await fitWindow(driver, wanted);
    },
    async screenshot() {
      // without a wait of two frames the picture is the previous frame
      await driver.asyncScript(
        'const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 50)));',
      );
      return Buffer.from(await driver.get('/screenshot'), 'base64');
    },
  };
  return launcher;
}

async function startDisplay(children) {
  const server = spawn(
    'Xvfb',
    ['-displayfd', '3', '-screen', '0', '1920x1600x24', '-nolisten', 'tcp'],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] },
  );
  children.push(server);
  const [number] = await once(server.stdio[3], 'data');
  return `:${String(number).trim()}`;
}

async function freePort() {
  const server = net.createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

// WebDriver sizes the window; the page is what is left of it. MiniBrowser is never narrower than its
// tool bar, about 447 px: narrower layouts are tested in an iframe or a sized container.
async function fitWindow(driver, { width, height }) {
  let [extraWidth, extraHeight] = [0, 0];
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const rect = { x: 0, y: 0, width: width + extraWidth, height: height + extraHeight };
    await driver.post('/window/rect', rect);
    await sleep(50); // the window manager's answer is not awaited by the driver
    const [innerWidth, innerHeight] = await driver.script('return [innerWidth, innerHeight]');
    if (innerWidth === width && innerHeight === height) return;
    extraWidth += width - innerWidth;
    extraHeight += height - innerHeight;
  }
}
