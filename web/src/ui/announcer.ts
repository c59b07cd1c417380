/**
 * Says the number of hits to screen readers, politely and once the typing rests.
 *
 * Two regions take turns, because a region that gets the text it already has
 * says nothing: "12 results" after "12 results" is news to the shopper.
 */
import { html, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from "lit";

/** How long the typing must rest, in milliseconds: longer than between two keys. */
const rest = 500;

export class Announcer implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #texts: [string, string] = ["", ""];

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }

  say(text: string): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#texts = this.#texts[0] === "" ? [text, ""] : ["", text];
      this.#host.requestUpdate();
    }, rest);
  }

  render(): TemplateResult {
    return html`
      <div class="quiet" role="status">${this.#texts[0]}</div>
      <div class="quiet" role="status">${this.#texts[1]}</div>
    `;
  }
}
