// `npm start` as a person runs it, without the build: its addresses are read from what it prints.
import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** Starts demo/start.mjs; gives the pages' origin and all that it printed. */
export async function startDemo(stage, args = []) {
  // a port that is likely to be free; the demo itself goes on to the next one where it is not
  const port = 20_000 + Math.floor(Math.random() * 20_000);
  const child = spawn('node', ['demo/start.mjs', '--port', String(port), ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  stage.later(async () => {
    if (child.exitCode !== null) return;
    child.kill('SIGINT');
    await once(child, 'exit');
  });
  let said = '';
  for await (const chunk of child.stdout) {
    said += chunk;
    if (said.includes('Ctrl-C')) break;
  }
  const [, origin] = /Overview\s+(http:\S+?)\/?\s/.exec(said) ?? [];
  if (!origin) throw new Error(`the demo did not start:\n${said}`);
  return { origin, said };
}
