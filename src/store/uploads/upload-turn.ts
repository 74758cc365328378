import { pathOf, type UploadItem } from './upload-item.js';

/** How many files are sent at a time. */
const AT_A_TIME = 2;

/** Whether one is at work on another's path. */
export const isInTheWay = (one: UploadItem, other: UploadItem): boolean =>
  one.attempt !== undefined && one !== other && pathOf(one) === pathOf(other);

/** The first whose turn has come. Two of one path never go together: the service would mix them up. */
export function nextInTurn(items: readonly UploadItem[]): UploadItem | undefined {
  const active = items.filter(({ attempt }) => attempt);
  if (active.length >= AT_A_TIME) return undefined;
  return items.find(
    (item) =>
      item.upload.state === 'waiting' &&
      !item.attempt &&
      // where the name is not settled, the user is asked at once
      !(item.isNameSettled && active.some((one) => isInTheWay(one, item))),
  );
}
