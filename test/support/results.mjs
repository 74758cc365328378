// How a step that counts tests tells test/run.mjs: a JSON file named by RESULTS_FILE.
import { writeFileSync } from 'node:fs';

/** @param {{passed: number, failed: number, skipped: number, failedFiles?: string[]}} counts */
export function writeResults(counts) {
  const file = process.env.RESULTS_FILE;
  if (file) writeFileSync(file, JSON.stringify(counts));
}
