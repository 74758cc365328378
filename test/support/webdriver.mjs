// As much of a W3C WebDriver client as the WebKit launcher needs.
import { setTimeout as sleep } from 'node:timers/promises';

/** Waits for the driver at `base` and opens a session with `capabilities`. */
export async function connect(base, capabilities) {
  await untilUp(`${base}/status`);
  const { sessionId } = await call(`${base}/session`, 'POST', {
    capabilities: { alwaysMatch: capabilities },
  });
  const root = `${base}/session/${sessionId}`;
  const post = (path, body = {}) => call(root + path, 'POST', body);
  return {
    get: (path) => call(root + path, 'GET'),
    post,
    delete: (path) => call(root + path, 'DELETE'),
    /** Runs the body of a function in the page and gives what it returns. */
    script: (script, args = []) => post('/execute/sync', { script, args }),
    /** As `script`; the page's last argument is the callback that ends it. */
    asyncScript: (script, args = []) => post('/execute/async', { script, args }),
  };
}

async function call(url, method, body) {
  const response = await fetch(url, {
    method,
    headers: { 'content-type': 'application/json' },
    body: body && JSON.stringify(body),
  });
  const { value } = await response.json();
  if (!response.ok) throw new Error(`WebDriver ${url}: ${value?.error}: ${value?.message}`);
  return value;
}

async function untilUp(url) {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await fetch(url);
    } catch (error) {
      if (attempt > 100) throw error;
      await sleep(50);
    }
  }
}
