/** What a key is pressed for in the list. */
export type ListKey =
  | { readonly go: number; readonly from: string; readonly action: string | null }
  | { readonly ask: 'search' }
  | { readonly ask: 'clear' }
  | { readonly ask: 'details'; readonly from: string }
  | { readonly ask: 'close'; readonly from: string };

export interface KeyScene {
  /** How many nodes stand side by side. */
  readonly columns: number;
  /** How many nodes a page has. */
  readonly pageSize: number;
  readonly isRightToLeft: boolean;
}

/**
 * What a key asks for. The browser's own keys stay as they are in fields, and with Ctrl, Alt or Meta;
 * so does Space on a node's name, which only selects.
 */
export function listKey(event: KeyboardEvent, scene: KeyScene): ListKey | undefined {
  const { key, target, ctrlKey, altKey, metaKey } = event;
  if (ctrlKey || altKey || metaKey || event.isComposing || !(target instanceof Element)) return;
  if (target.matches('[part="search"]'))
    return key === 'Escape' && (target as HTMLInputElement).value ? { ask: 'clear' } : undefined;
  // what the page has put in keeps its keys, too
  if (target.matches('select, input, [slot], [slot] *')) return;
  if (key === '/') return { ask: 'search' };
  const from = target.closest('[data-node]')?.getAttribute('data-node');
  if (from === null || from === undefined) return;
  const action = target.getAttribute('data-action');
  // held down, it would open and close
  if (key === 'Enter')
    return action === 'select' && !event.repeat ? { ask: 'details', from } : undefined;
  if (key === 'Escape') return { ask: 'close', from };
  const go = step(key, scene);
  return go === 0 ? undefined : { go, from, action };
}

/** By how many nodes a key goes on. */
function step(key: string, { columns, pageSize, isRightToLeft }: KeyScene): number {
  const sideways = columns > 1 ? (isRightToLeft ? -1 : 1) : 0;
  switch (key) {
    case 'ArrowDown':
      return columns;
    case 'ArrowUp':
      return -columns;
    case 'ArrowRight':
      return sideways;
    case 'ArrowLeft':
      return -sideways;
    case 'PageDown':
      return pageSize;
    case 'PageUp':
      return -pageSize;
    case 'Home':
      return -Infinity;
    case 'End':
      return Infinity;
    default:
      return 0;
  }
}
