import { asFields } from './fields.js';
import { parseJson } from './json.js';
import { UNKNOWN, type Maybe } from './unknown.js';

/** One end of a flight. Coordinates are the campus's own. */
export interface FlightStop {
  readonly name: Maybe<string>;
  readonly x: Maybe<number>;
  readonly y: Maybe<number>;
  readonly z: Maybe<number>;
}

/** What a `.com` file tells a drone. */
export interface FlightOrder {
  readonly from: FlightStop;
  readonly to: FlightStop;
}

const NOWHERE: FlightStop = { name: UNKNOWN, x: UNKNOWN, y: UNKNOWN, z: UNKNOWN };

/** Longest line that is read. */
const MAX_LINE = 500;

/**
 * Reads a flight order: JSON with `from` and `to`, or the lines `FROM: name x y z` and `TO: …`.
 * `undefined` for anything else, a DOS program say. Never throws.
 */
export function parseFlightOrder(text: string): FlightOrder | undefined {
  const json = parseJson(text);
  const fields = json.ok ? asFields(json.value) : undefined;
  const from = fields ? fromFields(fields['from']) : fromLine(text, 'FROM');
  const to = fields ? fromFields(fields['to']) : fromLine(text, 'TO');
  return from && to && Object.freeze({ from, to });
}

function fromFields(value: unknown): FlightStop | undefined {
  const fields = asFields(value);
  if (!fields) return undefined;
  const { name } = fields;
  return {
    name: (typeof name === 'string' && name.trim()) || UNKNOWN,
    x: coordinate(fields['x']),
    y: coordinate(fields['y']),
    z: coordinate(fields['z']),
  };
}

/** A line that begins with the word; the last three figures in it are x, y and z. */
function fromLine(text: string, word: string): FlightStop | undefined {
  const begin = new RegExp(`^[ \\t]*${word}[ \\t]*[:：]`, 'im').exec(text);
  if (!begin) return undefined;
  const start = begin.index + begin[0].length;
  const rest = text.slice(start, start + MAX_LINE).split(/[\r\n]/, 1)[0] ?? '';
  const words = rest.split(/[\s,，;()（）]+/).filter(Boolean);
  const figures = words.slice(-3).map(coordinate);
  if (figures.length < 3 || figures.includes(UNKNOWN)) {
    return { ...NOWHERE, name: words.join(' ') || UNKNOWN };
  }
  const [x = UNKNOWN, y = UNKNOWN, z = UNKNOWN] = figures;
  return { name: words.slice(0, -3).join(' ') || UNKNOWN, x, y, z };
}

function coordinate(value: unknown): Maybe<number> {
  const isFigure = typeof value === 'string' && /^[-+]?\d/.test(value);
  const figure = isFigure ? Number(value) : typeof value === 'number' ? value : NaN;
  return Number.isFinite(figure) ? figure : UNKNOWN;
}
