/** The ending of an English plural. */
export const s = (n: number): string => (n === 1 ? '' : 's');
