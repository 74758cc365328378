import { css, type CSSResultGroup } from 'lit';
import { sharedStyles } from '../castray-element.js';
import { panelStyles } from '../parts/empty-panel.js';
import { noticeStyles } from '../parts/notices.js';
import { frameStyles } from '../parts/scroll-frame.styles.js';
import { tableStyles } from '../parts/table.styles.js';
import { toolbarStyles } from '../parts/toolbar.styles.js';
import { folderStyles } from './folder-view.js';
import { previewStyles } from './preview-panel.js';

export const filesStyles: CSSResultGroup = [
  sharedStyles,
  frameStyles,
  noticeStyles,
  panelStyles,
  toolbarStyles,
  tableStyles,
  previewStyles,
  folderStyles,
  css`
    .frame > .scroller {
      position: relative;
    }

    .tools {
      justify-content: start;
    }

    .search {
      flex-basis: 120px;
      margin: 0;
    }

    .reach,
    .status,
    .selection {
      padding: 0 calc(3 * var(--_space)) calc(1.5 * var(--_space));
      overflow-wrap: anywhere;
    }

    .status {
      display: flex;
      flex-wrap: wrap;
      justify-content: space-between;
      gap: 0 calc(4 * var(--_space));
      font-variant-numeric: tabular-nums;
    }

    .selection {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: calc(2 * var(--_space));
    }

    .selection details[open] {
      flex: 1 1 100%;
    }

    summary {
      min-block-size: 24px;
      cursor: pointer;
    }

    textarea {
      inline-size: 100%;
      border: 1px solid var(--_border);
      border-radius: var(--_radius);
      background: var(--_surface);
      color: inherit;
      font-family: var(--_font-mono);
      font-size: var(--_font-size-small);
      white-space: pre;
    }

    input[type='checkbox'] {
      display: block;
      inline-size: 18px;
      min-block-size: 24px;
      accent-color: var(--_accent);
    }

    tbody :is(th, td) {
      vertical-align: middle;
    }

    /* at most three lines: some names are as long as their author wished */
    [part='name'] {
      display: -webkit-inline-box;
      overflow: hidden;
      -webkit-box-orient: vertical;
      -webkit-line-clamp: 3;
      line-height: 1.5;
      overflow-wrap: anywhere;
      vertical-align: top;
    }

    .column-select {
      inline-size: 34px;
    }

    th.column-name {
      inline-size: auto;
    }

    .column-type {
      inline-size: 120px;
    }

    .column-size {
      inline-size: 100px;
      font-variant-numeric: tabular-nums;
      text-align: end;
      white-space: nowrap;
    }

    .column-modified {
      inline-size: 180px;
    }

    .column-download {
      inline-size: 44px;
    }

    td.column-download {
      padding-block: 0;
      vertical-align: middle;
    }

    thead td {
      border-block-end: 1px solid var(--_border);
      background: var(--_surface-raised);
    }

    [part='download-link'] {
      display: inline-flex;
      align-items: center;
      justify-content: center;
      inline-size: 28px;
      block-size: 28px;
      border-radius: var(--_radius);
      color: var(--_accent);
    }

    [part='download-link']:hover {
      background: var(--_surface-raised);
    }

    @container (max-width: 620px) {
      .column-modified {
        display: none;
      }
    }

    @container (max-width: 480px) {
      .column-type {
        display: none;
      }

      .column-size {
        inline-size: 76px;
      }
    }
  `,
];
