import { css } from 'lit';

/**
 * What every visible element starts from. Inherited text properties of the page end at the box inside
 * it, and not at the host: `* { all: unset !important }` of a page reaches the host, and no further.
 */
export const base = css`
  :host {
    display: block;
    box-sizing: border-box;
    zoom: var(--_p-zoom, 1);
    min-inline-size: 0;
    /* what another element writes, an age each second, then paints nothing here anew */
    isolation: isolate;
  }

  :host([hidden]) {
    display: none !important;
  }

  :host > * {
    color: var(--_text);
    font-family: var(--_font);
    font-size: var(--_font-size);
    font-style: normal;
    font-weight: 400;
    line-height: 1.45;
    letter-spacing: normal;
    text-align: start;
    text-transform: none;
    white-space: normal;
    word-spacing: normal;
  }

  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }

  /* A page from right to left mirrors the layout, but turns no English or Chinese sentence round. */
  :host(:dir(rtl)) * {
    unicode-bidi: plaintext;
    text-align: right;
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
    [aria-pressed='false'],
    [type='checkbox'] {
      display: none !important;
    }

    /* what stands under a name stays under it */
    button.icon {
      visibility: hidden;
    }

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
