import { pathOf, type UploadItem } from './upload-item.js';
import { isInTheWay } from './upload-turn.js';

/** By path on the service, the key of the upload that was the last to be stored there, or may have been. */
export type Holders = Map<string, string>;

/** Whether another file has its name: one that the service tells of when asked, or one of this page. */
export async function isTaken(
  item: UploadItem,
  items: readonly UploadItem[],
  holders: Holders,
  ask: (path: string) => Promise<boolean | undefined>,
): Promise<boolean> {
  const path = pathOf(item);
  // What an attempt stored whose answer was lost is the item's own.
  const isItsOwn = holders.get(path) === item.upload.key;
  if (!isItsOwn && ((await ask(path)) ?? holders.has(path))) return true;
  // Looked at last: while the service is asked, one may have been started.
  const place = items.indexOf(item);
  return items.some((one, at) => isInTheWay(one, item) && (one.isNameSettled || at < place));
}
