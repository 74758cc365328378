// What all cases of test/e2e share is made once, and again where that failed.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onceGood } from '../e2e/once-good.mjs';

test('what failed is made again, what is good is not', async () => {
  const outcomes = [new Error('a hiccup'), 'good', 'one too many'];
  const make = onceGood(async (extra) => {
    const outcome = outcomes.shift();
    if (outcome instanceof Error) throw outcome;
    return outcome + extra;
  });
  const both = [make('!'), make('!')];
  for (const each of both) await assert.rejects(each, /a hiccup/);
  assert.equal(await make('!'), 'good!');
  assert.equal(await make('?'), 'good!');
});
