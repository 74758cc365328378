const real = Object.getOwnPropertyDescriptor(Document.prototype, 'hidden')!;

/** What documents are made to say. */
const said = new WeakMap<Document, boolean>();

/** Has a document say that it is hidden, or not, as the widgets ask it; what is true, without `hidden`. */
export function pretendHidden(hidden?: boolean, page = document): void {
  if (hidden === undefined) said.delete(page);
  else said.set(page, hidden);
  Object.defineProperty(Document.prototype, 'hidden', {
    ...real,
    get(this: Document) {
      return said.get(this) ?? (real.get!.call(this) as boolean);
    },
  });
}
