import { css, html, nothing, type TemplateResult } from 'lit';
import { LOAD_BANDS, loadBand, type LoadBand } from '../../model/load-band.js';
import { isKnown, type Maybe } from '../../model/unknown.js';
import type { Formats } from '../../text/formats.js';
import type { Messages } from '../../text/common.js';

/** What a meter shows, and in whose words. */
export interface MeterOptions {
  /** 0–100. */
  readonly percent: Maybe<number>;
  /** The accessible name: what is measured, and of what. */
  readonly label: string;
  readonly text: Messages;
  readonly format: Formats;
}

/**
 * A share as a bar and in figures, with its band of load as a shape of one to four steps: never by
 * colour alone. An unknown share has no bar, and is no meter, since a meter must have a value.
 */
export function meter({ percent, label, text, format }: MeterOptions): TemplateResult {
  if (!isKnown(percent)) {
    return html`<span class="meter" part="meter">
      <span class="figure muted">${text.unknown}</span>
    </span>`;
  }
  const band = loadBand(percent);
  const figure = format.percent(percent);
  return html`<span class="meter" part="meter">
    <span
      class="bar"
      part="meter-bar"
      role="meter"
      aria-label=${label}
      aria-valuemin="0"
      aria-valuemax="100"
      aria-valuenow=${Math.round(percent * 10) / 10}
      aria-valuetext=${`${figure}, ${isKnown(band) ? text.loadBands[band] : ''}`}
      data-band=${band}
    >
      <svg viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">
        <rect width=${percent} height="1" />
      </svg>
    </span>
    <span class="figure">${figure}</span>
    ${isKnown(band) ? bandMark(band) : nothing}
  </span>`;
}

const STEPS = ['M0 6h3v4H0z', 'M4 4h3v6H4z', 'M8 2h3v8H8z', 'M12 0h3v10h-3z'] as const;

function bandMark(band: LoadBand): TemplateResult {
  const filled = LOAD_BANDS.indexOf(band) + 1;
  return html`<svg class="band" data-band=${band} viewBox="0 0 15 10" aria-hidden="true">
    <path d=${STEPS.slice(0, filled).join('')} />
    <path class="off" d=${STEPS.slice(filled).join('')} />
  </svg>`;
}

export const meterStyles = css`
  .meter {
    display: inline-flex;
    align-items: center;
    gap: calc(1.5 * var(--_space));
    min-inline-size: 0;
  }

  .meter .bar {
    flex: 1 1 64px;
    min-inline-size: 32px;
    block-size: 8px;
    overflow: hidden;
    border-radius: 4px;
    background: var(--_track);
    outline: 1px solid transparent;
  }

  .meter .bar svg {
    inline-size: 100%;
    block-size: 100%;
  }

  .meter .figure {
    min-inline-size: 5ch;
    font-variant-numeric: tabular-nums;
    text-align: end;
    white-space: nowrap;
  }

  .band {
    flex: none;
    inline-size: 15px;
    block-size: 10px;
  }

  .band .off {
    fill: var(--_track);
  }

  [data-band='low'] {
    fill: var(--_low);
  }

  [data-band='moderate'] {
    fill: var(--_moderate);
  }

  [data-band='high'] {
    fill: var(--_high);
  }

  [data-band='critical'] {
    fill: var(--_critical);
  }

  @media (forced-colors: active) {
    .meter .bar {
      outline-color: CanvasText;
    }

    .band .off {
      fill: Canvas;
      stroke: CanvasText;
    }
  }
`;
