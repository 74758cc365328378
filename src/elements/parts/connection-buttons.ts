import { html, type TemplateResult } from 'lit';
import type { Messages } from '../../text/common.js';
import { icon, type IconName } from './icons.js';

export interface ConnectionButtonsOptions {
  readonly text: Messages;
  readonly isPaused: boolean;
  /** It is being asked. */
  readonly isAsking?: boolean;
  /** What `askAgain` is called: to ask anew, or to try once more. */
  readonly again: string;
  readonly askAgain: () => void;
  readonly togglePause: () => void;
}

/** Asks again, which a pause forbids, and pauses or goes on. */
export function connectionButtons(options: ConnectionButtonsOptions): TemplateResult {
  const { text, isPaused, isAsking, again, askAgain, togglePause } = options;
  const pauseWord = isPaused ? text.resume : text.pause;
  return html`${button('refresh', again, askAgain, isPaused, isAsking)}
  ${button(isPaused ? 'play' : 'pause', pauseWord, togglePause)}`;
}

function button(
  picture: IconName,
  word: string,
  act: () => void,
  isDisabled = false,
  isBusy = false,
): TemplateResult {
  return html`<button
    type="button"
    class="quiet icon"
    title=${word}
    aria-label=${word}
    ?disabled=${isDisabled}
    aria-busy=${isBusy}
    @click=${act}
  >
    ${icon(picture)}
  </button>`;
}
