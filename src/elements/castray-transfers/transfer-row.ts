import { html, nothing, type TemplateResult } from 'lit';
import { isKnown, type Maybe } from '../../model/unknown.js';
import { groupOf, mayRepeat, type Transfer } from '../../store/transfers/transfer.js';
import type { Formats } from '../../text/formats.js';
import { sendingProblem } from '../../text/sending.js';
import type { TransfersMessages } from '../../text/transfers.js';
import { progressBar } from '../parts/progress-bar.js';

/** One transfer. `again`: undefined where nothing may be started. */
export function transferRow(
  transfer: Transfer,
  text: TransfersMessages,
  format: Formats,
  again: ((key: string) => void) | undefined,
): TemplateResult {
  const { key, state, fileName, filePath, progress, sourceNode, targetNode } = transfer;
  const words = text.transfers;
  const group = groupOf(transfer);
  const isRunning = group === 'running';
  return html`<li class="row" part="transfer" data-row=${key} data-state=${state}>
    <div class="line">
      <span class="name cut" part="name" title=${filePath || fileName}>${fileName}</span>
      <span part="state" data-state=${state}>${words.states[state]}</span>
      ${
        isRunning && isKnown(progress)
          ? html`<span part="percent">${format.percent(progress)}</span>`
          : nothing
      }
      ${
        again && mayRepeat(transfer)
          ? html`<button
              type="button"
              part="again-button"
              aria-label=${text.colon(fileName, text.sending.again)}
              @click=${() => again(key)}
            >
              ${text.sending.again}
            </button>`
          : nothing
      }
    </div>
    ${isRunning ? progressBar(progress, text.colon(fileName, words.states[state])) : nothing}
    <div class="line muted small" part="facts">
      <span part="path"><bdi>${sourceNode}</bdi> → <bdi>${targetNode}</bdi></span>
      ${facts(transfer, text, format).map((fact) => html`<span>${fact}</span>`)}
    </div>
    ${reasons(transfer, text).map((reason) => html`<p class="small" part="reason">${reason}</p>`)}
  </li>`;
}

function facts(
  { fileSize, speed, remainingMs, startedAt, endedAt, state, mode }: Transfer,
  { sending, transfers: words }: TransfersMessages,
  format: Formats,
): readonly string[] {
  const rate = isKnown(speed) ? `${format.bytes(speed)}/s` : '';
  const isDone = state === 'completed';
  const times = (start: string, end: Maybe<number>): string =>
    isKnown(end) ? `${start} – ${format.time(end)}` : words.started(start);
  return [
    isKnown(fileSize) ? format.bytes(fileSize) : words.sizeUnknown,
    isKnown(mode) && mode !== 'auto' ? words.modes[mode] : '',
    rate && isDone ? sending.mean(rate) : rate,
    isKnown(remainingMs) ? sending.left(Math.ceil(remainingMs / 1000)) : '',
    isKnown(startedAt) ? times(format.time(startedAt), endedAt) : '',
  ].filter(Boolean);
}

function reasons(
  { state, reason, problem, error }: Transfer,
  text: TransfersMessages,
): readonly string[] {
  return [
    state === 'stalled' ? `${text.sending.stalled} ${text.transfers.noCancel}` : '',
    reason ? text.transfers.reasons[reason] : '',
    problem ? sendingProblem(problem, text) : '',
    error,
  ].filter(Boolean);
}
