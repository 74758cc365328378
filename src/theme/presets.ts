import { css, unsafeCSS } from 'lit';

/** The page's `color-scheme` in our usual colours, or one of the looks below. */
export const THEMES = ['auto', 'light', 'dark', 'aerial', 'high-contrast'] as const;
export type Theme = (typeof THEMES)[number];

/** `wall` is for a screen on a wall: readable from some 5 m. */
export const SIZES = ['normal', 'wall'] as const;
export type Size = (typeof SIZES)[number];

/** How far apart the rows of tables and lists stand, and whether they have a second line. */
export const DENSITIES = ['comfortable', 'compact'] as const;
export type Density = (typeof DENSITIES)[number];

/** 7:1 for every text, light or dark as the page is. */
const highContrast = css`
  :host {
    --_p-surface: light-dark(#ffffff, #000000);
    --_p-surface-raised: light-dark(#f2f2f2, #141414);
    --_p-border: light-dark(#000000, #ffffff);
    --_p-edge: light-dark(#000000, #ffffff);
    --_p-text: light-dark(#000000, #ffffff);
    --_p-text-muted: light-dark(#262626, #e6e6e6);
    --_p-accent: light-dark(#0032a8, #ffe14d);
    --_p-on-accent: light-dark(#ffffff, #000000);
    --_p-selected: light-dark(#e3ecff, #332d00);
    --_p-track: light-dark(#d9d9d9, #383838);
    --_p-low: light-dark(#00523f, #4dffc9);
    --_p-moderate: light-dark(#003cb3, #8fc7ff);
    --_p-high: light-dark(#563206, #ffd24d);
    --_p-critical: light-dark(#9f001e, #ffa19a);
    --_p-warning-surface: light-dark(#fff3d6, #332600);
  }
`.cssText;

export const presets = [
  // A reader who asks for more contrast gets it, light or dark as the page has chosen, whatever the preset.
  unsafeCSS(
    `@media screen and (prefers-contrast: more) {${highContrast.replace(/(?<=[^;\s])(?=[;}])/g, '!important')}}`,
  ),
  unsafeCSS(`/* Important: in a shadow root this wins over a page's own "!important", as in all: unset. */
    @media screen {${highContrast.replace(':host', ":host([theme='high-contrast'])")}}`),
  // The usual colours again, inside a provider that has others.
  unsafeCSS(
    `@media screen {${highContrast
      .replace(':host', ":host(:is([theme='light'], [theme='dark']))")
      .replace(/:[^:;}]+(?=[;}])/g, ':initial')}}`,
  ),
  css`
    @media screen {
      :host([theme='light']) {
        color-scheme: light !important;
      }

      :host([theme='dark']) {
        color-scheme: dark !important;
      }

      /* Dark, with the green of droneOnCampus. */
      :host([theme='aerial']) {
        color-scheme: dark !important;
        --_p-surface: #0c1914;
        --_p-surface-raised: #13261e;
        --_p-border: #28463a;
        --_p-edge: #5f8f7b;
        --_p-text: #e6f5ee;
        --_p-text-muted: #a4c4b5;
        --_p-accent: #4ae08c;
        --_p-on-accent: #05140c;
        --_p-selected: #12342a;
        --_p-track: #22392f;
        --_p-low: #3adf98;
        --_p-moderate: #76b9ff;
        --_p-high: #f7c948;
        --_p-critical: #ff897a;
        --_p-warning-surface: #2f2810;
      }
    }

    /* Ink is dark and paper is light. */
    @media print {
      :host {
        color-scheme: light;
      }
    }

    :host([density='compact']) {
      --_p-lines: 0;
      --_p-second: none;
      --_p-flow: row;
    }

    :host([density='comfortable']) {
      --_p-lines: initial;
      --_p-second: initial;
      --_p-flow: initial;
    }

    :host([size='wall']) {
      --_p-zoom: 1.5;
    }

    :host([size='normal']) {
      --_p-zoom: 1;
    }

    @media (min-width: 1800px) {
      :host([size='wall']) {
        --_p-zoom: 2;
      }
    }

    @media (min-width: 2500px) {
      :host([size='wall']) {
        --_p-zoom: 3;
      }
    }

    @media (min-width: 3600px) {
      :host([size='wall']) {
        --_p-zoom: 4;
      }
    }
  `,
];
