import { html, type TemplateResult } from 'lit';
import type { Messages } from '../../text/common.js';
import { icon, type IconName } from './icons.js';

export interface ConnectionButtonsOptions {
  readonly text: Messages;
  readonly isPaused: boolean;
  /** What `askAgain` is called: to ask anew, or to try once more. */
  readonly again: string;
  readonly askAgain: () => void;
  readonly togglePause: () => void;
}

/** Asks again, which a pause forbids, and pauses or goes on. */
export function connectionButtons(options: ConnectionButtonsOptions): TemplateResult {
  const { text, isPaused, again, askAgain, togglePause } = options;
  const pauseWord = isPaused ? text.resume : text.pause;
  return html`${button('refresh', again, askAgain, isPaused)}
  ${button(isPaused ? 'play' : 'pause', pauseWord, togglePause)}`;
}

function button(
  picture: IconName,
  word: string,
  act: () => void,
  isDisabled = false,
): TemplateResult {
  return html`<button
    type="button"
    class="quiet icon"
    title=${word}
    aria-label=${word}
    ?disabled=${isDisabled}
    @click=${act}
  >
    ${icon(picture)}
  </button>`;
}
