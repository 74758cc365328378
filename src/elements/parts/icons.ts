import { html, type TemplateResult } from 'lit';

const PATHS = {
  refresh: 'M13 8a5 5 0 1 1-1.5-3.6M13 2v3h-3',
  pause: 'M6 3.5v9M10 3.5v9',
  play: 'M5 3.5 12 8l-7 4.5z',
  copy: 'M6 6h7v7H6zM3.5 10H3V3h7v.5',
  check: 'm3 8.5 3.5 3.5L13 4.5',
  cross: 'm4 4 8 8M12 4l-8 8',
  minus: 'M4 8h8',
  plus: 'M4 8h8M8 4v8',
  chevron: 'm6 4 4 4-4 4',
  up: 'm4 10 4-4 4 4',
  down: 'm4 6 4 4 4-4',
  search: 'M7 3a4 4 0 1 0 0 8 4 4 0 0 0 0-8m3 7 3.5 3.5',
  warning: 'M8 2.5 14 13H2zM8 6.5v3M8 11.2v.3',
  settings:
    'M2 4.5h5M11 4.5h3M2 11.5h3M9 11.5h5M7 4.5a2 2 0 1 0 4 0 2 2 0 1 0-4 0M5 11.5a2 2 0 1 0 4 0 2 2 0 1 0-4 0',
  help: 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2M6.2 6.4a1.8 1.8 0 1 1 2.7 1.5C8.2 8.3 8 8.6 8 9.3M8 11.4v.1',
  empty: 'M2.5 3h11v4h-11zM2.5 9h11v4h-11zM5 5h.1M5 11h.1',
  table: 'M2 3h12v10H2zM2 6.3h12M2 9.6h12M6 6.3V13',
  cards: 'M2.5 2.5h4.5v4.5H2.5zM9 2.5h4.5v4.5H9zM2.5 9h4.5v4.5H2.5zM9 9h4.5v4.5H9z',
  map: 'M2.5 2.5h3v3h-3zM6.5 2.5h3v3h-3zM10.5 2.5h3v3h-3zM2.5 6.5h3v3h-3zM6.5 6.5h3v3h-3zM10.5 6.5h3v3h-3zM2.5 10.5h3v3h-3zM6.5 10.5h3v3h-3z',
  folder: 'M2 3.5h4.5L8 5.5h6v7.5H2z',
  download: 'M8 2.5v7.5M4.8 7 8 10.2 11.2 7M3 13.5h10',
  unplugged: 'M5.5 2v3M10.5 2v3M4 5h8v2a4 4 0 0 1-8 0zM8 11v3M2 14 14 2',
  wired: 'M5.5 2v3M10.5 2v3M4 5h8v2a4 4 0 0 1-8 0zM8 11v3',
  wireless: 'M2 6.5a9 9 0 0 1 12 0M4.2 9a6 6 0 0 1 7.6 0M6.4 11.4a3 3 0 0 1 3.2 0M8 13.5v.1',
};

export type IconName = keyof typeof PATHS;

/** A line drawing of 16 px in the colour of the text; says nothing to a screen reader. */
export function icon(name: IconName): TemplateResult {
  return html`<svg class="icon" viewBox="0 0 16 16" aria-hidden="true">
    <path d=${PATHS[name]} />
  </svg>`;
}
