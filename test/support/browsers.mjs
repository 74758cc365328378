// Which of the three engines this machine has, and how to get the rest, and proxies, on Debian.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

export const ENGINES = ['chromium', 'firefox', 'webkit'];

/** What a bare Debian needs: the engines, a display for WebKit, CJK letters for the Chinese pages. */
const DEBIAN_PACKAGES = [
  'chromium',
  'firefox-esr',
  'webkit2gtk-driver',
  'xvfb',
  'xauth',
  'fonts-noto-cjk',
  'python3',
];

/** Each proxy of docs/proxies, and its program. Wanted, not needed: an older Debian lacks one. */
export const PROXIES = { nginx: '/usr/sbin/nginx', caddy: '/usr/bin/caddy' };

const first = (...paths) => paths.find((path) => path && existsSync(path));

/** Path of each engine's program, by engine; an engine that is not there has no key. */
export function findBrowsers(env = process.env) {
  const found = {
    chromium: first(
      env.CHROME_PATH,
      '/usr/bin/chromium',
      '/usr/bin/chromium-browser',
      '/usr/bin/google-chrome-stable',
      '/usr/bin/google-chrome',
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
    ),
    firefox: first(
      env.FIREFOX_PATH,
      '/usr/bin/firefox-esr',
      '/usr/bin/firefox',
      '/Applications/Firefox.app/Contents/MacOS/firefox',
    ),
    webkit: findWebKit(env),
  };
  return Object.fromEntries(Object.entries(found).filter(([, path]) => path));
}

function findWebKit(env) {
  if (!existsSync('/usr/bin/WebKitWebDriver') || !existsSync('/usr/bin/Xvfb')) return undefined;
  const arch = { x64: 'x86_64', arm64: 'aarch64' }[process.arch] ?? process.arch;
  return first(
    env.MINIBROWSER_PATH,
    `/usr/lib/${arch}-linux-gnu/webkit2gtk-4.1/MiniBrowser`,
    `/usr/lib/${arch}-linux-gnu/webkitgtk-6.0/MiniBrowser`,
  );
}

/** The tests' file server is Python's own. */
export const hasPython = () =>
  spawnSync('python3', ['--version'], { stdio: 'ignore' }).status === 0;

/** True where `apt-get` may be used without asking anybody: as root, on Debian itself. */
export function canInstall() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false;
  return /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'));
}

/**
 * The proxies to install. In images, as CI's are, this file keeps packages from starting what they bring;
 * on a person's own computer no web server is started for some tests, which are skipped.
 */
export function missingProxies() {
  if (!existsSync('/usr/sbin/policy-rc.d')) return [];
  return Object.keys(PROXIES).filter((name) => !existsSync(PROXIES[name]));
}

/** Installs all of `DEBIAN_PACKAGES`, and proxies; what apt-get says is shown when the former fails. */
export function installBrowsers() {
  const apt = (...args) =>
    spawnSync('apt-get', ['-q', ...args], {
      encoding: 'utf8',
      maxBuffer: 1 << 26,
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  const install = (...names) => apt('install', '-y', '--no-install-recommends', ...names);
  apt('update'); // fails in part when one mirror is down: the installation may still be possible
  const { status, stdout, stderr } = install(...DEBIAN_PACKAGES);
  for (const name of missingProxies()) install(name);
  if (status !== 0) console.error(`${stdout}\n${stderr}`.trim().split('\n').slice(-15).join('\n'));
  return status === 0;
}

/** One line for a person: what to do about engines that are not there. */
export function howToInstall() {
  return existsSync('/usr/bin/apt-get')
    ? `apt-get install --no-install-recommends ${DEBIAN_PACKAGES.join(' ')}`
    : 'install Chromium or Chrome, Firefox, or (Linux) WebKitWebDriver with MiniBrowser and Xvfb; CHROME_PATH, FIREFOX_PATH and MINIBROWSER_PATH name programs in other places';
}
