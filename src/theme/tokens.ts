import { css } from 'lit';
import { presets } from './presets.js';

/**
 * Every colour, measure and font. A page sets `--castray-*` on any ancestor; the elements read the
 * private `--_*`; between the two stand the colours of a preset (`--_p-*`), which a provider hands on
 * to the elements inside it. Sizes are in px: a page that sets `html { font-size: 62.5% }` shrinks its
 * own text, not ours. `light-dark()` follows the page's `color-scheme`, or the `theme` attribute.
 */
export const tokens = [
  css`
    :host {
      --_surface: var(--castray-surface, var(--_p-surface, light-dark(#ffffff, #151b22)));
      --_surface-raised: var(
        --castray-surface-raised,
        var(--_p-surface-raised, light-dark(#f3f6f8, #1d252e))
      );
      --_border: var(--castray-border, var(--_p-border, light-dark(#d3dae1, #33404d)));
      --_edge: var(--castray-control-border, var(--_p-edge, light-dark(#7d8a97, #71808f)));
      --_text: var(--castray-text, var(--_p-text, light-dark(#15202b, #e9eef3)));
      --_text-muted: var(--castray-text-muted, var(--_p-text-muted, light-dark(#4d5c6a, #a9b6c3)));
      --_accent: var(--castray-accent, var(--_p-accent, light-dark(#0a5bb5, #74b6ff)));
      --_on-accent: var(--castray-on-accent, var(--_p-on-accent, light-dark(#ffffff, #0b1520)));
      --_selected: var(--castray-selected, var(--_p-selected, light-dark(#edf4fd, #18293d)));
      --_track: var(--castray-track, var(--_p-track, light-dark(#e3e8ed, #2b3641)));
      --_low: var(--castray-load-low, var(--_p-low, light-dark(#0d7a6c, #34c7b2)));
      --_moderate: var(--castray-load-moderate, var(--_p-moderate, light-dark(#2563c9, #6aa8ff)));
      --_high: var(--castray-load-high, var(--_p-high, light-dark(#955100, #f5b53d)));
      --_critical: var(--castray-load-critical, var(--_p-critical, light-dark(#be2735, #ff8278)));
      --_good: var(--castray-good, var(--_low));
      --_warning: var(--castray-warning, var(--_high));
      --_warning-surface: var(
        --castray-warning-surface,
        var(--_p-warning-surface, light-dark(#fdf3e1, #33270f))
      );
      --_bad: var(--castray-bad, var(--_critical));
      --_space: var(--castray-space, 4px);
      --_row: var(--castray-row-space, calc(var(--_space) * (0.5 + var(--_p-lines, 1))));
      --_radius: var(--castray-radius, 6px);
      --_font: var(--castray-font, system-ui, sans-serif);
      --_font-mono: var(--castray-font-mono, ui-monospace, monospace);
      --_font-size: var(--castray-font-size, 14px);
      --_font-size-small: var(--castray-font-size-small, 12px);
      --_motion: var(--castray-motion, 150ms);
    }

    @media (prefers-reduced-motion: reduce) {
      :host {
        --_motion: 0ms;
      }
    }
  `,
  presets,
  css`
    /* Text, borders and backgrounds the browser forces by itself; not what SVG fills. */
    @media (forced-colors: active) {
      :host {
        --_text-muted: CanvasText;
        --_track: Canvas;
        --_low: CanvasText;
        --_moderate: CanvasText;
        --_high: CanvasText;
        --_critical: CanvasText;
        --_good: CanvasText;
        --_warning: CanvasText;
        --_bad: CanvasText;
      }
    }
  `,
];
