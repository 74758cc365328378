import { html, nothing, type TemplateResult } from 'lit';
import type { ClusterNode } from '../../model/cluster.js';
import type { NodeSort } from '../../model/node-query.js';
import { icon } from '../parts/icons.js';
import type { Column } from '../node-parts/columns.js';
import { detailsButton, nameButton } from '../node-parts/node-buttons.js';
import { nodeDetails } from '../node-parts/node-details.js';
import { newsMark } from './news-mark.js';
import { roleMark } from '../node-parts/node-marks.js';
import { nodeItems, type ListedNode, type NodeViewOptions } from './node-view.js';

/** The nodes as rows, with the columns that have room. */
export function nodeTable(nodes: readonly ClusterNode[], options: NodeViewOptions): TemplateResult {
  return html`<table part="table" aria-rowcount=${nodes.length + 1}>
    <caption class="visually-hidden">
      ${options.title}
    </caption>
    <thead>
      <tr part="header-row" aria-rowindex="1">
        ${options.columns.map((column) => header(column, options))}
      </tr>
    </thead>
    ${spacer}
    <tbody data-rows>
      ${nodeItems(nodes, options, row)}
    </tbody>
    ${spacer}
  </table>`;
}

/** The room of the rows that are not drawn; the window says how high. */
const spacer = html`<tbody aria-hidden="true">
  <tr>
    <td class="spacer"></td>
  </tr>
</tbody>`;

function header(column: Column, { text, sort, sortBy }: NodeViewOptions): TemplateResult {
  const { id, sortKey } = column;
  const title = column.title(text);
  const order = sortKey && sort?.key === sortKey ? ariaSort(sort) : undefined;
  return html`<th
    scope="col"
    class="column-${id}"
    part="header-cell"
    title=${text.help[id]}
    aria-sort=${order ?? nothing}
  >
    ${
      sortKey
        ? html`<button type="button" part="sort-button" @click=${() => sortBy(sortKey)}>
            <span class="cut">${title}</span>
            ${order ? icon(order === 'ascending' ? 'up' : 'down') : nothing}
          </button>`
        : html`<span class="cut">${title}</span>`
    }
  </th>`;
}

const ariaSort = ({ descending }: NodeSort) => (descending ? 'descending' : 'ascending');

function row(item: ListedNode): TemplateResult {
  const { node, text, isSelected, isOpen, isParked, columns, news } = item;
  return html`<tr
      class=${isParked ? 'parked' : ''}
      aria-rowindex=${item.place + 1}
      part=${isSelected ? 'row selected-row' : 'row'}
      data-node=${node.nodeId}
      data-state=${node.state}
      aria-current=${isSelected || nothing}
    >
      <th scope="row" class="column-name" part="cell">
        <div class="name-cell">
          <div class="name-line">${detailsButton(item)}${nameButton(item)}</div>
          <div class="role-line ${node.isHeadNode === true || news ? '' : 'second'}">
            ${newsMark(news, text)} ${roleMark(node, text)}
          </div>
        </div>
      </th>
      ${columns.map(({ id, cell }) =>
        cell ? html`<td class="column-${id}" part="cell">${cell(item)}</td>` : nothing,
      )}
    </tr>
    ${
      isOpen
        ? html`<tr
            class="details-row ${isParked ? 'parked' : ''}"
            aria-rowindex=${item.place + 1}
            data-node=${node.nodeId}
          >
            <td colspan=${Math.min(4, columns.length)}>
              <div class="details-frame">${nodeDetails(item)}</div>
            </td>
          </tr>`
        : nothing
    }`;
}
