import { html, nothing, type TemplateResult } from 'lit';
import { plainName } from '../../model/harmless-text.js';
import { isKnown } from '../../model/unknown.js';
import { isUploadOver, mayRetry, type FileUpload } from '../../store/uploads/file-upload.js';
import type { NameAnswer } from '../../store/uploads/upload-item.js';
import type { Formats } from '../../text/formats.js';
import { sendingProblem } from '../../text/sending.js';
import type { UploadsMessages } from '../../text/uploads.js';
import type { CopyOutcome } from '../parts/copier.js';
import { progressBar } from '../parts/progress-bar.js';

/** What can be done with an upload. */
export interface UploadCommands {
  readonly cancel: (key: string) => void;
  readonly retry: (key: string) => void;
  readonly settle: (key: string, answer: NameAnswer) => void;
  readonly copy: (path: string) => void;
  /** How that went, while it is worth a word. */
  readonly outcomeOf: (path: string) => CopyOutcome | undefined;
}

const ANSWERS = ['replace', 'rename', 'skip'] as const;

export function uploadRow(
  item: FileUpload,
  text: UploadsMessages,
  format: Formats,
  commands: UploadCommands,
): TemplateResult {
  const { key, size, sent, state, storedPath } = item;
  const given = plainName(item.given);
  const words = text.uploads;
  const label = (what: string): string => text.colon(given, what);
  const button = (part: string, word: string, act: () => void): TemplateResult =>
    html`<button type="button" part=${part} aria-label=${label(word)} @click=${act}>
      ${word}
    </button>`;
  const isMoving = state === 'sending' || state === 'answering' || state === 'stalled';
  const percent = (sent / size) * 100;
  return html`<li class="row" part="upload" data-row=${key} data-state=${state}>
    <div class="line">
      <span class="name cut" part="name" title=${given}>${given}</span>
      <span part="state" data-state=${state}>${words.states[state]}</span>
      ${isMoving ? html`<span part="percent">${format.percent(percent)}</span>` : nothing}
      ${
        mayRetry(item)
          ? button('retry-button', text.sending.again, () => commands.retry(key))
          : nothing
      }
      ${
        isUploadOver(state) || state === 'exists'
          ? nothing
          : button('cancel-button', words.cancel, () => commands.cancel(key))
      }
    </div>
    ${isMoving ? progressBar(percent, label(words.states[state])) : nothing}
    <div class="line muted small" part="facts">
      ${facts(item, text, format).map((fact) => html`<span>${fact}</span>`)}
    </div>
    ${storedPath ? pathLine(storedPath, given, text, commands) : nothing}
    ${
      state === 'exists'
        ? html`<div class="line">
            ${nameAnswers(text, label, (answer) => commands.settle(key, answer))}
          </div>`
        : nothing
    }
    ${reasons(item, text, format).map((why) => html`<p class="small" part="reason">${why}</p>`)}
  </li>`;
}

/** Three buttons: for one name that is taken, or for all of them. */
export function nameAnswers(
  { uploads: { answers } }: UploadsMessages,
  label: (what: string) => string,
  settle: (answer: NameAnswer) => void,
): readonly TemplateResult[] {
  return ANSWERS.map(
    (answer) =>
      html`<button
        type="button"
        part="answer-button"
        data-action=${answer}
        aria-label=${label(answers[answer])}
        @click=${() => settle(answer)}
      >
        ${answers[answer]}
      </button>`,
  );
}

/** Where a stored file is: what a transfer wants to be told. */
function pathLine(
  path: string,
  given: string,
  { uploads: { copyPath, copied, copyFailed }, colon }: UploadsMessages,
  { copy, outcomeOf }: UploadCommands,
): TemplateResult {
  const outcome = outcomeOf(path);
  return html`<div class="line small">
    <bdi class="path" part="path">${plainName(path)}</bdi>
    <button
      type="button"
      class="quiet"
      part="copy-button"
      aria-label=${colon(given, copyPath)}
      @click=${() => copy(path)}
    >
      ${outcome === 'copied' ? copied : copyPath}
    </button>
    ${outcome === 'refused' ? copyFailed : nothing}
  </div>`;
}

function facts(
  { targetNode, given, name, size, speed, remainingMs, reason }: FileUpload,
  { uploads, sending }: UploadsMessages,
  { bytes }: Formats,
): readonly string[] {
  return [
    `→ ${targetNode}`,
    reason === 'unreadable' ? '' : bytes(size),
    name && name !== given ? uploads.sentAs(name) : '',
    isKnown(speed) ? `${bytes(speed)}/s` : '',
    isKnown(remainingMs) ? sending.left(Math.ceil(remainingMs / 1000)) : '',
  ].filter(Boolean);
}

function reasons(
  { state, reason, problem, size, storedSize, maxSize }: FileUpload,
  text: UploadsMessages,
  { bytes }: Formats,
): readonly string[] {
  const { reasons: words, exists } = text.uploads;
  const said = reason && words[reason];
  // Two of them hold sizes: one more than the limit, or one of each side.
  const held = isKnown(storedSize) ? `${storedSize} B` : bytes(maxSize);
  return [
    state === 'exists' ? exists : '',
    state === 'stalled' ? text.sending.stalled : '',
    state === 'unknown' ? words.open : '',
    (typeof said === 'function' ? said(held, `${size} B`) : said) ?? '',
    problem ? sendingProblem(problem, text) : '',
  ].filter(Boolean);
}
