import { html, nothing, type TemplateResult } from 'lit';
import type { ClusterSnapshot, ClusterTotals, ResourceTotal } from '../../model/cluster.js';
import { isKnown } from '../../model/unknown.js';
import type { Messages } from '../../text/common.js';
import type { Formats } from '../../text/formats.js';
import { meter } from '../parts/meter.js';

/** The order in which resources are shown. */
export const RESOURCES = ['cpu', 'memory', 'gpu', 'objectStore'] as const;

/** One resource: its share as a meter, and how much of how much, with the unit. */
export function resourceTile(
  resource: keyof ClusterTotals,
  { totals, nodes }: ClusterSnapshot,
  text: Messages,
  format: Formats,
): TemplateResult {
  const words = text.cluster;
  const label = words[resource];
  const total = totals[resource];
  // one that is dead is still a node of the cluster
  const isAbsent =
    resource === 'gpu' && total.total === 0 && nodes.every(({ gpuCount }) => gpuCount === 0);
  const isPartial = total.nodesCounted < total.nodesAlive && isKnown(total.total);
  return html`<div class="tile ${isAbsent ? 'absent' : ''}" part="tile ${resource}">
    <dt>
      ${label}
      ${
        total.provenance === 'derived' && !isAbsent
          ? html`<span class="derived" part="derived" title=${words.derivedHelp}>
              ${words.derived}</span
            >`
          : nothing
      }
    </dt>
    <dd>
      ${isAbsent ? nothing : share(total, label, text, format)}
      <span class="amount">${isAbsent ? words.noGpu : amount(resource, total, text, format)}</span>
      ${
        isPartial
          ? html`<span class="muted small">
              ${words.partly(total.nodesCounted, total.nodesAlive)}</span
            >`
          : nothing
      }
    </dd>
  </div>`;
}

/** Where only the capacity is known, there is no share to draw. */
function share(
  { percent, total }: ResourceTotal,
  label: string,
  text: Messages,
  format: Formats,
): TemplateResult | typeof nothing {
  if (!isKnown(percent) && isKnown(total)) return nothing;
  return meter({ percent, label, text, format });
}

/** `5.1 of 24 cores`, `1.6 of 23.5 GiB`; the capacity alone where its use is unknown. */
function amount(
  resource: keyof ClusterTotals,
  { used, total }: ResourceTotal,
  text: Messages,
  format: Formats,
): string {
  const words = text.cluster;
  if (!isKnown(total)) return '';
  const pair =
    resource === 'memory' || resource === 'objectStore'
      ? format.bytesPair(used, total)
      : {
          used: isKnown(used) ? format.number(used) : undefined,
          total: (resource === 'cpu' ? words.cores : words.gpus)(total, format.number(total)),
        };
  if (total === 0) return pair.total;
  return pair.used === undefined
    ? words.usageUnknown(pair.total)
    : text.usedOf(pair.used, pair.total);
}
