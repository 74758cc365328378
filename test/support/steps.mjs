// One step of test/run.mjs: a command as a section of its output, with its time.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

// A step that hangs is a failure, not a hung CI. Two engines side by side take 7 min here, and 11 on a slow machine.
const LIMIT_MS = 25 * 60_000;

/** Runs a command that counts as one test: its exit code is the result. */
export function runOnce(title, command, say) {
  return section(title, say, async () => {
    const ok = await succeeds(command, {}, say);
    return { passed: ok ? 1 : 0, failed: ok ? 0 : 1 };
  });
}

/**
 * Runs a command that counts tests by itself (results.mjs). No test at all is a failure. `say` gets what
 * it prints, where that must not stand between the lines of another.
 */
export function runCounted(title, command, env, say) {
  return section(title, say, async () => {
    const directory = mkdtempSync(path.join(tmpdir(), 'castray-'));
    const file = path.join(directory, 'results.json');
    const ok = await succeeds(command, { ...env, RESULTS_FILE: file }, say);
    const counts = read(file);
    rmSync(directory, { recursive: true });
    // broken without a failed test: the browser died, no test was found
    if (counts.failed === 0 && (!ok || counts.passed === 0)) counts.failed = 1;
    return counts;
  });
}

function read(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return { passed: 0, failed: 0, skipped: 0 }; // the command ended before it counted
  }
}

async function section(title, say = (text) => process.stdout.write(text), run) {
  say(`\n== ${title}\n`);
  const started = performance.now();
  const counts = await run();
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  say(`== ${title}: ${counts.failed > 0 ? 'FAILED' : 'ok'} (${seconds} s)\n`);
  return counts;
}

function succeeds([program, ...args], env = {}, say) {
  return new Promise((resolve) => {
    const output = say ? 'pipe' : 'inherit';
    const child = spawn(program, args, {
      stdio: ['ignore', output, output],
      env: { ...process.env, ...env },
    });
    for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', say);
    const terminate = setTimeout(() => {
      console.error(`still running after ${LIMIT_MS / 1000} s: ended`);
      child.kill('SIGTERM');
    }, LIMIT_MS);
    const kill = setTimeout(() => child.kill('SIGKILL'), LIMIT_MS + 10_000);
    const end = (ok) => {
      clearTimeout(terminate);
      clearTimeout(kill);
      resolve(ok);
    };
    child.once('error', (error) => {
      console.error(error.message);
      end(false);
    });
    child.once('close', (code) => end(code === 0));
  });
}
