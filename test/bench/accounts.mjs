// From the browser's trace to what each frame cost.

/**
 * @typedef {object} Account what a tab's main thread did between two marks
 * @property {string} side
 * @property {string} label
 * @property {number} busy ms in tasks, by the thread's own clock: time in which the machine let other
 *   programs run is not in it
 * @property {number} longest ms of the longest task, likewise
 * @property {number} span ms between the marks
 */

/**
 * @param {object[]} events
 * @returns {Account[]}
 */
export function accounts(events) {
  const marks = events.filter(({ name }) => name.startsWith('bench:'));
  return [...new Set(marks.map(threadOf))].flatMap((thread) => {
    const tasks = tasksOf(events, thread);
    const own = marks.filter((mark) => threadOf(mark) === thread).sort((a, b) => a.ts - b.ts);
    return own.flatMap((start, index) => {
      const [, kind, side, label] = start.name.split(':');
      const end = own[index + 1];
      if (kind !== 'start' || end?.name !== 'bench:end') return [];
      return [{ side, label, span: (end.ts - start.ts) / 1000, ...sum(tasks, start.ts, end.ts) }];
    });
  });
}

/** ms of the longest task of the thread that set this mark. */
export function longestTask(events, name) {
  const mark = events.find((event) => event.name === name);
  return Math.max(...tasksOf(events, threadOf(mark)).map(({ ms }) => ms));
}

const threadOf = ({ pid, tid }) => `${pid} ${tid}`;

/** The tasks of a thread, each with its time by the thread's own clock. */
function tasksOf(events, thread) {
  return events
    .filter(({ name, dur }) => name === 'RunTask' && dur !== undefined)
    .filter((event) => threadOf(event) === thread)
    .map(({ ts, dur, tdur = dur }) => ({ ts, end: ts + dur, ms: tdur / 1000 }));
}

function sum(tasks, from, to) {
  // those that set the marks are the bench's own
  const times = tasks.filter(({ ts, end }) => ts > from && end < to).map(({ ms }) => ms);
  return { busy: times.reduce((total, ms) => total + ms, 0), longest: Math.max(0, ...times) };
}

/** Median, and the middle half around it. */
export function spread(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share) => {
    const place = share * (sorted.length - 1);
    const [below, above] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
    return below + (place % 1) * (above - below);
  };
  return { median: at(0.5), low: at(0.25), high: at(0.75), most: at(1), count: sorted.length };
}
