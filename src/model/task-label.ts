/** CastRay's load labels, by what their Chinese words mean. */
export type KnownTaskLabel =
  'cpu-intensive' | 'memory-intensive' | 'gpu-computing' | 'cluster-management' | 'idle';

/** A known label, or the service's own words where it says something new. */
export type TaskLabel = KnownTaskLabel | { readonly text: string };

const BY_WORD: ReadonlyMap<string, KnownTaskLabel> = new Map([
  ['CPU密集任务', 'cpu-intensive'],
  ['内存密集任务', 'memory-intensive'],
  ['GPU计算任务', 'gpu-computing'],
  ['集群管理', 'cluster-management'],
  ['空闲', 'idle'],
]);

/** One known label, as most nodes have it: a list that need not be made for each of them. */
const ALONE: ReadonlyMap<unknown, readonly TaskLabel[]> = new Map(
  [...BY_WORD].map(([word, label]) => [word, Object.freeze([label])]),
);

/** The list of a word that stands alone and is known. */
export function singleLabel(words: readonly unknown[]): readonly TaskLabel[] | undefined {
  return words.length === 1 ? ALONE.get(words[0]) : undefined;
}

/** The service's word as a label; words it has never used before stay as they are. */
export function taskLabel(word: string): TaskLabel {
  return BY_WORD.get(word) ?? { text: word };
}
