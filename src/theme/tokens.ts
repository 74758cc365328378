import { css } from 'lit';

/**
 * Every colour, measure and font. A page sets `--castray-*` on any ancestor; the elements read the
 * private `--_*`. Sizes are in px: a page that sets `html { font-size: 62.5% }` shrinks its own
 * text, not ours. `light-dark()` follows the page's `color-scheme`, or the `theme` attribute.
 */
export const tokens = css`
  :host {
    --_surface: var(--castray-surface, light-dark(#ffffff, #151b22));
    --_surface-raised: var(--castray-surface-raised, light-dark(#f3f6f8, #1d252e));
    --_border: var(--castray-border, light-dark(#d3dae1, #33404d));
    --_text: var(--castray-text, light-dark(#15202b, #e9eef3));
    --_text-muted: var(--castray-text-muted, light-dark(#4d5c6a, #a9b6c3));
    --_accent: var(--castray-accent, light-dark(#0a5bb5, #74b6ff));
    --_on-accent: var(--castray-on-accent, light-dark(#ffffff, #0b1520));
    --_selected: var(--castray-selected, light-dark(#edf4fd, #18293d));
    --_track: var(--castray-track, light-dark(#e3e8ed, #2b3641));
    --_low: var(--castray-load-low, light-dark(#0d7a6c, #34c7b2));
    --_moderate: var(--castray-load-moderate, light-dark(#2563c9, #6aa8ff));
    --_high: var(--castray-load-high, light-dark(#945000, #f5b53d));
    --_critical: var(--castray-load-critical, light-dark(#c02626, #ff8278));
    --_good: var(--castray-good, var(--_low));
    --_warning: var(--castray-warning, var(--_high));
    --_warning-surface: var(--castray-warning-surface, light-dark(#fdf3e1, #33270f));
    --_bad: var(--castray-bad, var(--_critical));
    --_space: var(--castray-space, 4px);
    --_radius: var(--castray-radius, 6px);
    --_font: var(--castray-font, system-ui, sans-serif);
    --_font-mono: var(--castray-font-mono, ui-monospace, monospace);
    --_font-size: var(--castray-font-size, 14px);
    --_font-size-small: var(--castray-font-size-small, 12px);
    --_motion: var(--castray-motion, 150ms);
  }

  :host([theme='light']) {
    color-scheme: light;
  }

  :host([theme='dark']) {
    color-scheme: dark;
  }

  @media (prefers-reduced-motion: reduce) {
    :host {
      --_motion: 0ms;
    }
  }

  /* Text, borders and backgrounds the browser forces by itself; not what SVG fills. */
  @media (forced-colors: active) {
    :host {
      --_text-muted: CanvasText;
      --_track: Canvas;
      --_low: CanvasText;
      --_moderate: CanvasText;
      --_high: CanvasText;
      --_critical: CanvasText;
    }
  }
`;
