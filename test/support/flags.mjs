// The flags of a command below test/. What makes no sense is told in one line, with exit 2.
import { parseArgs } from 'node:util';

/** @param {import('node:util').ParseArgsConfig['options']} options */
export function readFlags(options) {
  try {
    return parseArgs({ options }).values;
  } catch (error) {
    return refuse(error.message);
  }
}

/** @param {string} name of the flag @param {string} text what was given */
export function readNumber(name, text) {
  return /^\d+(\.\d+)?$/.test(text) ? Number(text) : refuse(`--${name}: a number, not ${text}`);
}

/** @returns {never} */
export function refuse(sentence) {
  console.error(sentence);
  process.exit(2);
}
