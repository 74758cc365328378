/** The figures of a node that are shares of what it has, in the order in which they are shown. */
export const NODE_FIGURES = ['cpu', 'memory', 'gpu'] as const;
export type NodeFigure = (typeof NODE_FIGURES)[number];
