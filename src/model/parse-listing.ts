import { asFields, type Fields } from './fields.js';
import { checkSegment, decodeSegment, encodeSegment } from './file-address.js';
import { namedFiles, type RemoteFile } from './files.js';
import { parseJson } from './json.js';
import { UNKNOWN, type Maybe } from './unknown.js';

/** What the titles of Python's and of nginx's listings begin with; other pages are no listings. */
const TITLE = /<title>\s*(?:Directory listing for|Index of)\s/i;

/** One entry, and what follows up to the next: nginx writes time and size there. */
const ENTRY = /<a\s[^<>]{0,99}?href="([^"<>]*)"[^<>]*>[^<]*<\/a>([^<]*)/gi;

/** `25-Nov-2026 09:46   133`; a rounded size, `5M`, is none. */
const NGINX_FACTS = /^\s*(\d\d)-(\w{3})-(\d{4}) (\d\d:\d\d)\s+(?:(\d+)\s*$)?/;

/**
 * A folder's listing by Python's http.server, nginx (HTML or JSON) or Caddy (JSON), or why it is none.
 * Not every browser says that an answer has lost its end. The HTML is read as text and never becomes
 * part of a page. Never throws.
 */
export function parseListing(
  text: string,
): readonly RemoteFile[] | 'no-listing' | 'cut-short' | 'too-large' {
  const json = parseJson(text);
  if (json.ok) return Array.isArray(json.value) ? namedFiles(json.value, fromJson) : 'no-listing';
  if (/^\s*\[/.test(text)) return 'cut-short';
  if (!TITLE.test(text.slice(0, 4096))) return 'no-listing';
  if (!/<\/html>\s*$/i.test(text)) return 'cut-short';
  return namedFiles(text.matchAll(ENTRY), fromHtml);
}

function fromHtml([, href = '', facts = '']: RegExpExecArray): RemoteFile | undefined {
  const segment = checkSegment(unescapeHtml(href).replace(/^\.\//, '').replace(/\/$/, ''));
  // the address has the whole name; the text beside it may be cut
  return segment === undefined
    ? undefined
    : {
        name: decodeSegment(segment),
        segment,
        isFolder: href.endsWith('/'),
        ...nginxFacts(facts),
      };
}

/** Times are in UTC unless `autoindex_localtime` is on, which nobody can tell from here. */
function nginxFacts(text: string): Pick<RemoteFile, 'size' | 'modified'> {
  const [, day, month, year, time, size] = NGINX_FACTS.exec(text) ?? [];
  return {
    size: size === undefined ? UNKNOWN : known(Number(size)),
    modified:
      day === undefined ? UNKNOWN : known(Date.parse(`${day} ${month} ${year} ${time}:00 GMT`)),
  };
}

function fromJson(item: unknown): RemoteFile | undefined {
  const fields = asFields(item);
  const name = fields?.['name'];
  if (!fields || typeof name !== 'string') return undefined;
  const isFolder = fields['is_dir'] === true || fields['type'] === 'directory';
  const shown = isFolder ? name.replace(/\/$/, '') : name;
  const segment = jsonSegment(fields, shown);
  if (segment === undefined) return undefined;
  const { size, mod_time, mtime } = fields;
  const at = mod_time ?? mtime;
  return {
    name: shown,
    segment,
    isFolder,
    size: !isFolder && typeof size === 'number' && size >= 0 ? known(size) : UNKNOWN,
    modified: typeof at === 'string' ? known(Date.parse(at)) : UNKNOWN,
  };
}

/** Caddy sends the address too, which is right also for a name that is no UTF-8. */
function jsonSegment({ url }: Fields, name: string): string | undefined {
  const segment = typeof url === 'string' ? url.replace(/^\.\//, '') : encodeSegment(name);
  return checkSegment((segment ?? '').replace(/\/$/, ''));
}

function known(value: number): Maybe<number> {
  return Number.isFinite(value) ? value : UNKNOWN;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

/** The few escapes that stand in an address of a listing. */
function unescapeHtml(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|#x27|#39);/g, (_, name: string) => ENTITIES[name] ?? "'");
}
