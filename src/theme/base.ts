import { css } from 'lit';
import { hiddenStyle } from './hidden.js';

/**
 * What every visible element starts from. Inherited text properties of the page end at the box inside
 * it, and not at the host: `* { all: unset !important }` of a page reaches the host, and no further.
 */
export const base = css`
  ${hiddenStyle}

  :host {
    display: block;
    box-sizing: border-box;
    zoom: var(--_p-zoom, 1) !important;
    min-inline-size: 0;
    /* what another element writes, an age each second, then paints nothing here anew */
    isolation: isolate;
  }

  :host > * {
    /* an element in an element of a wall is enlarged with it */
    --_p-zoom: 1;
    border-collapse: separate;
    color: var(--_text);
    font: 400 var(--_font-size) / 1.45 var(--_font);
    hyphens: manual;
    letter-spacing: normal;
    overflow-wrap: normal;
    text-align: start;
    text-align-last: auto;
    text-indent: 0;
    text-shadow: none;
    text-transform: none;
    white-space: normal;
    word-break: normal;
    word-spacing: normal;
    writing-mode: horizontal-tb;
    -webkit-text-fill-color: currentcolor;
  }

  /* a page without a doctype keeps these from its tables */
  table {
    color: inherit;
    font: inherit;
    white-space: inherit;
  }

  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }

  /* A page from right to left mirrors the layout, but turns no English or Chinese sentence round. */
  :host(:dir(rtl)) * {
    unicode-bidi: plaintext;
  }

  :host(:dir(rtl)) :is(input, select),
  :host(:dir(rtl)) > * {
    text-align: right;
  }

  /* of what others wrote, each line begins where its language begins */
  pre {
    text-align: start;
  }

  h2,
  p,
  dl,
  dd,
  ul {
    margin: 0;
    padding: 0;
  }

  h2 {
    font-size: inherit;
    font-weight: 600;
  }

  ul {
    list-style: none;
  }

  svg {
    display: block;
  }

  .visually-hidden:not(:focus, :focus-within) {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  /* Paper has what is on the screen, and nothing to press: what is chosen and searched for is part of it. */
  @media print {
    .actions,
    .menu,
    .drop,
    .search:has(:placeholder-shown),
    .tools .group,
    form,
    .selection details,
    button:not(tr *, .name, [part='crumb'], [aria-pressed='true']),
    [type='checkbox'] {
      display: none !important;
    }

    /* what stands under a name stays under it */
    button.icon,
    [part='download-link'] {
      visibility: hidden;
    }

    /* tells what is chosen */
    select {
      appearance: none !important;
      border: none !important;
    }

    * {
      print-color-adjust: exact;
    }

    /* paper is read later: an age says nothing there, and no title shows what was cut off */
    [data-at]::after {
      content: ' · ' attr(data-at);
    }

    .cut,
    .reason {
      overflow: visible !important;
      overflow-wrap: anywhere;
      white-space: normal !important;
    }
  }

  .muted {
    color: var(--_text-muted);
  }

  .small {
    font-size: var(--_font-size-small);
  }

  .cut {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
`;
