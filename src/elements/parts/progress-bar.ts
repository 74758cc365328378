import { css, html, nothing, type TemplateResult } from 'lit';
import { isKnown, type Maybe } from '../../model/unknown.js';

/** How far something is, in percent; of an unknown share no value is read out. */
export function progressBar(percent: Maybe<number>, label: string): TemplateResult {
  return html`<span
    class="progress"
    part="progress"
    role="progressbar"
    aria-label=${label}
    aria-valuemin="0"
    aria-valuemax="100"
    aria-valuenow=${isKnown(percent) ? Math.floor(percent) : nothing}
  >
    <svg viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">
      <rect width=${isKnown(percent) ? percent : 0} height="1" />
    </svg>
  </span>`;
}

export const progressStyles = css`
  .progress {
    display: block;
    block-size: 6px;
    overflow: hidden;
    border-radius: 3px;
    background: var(--_track);
  }

  .progress svg {
    inline-size: 100%;
    block-size: 100%;
    fill: var(--_accent);
  }

  @media (forced-colors: active) {
    .progress {
      border: 1px solid CanvasText;
    }

    .progress svg {
      fill: Highlight;
    }
  }
`;
