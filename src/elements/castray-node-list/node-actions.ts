/** What can be done with a node from its row or card. */
export type NodeAction = 'select' | 'details' | 'copy';

export interface NodeRequest {
  readonly action: NodeAction;
  readonly nodeId: string;
}

const ACTIONS: readonly string[] = ['select', 'details', 'copy'] satisfies readonly NodeAction[];

/**
 * What a click inside the list asks for. One listener for the whole list: a thousand rows with three
 * of their own each would cost more than the rows. Buttons say it by `data-action`; a click on the
 * row beside them selects the node, unless it is the end of marking text.
 */
export function nodeRequest({ target }: Event): NodeRequest | undefined {
  if (!(target instanceof Element)) return undefined;
  const nodeId = target.closest('[data-node]')?.getAttribute('data-node');
  if (nodeId === null || nodeId === undefined) return undefined;
  const control = target.closest('button, .details');
  if (!control) return marksText(target) ? undefined : { action: 'select', nodeId };
  const action = control.getAttribute('data-action');
  return isAction(action) ? { action, nodeId } : undefined;
}

function isAction(value: string | null): value is NodeAction {
  return value !== null && ACTIONS.includes(value);
}

function marksText(target: Element): boolean {
  return Boolean(target.ownerDocument.getSelection()?.toString());
}
