/** The rules of suggestions and recent searches, which stand in the shop's tree as the hits do (hits.styles.ts). */
import { css } from "lit";

export const suggestionsStyles = css`
  .vitrine-groups.vitrine-groups.vitrine-groups {
    display: block;
    margin: 0;
    padding: 0;
    border: 0;
    overflow: hidden;
  }
  .vitrine-group.vitrine-group.vitrine-group {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    margin: 0;
    padding: 4px 12px 10px;
    border: 0;
  }
  .vitrine-group.vitrine-group > span {
    flex-basis: 100%;
    color: var(--_muted);
    font: inherit;
  }
  .vitrine-suggestion.vitrine-suggestion.vitrine-suggestion {
    display: block;
    max-inline-size: 100%;
    margin: 0;
    padding: 6px 14px;
    border: 1px solid var(--_line);
    border-radius: var(--_pill);
    background: none;
    color: var(--_text);
    font: inherit;
    overflow-wrap: anywhere;
    cursor: pointer;
    -webkit-tap-highlight-color: transparent;
  }
  .vitrine-suggestion.vitrine-suggestion:hover,
  .vitrine-suggestion.vitrine-suggestion[aria-selected="true"] {
    background: var(--_sunken);
  }
  .vitrine-suggestion.vitrine-suggestion[aria-selected="true"] {
    outline: 2px solid var(--_accent);
    outline-offset: -1px;
  }
  .vitrine-suggestion.vitrine-suggestion b {
    font: inherit;
    font-weight: 600;
    color: inherit;
  }
  .vitrine-suggestion.vitrine-suggestion .vitrine-scope {
    color: var(--_muted);
  }
  .vitrine-suggestion.vitrine-suggestion .vitrine-cross {
    display: inline-block;
    min-inline-size: 24px;
    margin-inline: 6px -8px;
    color: var(--_muted);
    text-align: center;
  }
  .vitrine-recent.vitrine-recent.vitrine-recent {
    display: flex;
    justify-content: space-between;
    gap: 12px;
    margin: 0;
    padding: 10px 12px 4px;
    border: 0;
    background: none;
    color: var(--_muted);
    font: inherit;
  }
  .vitrine-recent.vitrine-recent .vitrine-clear {
    min-block-size: 24px;
    margin: 0;
    padding: 0;
    border: 0;
    background: none;
    color: var(--_text);
    font: inherit;
    text-decoration: underline;
    cursor: pointer;
  }
  .vitrine-recent.vitrine-recent .vitrine-clear:focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }
`;
