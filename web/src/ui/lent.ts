/**
 * What the views that are fetched later take from those that are there: the build lets
 * them import it from the file of mount.ts, so that no byte of it comes twice and no
 * search waits for a file that both would share.
 */
import "./card.ts";

export { css, html, LitElement, nothing } from "lit";
export { customElement, property, query, state } from "lit/decorators.js";
export { hitAddress } from "./hits.ts";
export { cross } from "./icons.ts";
export { base } from "./tokens.ts";
