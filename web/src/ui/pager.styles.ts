import { css } from "lit";

export const pagerStyles = css`
  .pages {
    display: flex;
    flex-wrap: wrap;
    justify-content: center;
    gap: 4px;
  }
  .page,
  .gap {
    display: grid;
    place-items: center;
    min-block-size: 40px;
  }
  .gap {
    min-inline-size: 16px;
  }
  .page {
    min-inline-size: 40px;
    padding: 4px;
    border: 1px solid transparent;
    border-radius: var(--_radius-small);
    background: none;
    font-variant-numeric: tabular-nums;
  }
  .page:hover:enabled {
    border-color: var(--_control);
  }
  .page[aria-current] {
    border-color: var(--_accent);
    font-weight: 650;
  }
  .page:disabled {
    color: var(--_line);
    cursor: default;
  }
  .page.next:dir(ltr) svg,
  .page.previous:dir(rtl) svg {
    transform: scaleX(-1);
  }
  @container vitrine-results (max-width: 47em) {
    .page {
      min-inline-size: 44px;
      min-block-size: 44px;
    }
  }
  @media (forced-colors: active) {
    .page:disabled {
      color: GrayText;
    }
  }
`;
