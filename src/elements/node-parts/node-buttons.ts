import { css, html, type TemplateResult } from 'lit';
import { icon } from '../parts/icons.js';
import { tabIndex, type NodeItem } from './node-item.js';

/** The name, as the button that selects the node. */
export function nameButton(item: NodeItem): TemplateResult {
  const { node } = item;
  return html`<button
    type="button"
    tabindex=${tabIndex(item)}
    class="name cut"
    part="name"
    data-action="select"
    title=${node.name}
  >
    ${node.name}
  </button>`;
}

/** Opens and closes what else is known of the node. */
export function detailsButton(item: NodeItem): TemplateResult {
  const { node, text, isOpen } = item;
  const label = text.node.details(node.name);
  return html`<button
    type="button"
    tabindex=${tabIndex(item)}
    class="quiet icon toggle"
    part="details-button"
    data-action="details"
    aria-expanded=${isOpen}
    aria-label=${label}
    title=${label}
  >
    ${icon('chevron')}
  </button>`;
}

/** The end of the id, which is what CastRay itself calls the node's id, and a button that copies all of it. */
export function shortId(item: NodeItem): TemplateResult {
  const { nodeId } = item.node;
  const short = nodeId.length > 9 ? `…${nodeId.slice(-8)}` : nodeId;
  return html`<span class="id small muted">
    <span class="mono cut" title=${nodeId}>${short}</span>${copyButton(item)}
  </span>`;
}

export function copyButton(item: NodeItem): TemplateResult {
  const { node, text, copyOutcome } = item;
  const label = text.node.copyId(node.name);
  return html`<button
    type="button"
    tabindex=${tabIndex(item)}
    class="quiet icon copy"
    part="copy-button"
    data-action="copy"
    data-outcome=${copyOutcome ?? 'none'}
    aria-label=${label}
    title=${label}
  >
    ${icon(copyOutcome === 'copied' ? 'check' : copyOutcome ? 'warning' : 'copy')}
  </button>`;
}

export const nodeButtonStyles = css`
  button.name {
    display: block;
    flex: 0 1 auto;
    min-inline-size: 24px;
    min-block-size: 24px;
    padding: 0 2px;
    border-color: transparent;
    background: transparent;
    font-weight: 600;
    text-align: inherit;
  }

  button.name:hover {
    text-decoration: underline;
  }

  button.toggle,
  button.copy {
    flex: none;
    inline-size: 24px;
    min-block-size: 24px;
    block-size: 24px;
  }

  .toggle .icon {
    transition: rotate var(--_motion);
  }

  .toggle:dir(rtl) .icon {
    scale: -1 1;
  }

  .toggle[aria-expanded='true'] .icon {
    rotate: 90deg;
  }

  .copy .icon {
    inline-size: 14px;
    block-size: 14px;
  }

  .copy[data-outcome='copied'] {
    color: var(--_good);
  }

  .copy[data-outcome='refused'] {
    color: var(--_warning);
  }

  .id {
    display: inline-flex;
    align-items: center;
    gap: var(--_space);
    min-inline-size: 0;
    max-inline-size: 100%;
  }

  .mono {
    font-family: var(--_font-mono);
  }
`;
