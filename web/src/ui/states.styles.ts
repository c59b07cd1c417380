import { css } from "lit";

/** What stands in the place of the hits: messages, and the outline of what is awaited. */
export const statesStyles = css`
  .message {
    display: grid;
    justify-items: center;
    gap: 8px;
    max-inline-size: 34rem;
    margin-inline: auto;
    padding: 48px 24px;
    text-align: center;
  }
  .sign {
    display: grid;
    place-items: center;
    inline-size: 56px;
    block-size: 56px;
    margin-block-end: 8px;
    border-radius: 50%;
    background: var(--_sunken);
  }
  .message h2 {
    font-size: 1.2em;
    font-weight: 650;
    overflow-wrap: anywhere;
    text-wrap: balance;
  }
  .message p {
    color: var(--_muted);
    text-wrap: pretty;
  }
  .ways {
    display: flex;
    flex-wrap: wrap;
    justify-content: center;
    gap: 10px;
    margin-block: 12px;
  }
  .message h3 {
    margin-block-start: 8px;
    font-weight: 650;
  }
  .message .count {
    color: var(--_muted);
    font-weight: 400;
    font-variant-numeric: tabular-nums;
  }
  .message details {
    color: var(--_muted);
    font-size: 0.867em;
  }
  .message summary {
    padding-block: 12px;
    text-decoration: underline;
    text-underline-offset: 3px;
  }
  .message details p {
    overflow-wrap: anywhere;
  }

  /* Waiting shows only after 300 ms: an answer from the device is there before. */
  .progress {
    position: absolute;
    z-index: 1;
    inset-block-start: 0;
    inset-inline: 0;
    block-size: 2px;
    overflow: hidden;
    opacity: 0;
    animation: appear 0.2s 0.3s forwards;
  }
  .progress::after {
    content: "";
    position: absolute;
    inset: 0;
    inline-size: 40%;
    background: var(--_accent);
    animation: slide 1.1s infinite ease-in-out;
  }
  .skeleton {
    display: grid;
    gap: 20px;
    padding: 12px;
    opacity: 0;
    animation: appear 0.2s 0.3s forwards;
  }
  .skeleton.grid {
    grid-template-columns: repeat(auto-fill, minmax(min(46%, var(--vitrine-tile, 210px)), 1fr));
    gap: calc(32px * var(--_density)) calc(20px * var(--_density));
    padding: 0;
  }
  .ghost {
    display: grid;
    gap: 10px;
    align-content: start;
  }
  .rows .ghost {
    grid-template-columns: 84px minmax(0, 1fr);
    column-gap: 16px;
  }
  .ghost i,
  .ghost b {
    border-radius: var(--_radius-small);
    background: var(--_sunken);
  }
  .ghost i {
    aspect-ratio: 1;
  }
  .rows .ghost i {
    grid-row: span 2;
  }
  .ghost b {
    block-size: 14px;
    inline-size: 75%;
  }
  .rows .ghost b:first-of-type {
    align-self: end;
  }
  .ghost b:last-child {
    inline-size: 40%;
  }
  @keyframes appear {
    to {
      opacity: 1;
    }
  }
  @keyframes slide {
    from {
      transform: translateX(-110%);
    }
    to {
      transform: translateX(280%);
    }
  }
`;
