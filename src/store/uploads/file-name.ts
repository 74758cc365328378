import { withoutControls } from '../../model/harmless-text.js';

/** Bytes of UTF-8 that a name may have; most disks take 255. */
const LONGEST_NAME = 200;

/**
 * The name without folders, controls, leading dots and what is special elsewhere: CastRay writes it as
 * it is given. Empty where nothing is left.
 */
export function safeName(given: string): string {
  const name = withoutControls(given.normalize('NFC').split(/[\\/]/).at(-1) ?? '')
    .replace(/[<>:"|?*]/g, '_')
    .replace(/^[\s.]+|[\s.]+$/g, '');
  return shorten(name);
}

function shorten(name: string): string {
  const ending = /\.[^.]{1,16}$/.exec(name)?.[0] ?? '';
  let stem = Array.from(name.slice(0, name.length - ending.length));
  const bytes = (): number => new TextEncoder().encode(stem.join('') + ending).length;
  while (bytes() > LONGEST_NAME) stem = stem.slice(0, -Math.ceil((bytes() - LONGEST_NAME) / 4));
  return stem.join('') + ending;
}

/** `a.txt`, `a (2).txt`, `a (3).txt`: the next name after one that is taken. */
export function nextName(name: string): string {
  const [, stem = name, n, ending = ''] = /^(.*?)(?: \((\d+)\))?(\.[^.]*)?$/.exec(name) ?? [];
  return `${stem} (${Number(n ?? 1) + 1})${ending}`;
}
