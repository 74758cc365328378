import { css } from 'lit';

/** Buttons and inputs. At least 24 px high, as WCAG 2.5.8 asks. */
export const controls = css`
  button,
  input,
  select {
    min-block-size: 28px;
    margin: 0;
    padding: 0 calc(2 * var(--_space));
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: inherit;
    font: inherit;
    line-height: 1.2;
    text-overflow: ellipsis;
  }

  button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: var(--_space);
    cursor: pointer;
    transition: background-color var(--_motion);
  }

  button:hover {
    background: var(--_surface-raised);
  }

  button[aria-pressed='true'] {
    border-color: var(--_accent);
    background: var(--_accent);
    color: var(--_on-accent);
  }

  button.quiet {
    border-color: transparent;
    background: transparent;
  }

  button.icon {
    inline-size: 28px;
    padding: 0;
  }

  button[aria-busy='true'],
  button:disabled,
  button[aria-disabled='true'] {
    cursor: default;
    opacity: 0.6;
  }

  :focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 1px;
  }

  @media (forced-colors: active) {
    button[aria-pressed='true'] {
      forced-color-adjust: none;
      border-color: Highlight;
      background: Highlight;
      color: HighlightText;
    }
  }
`;
