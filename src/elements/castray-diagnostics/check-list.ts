import { css, html, nothing, type TemplateResult } from 'lit';
import type { Check, CheckState } from '../../store/diagnosis/check.js';
import { checkText, checkTitle } from '../../text/check-text.js';
import type { DiagnosticsMessages } from '../../text/diagnostics.js';
import { icon, type IconName } from '../parts/icons.js';

/** A shape for each state, so that colour is not needed to tell them apart. */
const STATE_ICONS: Readonly<Record<CheckState, IconName>> = {
  running: 'refresh',
  passed: 'check',
  warned: 'warning',
  failed: 'cross',
  skipped: 'minus',
};

/** Every check under the name of its group. */
export function checkList(checks: readonly Check[], text: DiagnosticsMessages): TemplateResult {
  const groups = new Map<Check['group'], Check[]>();
  for (const check of checks) groups.set(check.group, [...(groups.get(check.group) ?? []), check]);
  return html`<div class="groups">
    ${[...groups].map(
      ([group, members]) =>
        html`<div part="group">
          <h3>${text.diagnosis.groups[group]}</h3>
          <ul>
            ${members.map((check) => checkItem(check, text))}
          </ul>
        </div>`,
    )}
  </div>`;
}

function checkItem(check: Check, text: DiagnosticsMessages): TemplateResult {
  const { id, state, finding, address, durationMs } = check;
  const sentence = checkText(check, text);
  return html`<li part="check ${state}" data-check=${id} data-state=${state}>
    ${icon(STATE_ICONS[state])}
    <div>
      <strong>${checkTitle(check, text)}</strong>
      <span class="muted small">
        ${text.diagnosis.states[state]}${durationMs === undefined ? nothing : ` · ${durationMs} ms`}
      </span>
      ${sentence ? html`<p part="finding">${sentence}</p>` : nothing}
      ${
        // a problem names its address itself
        address && finding !== 'problem'
          ? html`<p class="address muted small" part="address">${address}</p>`
          : nothing
      }
    </div>
  </li>`;
}

export const checkListStyles = css`
  .groups {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 320px), 1fr));
    gap: calc(4 * var(--_space)) calc(6 * var(--_space));
  }

  h3 {
    margin: 0 0 var(--_space);
    color: var(--_text-muted);
    font-size: var(--_font-size-small);
    font-weight: 600;
  }

  li {
    display: flex;
    gap: calc(2 * var(--_space));
    padding-block: var(--_space);
    overflow-wrap: anywhere;
  }

  li .icon {
    flex: none;
    margin-block-start: 2px;
    color: var(--_text-muted);
  }

  li > div {
    min-inline-size: 0;
  }

  strong {
    font-weight: 600;
  }

  .address {
    font-family: var(--_font-mono);
  }

  [data-state='passed'] .icon {
    color: var(--_good);
  }

  [data-state='warned'] .icon {
    color: var(--_warning);
  }

  [data-state='failed'] .icon {
    color: var(--_bad);
  }
`;
