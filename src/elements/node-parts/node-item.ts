import type { ClusterNode } from '../../model/cluster.js';
import type { Formats } from '../../text/formats.js';
import type { NodesMessages } from '../../text/nodes.js';
import type { StateSince } from '../../store/node-news.js';
import type { CopyOutcome } from '../parts/copier.js';

/** One node as one row or card shows it. */
export interface NodeItem {
  readonly node: ClusterNode;
  readonly text: NodesMessages;
  readonly format: Formats;
  readonly isSelected: boolean;
  readonly isOpen: boolean;
  /** Whether the Tab key reaches its buttons; it does unless the arrows do. */
  readonly isTabStop?: boolean;
  readonly copyOutcome: CopyOutcome | undefined;
  /** Since when it has been in its state, where the details are to say so. */
  readonly since?: StateSince | undefined;
}

/** 0 where the Tab key goes, -1 where only the arrows do. */
export const tabIndex = ({ isTabStop = true }: NodeItem): number => (isTabStop ? 0 : -1);
