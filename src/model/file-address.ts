/**
 * One name as a segment of an address; `undefined` for what is no name (`..`), and for half a
 * surrogate pair, which no address can hold.
 */
export function encodeSegment(name: string): string | undefined {
  if (!name || name === '.' || name === '..') return undefined;
  try {
    // These four may stand as they are, but not in every shell, mail or chat that a link is put into.
    return encodeURIComponent(name).replace(
      /[!'()]/g,
      (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
    );
  } catch {
    return undefined;
  }
}

/** A segment as it came in an address; `undefined` where it could lead anywhere but one step down. */
export function checkSegment(segment: string): string | undefined {
  // An address reads %2e as a dot, and browsers a backslash as a slash. CastRay is asked by the decoded
  // path: only a name of Linux holds a backslash, and to Windows it is a slash.
  const isStep = /(^|%5c)(\.|%2e){1,2}($|%5c)/i.test(segment);
  // half a surrogate pair can stand in none
  return segment && !isStep && !/[/\\?#\u0000-\u0020\ud800-\udfff]|%2f|%00/iu.test(segment)
    ? segment
    : undefined;
}

/** A segment as it is read; as it stands where it is no UTF-8. */
export function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

/** A path that a page author wrote, `demo_files/`, as segments; what is no name is left out. */
export function pathSegments(path: unknown): readonly string[] {
  return (typeof path === 'string' ? path : '')
    .split('/')
    .flatMap((name) => encodeSegment(name) ?? []);
}

/** The path of a name in a folder that a page author wrote, if any, with or without its last slash. */
export function pathInFolder(folder: unknown, name: string): string {
  return (typeof folder === 'string' ? folder.replace(/[^/]$/, '$&/') : '') + name;
}

/** The address of something below a server's root. */
export function addressBelow(base: string, segments: readonly string[]): string {
  return [base, ...segments].join('/');
}

/** The path of segments as CastRay wants it: not encoded, from the folder that holds them. */
export function plainPath(segments: readonly string[]): string {
  return segments.map(decodeSegment).join('/');
}
