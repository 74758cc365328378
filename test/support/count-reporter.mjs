// Counts the tests of a run. A file that did not get as far as its tests, or in which something broke
// outside of them, is one failure.
import path from 'node:path';
import { writeResults } from './results.mjs';

/** What a test page logs when an error or a rejected promise reached the window. */
export const UNCAUGHT = 'nobody caught this error:';

export function countReporter() {
  return {
    onTestRunFinished({ sessions }) {
      const counts = { passed: 0, failed: 0, skipped: 0 };
      const failedFiles = [];
      for (const session of sessions) {
        const before = counts.failed;
        const tests = testsOf(session.testResults);
        for (const test of tests)
          counts[test.skipped ? 'skipped' : test.passed ? 'passed' : 'failed'] += 1;
        if (session.errors.length > 0 || tests.length === 0) counts.failed += 1;
        else if (leftUncaught(session) && tests.every((test) => test.skipped || test.passed)) {
          counts.failed += 1;
          console.log(`${session.testFile}: FAILED, ${UNCAUGHT} see its browser logs`);
        }
        if (counts.failed > before) failedFiles.push(path.relative('.', session.testFile));
      }
      writeResults({ ...counts, failedFiles });
      console.log(`slowest: ${slowest(sessions).join(', ')}`);
      console.log(
        `${sessions.length} files: ${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`,
      );
    },
  };
}

/** Where the minutes go: the files whose tests took longest, with their seconds. */
function slowest(sessions, count = Number(process.env.SLOWEST ?? 5)) {
  return sessions
    .map(({ testFile, testResults }) => {
      const ms = testsOf(testResults).reduce((sum, { duration = 0 }) => sum + duration, 0);
      return { name: path.relative('test', testFile), seconds: Math.round(ms / 1000) };
    })
    .sort((a, b) => b.seconds - a.seconds)
    .slice(0, count)
    .map(({ name, seconds }) => `${name} ${seconds} s`);
}

const leftUncaught = ({ logs }) => logs.some((args) => args.includes(UNCAUGHT));

function testsOf(suite) {
  return suite ? [...suite.tests, ...suite.suites.flatMap(testsOf)] : [];
}
