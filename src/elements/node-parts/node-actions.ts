/** What is asked of a node from its row or card. */
export interface NodeRequest {
  /** `select`, `details` or `copy`; whatever stands in a button's `data-action`. */
  readonly action: string | null;
  readonly nodeId: string;
}

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
  if (control) return { action: control.getAttribute('data-action'), nodeId };
  const isMarking = Boolean(target.ownerDocument.getSelection()?.toString());
  return isMarking ? undefined : { action: 'select', nodeId };
}

/** The buttons that ask so of a node, from top to bottom: open details may have one that the row has, too. */
export function buttonsOf(
  { shadowRoot }: Element,
  nodeId: string | undefined,
  action: string | null | undefined,
): HTMLElement[] {
  const selector = `[data-node="${CSS.escape(nodeId ?? '')}"] [data-action="${action}"]`;
  return [...(shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? [])];
}
