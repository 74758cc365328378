// Collects what the fault suite saw, prints it as a table at the end of a run, and leaves it as JSON
// in FAULTS_FILE where that is set. Command: faults:row (see test/faults/fault.ts).
import { writeFileSync } from 'node:fs';

/** @typedef {{ engine: string, number: number, fault: string, saw: string, recovery: string, result: string }} Row */

export function faultTable() {
  /** @type {Row[]} */
  const rows = [];
  return {
    plugin: {
      name: 'fault-table',
      executeCommand({ command, payload, session }) {
        if (command !== 'faults:row') return undefined;
        rows.push({ engine: session.browser.name, ...payload });
        return true;
      },
    },
    reporter: {
      onTestRunFinished() {
        if (rows.length === 0) return;
        rows.sort((a, b) => a.number - b.number);
        if (process.env.FAULTS_FILE) writeFileSync(process.env.FAULTS_FILE, JSON.stringify(rows));
        console.log('\nfault | what the user saw | time to recover | result');
        for (const { number, fault, saw, recovery, result } of rows)
          console.log(`${number} ${fault} | ${saw} | ${recovery} | ${result}`);
      },
    },
  };
}
