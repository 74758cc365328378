/** A widget's title, with its cluster's name where that has one: two of a kind on a page are told apart. */
export function clusterTitle(title: string, label = ''): string {
  return label ? `${title} · ${label}` : title;
}
