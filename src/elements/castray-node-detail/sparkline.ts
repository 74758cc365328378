import { css, html, svg, type TemplateResult } from 'lit';
import type { Track } from '../../store/node-history.js';
import { SILENCE } from '../../store/silence.js';
import type { Formats } from '../../text/formats.js';
import type { NodeDetailMessages } from '../../text/node-detail.js';

/** A figure over time as a line, and its range in words. */
export function sparkline(
  name: string,
  track: Track | undefined,
  text: NodeDetailMessages,
  format: Formats,
): TemplateResult {
  const words = text.detail;
  if (!track) return html`<span class="muted small">${words.noHistory}</span>`;
  const { low, high, since } = track;
  const range = words.range(format.percent(low), format.percent(high), format.time(since));
  return html`<svg
      class="sparkline"
      part="sparkline"
      viewBox="0 -4 100 108"
      preserveAspectRatio="none"
      role="img"
      aria-label=${text.colon(name, range)}
    >
      ${svg`<path d=${line(track)} />`}
    </svg>
    <span class="muted small" aria-hidden="true">${range}</span>`;
}

function line({ times, values }: Track): string {
  const [first = 0] = times;
  const length = (times.at(-1) ?? first) - first || 1;
  // no line over a silence; samples stand further apart the longer the page is open
  const gap = Math.max(SILENCE, length / 20);
  let path = '';
  let lastAt = -Infinity;
  times.forEach((at, i) => {
    const value = values[i];
    if (typeof value !== 'number') return;
    const isFirst = at - lastAt > gap || typeof values[i - 1] !== 'number';
    const point = `${round((100 * (at - first)) / length)} ${100 - value}`;
    path += isFirst ? `M${point}h0` : `L${point}`; // a point alone is a dot
    lastAt = at;
  });
  return path;
}

function round(x: number): number {
  return Math.round(10 * x) / 10;
}

export const sparklineStyles = css`
  .sparkline {
    inline-size: 100%;
    block-size: 40px;
    border-block: 1px solid var(--_border);
    fill: none;
    stroke: var(--_accent);
    stroke-width: 2px;
    stroke-linecap: round;
    stroke-linejoin: round;
  }

  .sparkline path {
    vector-effect: non-scaling-stroke;
  }

  .history .fact {
    display: grid;
    align-content: start;
  }

  @media (forced-colors: active) {
    .sparkline {
      stroke: CanvasText;
    }
  }
`;
