import { css, html, nothing, type TemplateResult } from 'lit';
import { LOAD_BANDS, loadBand, type LoadBand } from '../../model/load-band.js';
import { isKnown, type Maybe } from '../../model/unknown.js';
import type { Formats } from '../../text/formats.js';
import type { Messages } from '../../text/common.js';
import { filledTo } from './filled-to.js';

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
      aria-valuetext=${isKnown(band) ? text.comma(figure, text.loadBands[band]) : figure}
      data-band=${band}
      ><i ${filledTo(percent)}></i
    ></span>
    <span class="figure">${figure}</span>
    ${isKnown(band) ? bandMark(band) : nothing}
  </span>`;
}

/** Four steps, of which those that are not reached lie flat. One path, in px as it stands: a view box or a
 * second path in each of three figures in each row would cost a tenth of the frame. */
const STEPS = LOAD_BANDS.map((_, reached) =>
  [4, 6, 8, 10]
    .map((full, i) => {
      const height = i > reached ? 1 : full;
      return `M${4 * i} ${10 - height}h3v${height}h-3z`;
    })
    .join(''),
);

function bandMark(band: LoadBand): TemplateResult {
  return html`<svg class="band" data-band=${band} aria-hidden="true">
    <path d=${STEPS[LOAD_BANDS.indexOf(band)]} />
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
    border-radius: 4px;
    background: var(--_track);
    outline: 1px solid transparent;
  }

  .bar i {
    display: block;
    block-size: 100%;
    border-radius: inherit;
    background: currentcolor;
    forced-color-adjust: none;
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
    overflow: visible;
  }

  [data-band='low'] {
    color: var(--_low);
  }

  [data-band='moderate'] {
    color: var(--_moderate);
  }

  [data-band='high'] {
    color: var(--_high);
  }

  [data-band='critical'] {
    color: var(--_critical);
  }

  [data-band] {
    fill: currentcolor;
  }

  /* what is old is not shown in the colours of what is true now */
  .old :is(.bar, .band) {
    filter: grayscale(1);
    opacity: 0.7;
  }

  @media (forced-colors: active) {
    .meter .bar {
      outline-color: CanvasText;
    }
  }
`;
