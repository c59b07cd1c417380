/** `<vitrine-search>`: the shop's own field inside it, or one that it makes. */
import { WaitingSearch } from "../tag/search.ts";
import { VitrineElement } from "./element.ts";
import { adoptFieldStyles } from "./field.styles.ts";
import type { Group } from "./group.ts";

export class VitrineSearch extends VitrineElement {
  readonly kind = "search";
  /** The form that was made, where the page had no field. */
  #made: HTMLFormElement | undefined;

  /** A field with results in the page is another thing than one with a panel. */
  protected shownAs({ shared, options }: Group): unknown {
    return shared ?? JSON.stringify(options);
  }

  protected draw({ views, shared, options, members }: Group): () => void {
    const input = this.querySelector("input") ?? this.#make();
    if (views === undefined || shared === undefined) {
      const search = new WaitingSearch(input, { ...options, input });
      return () => search.destroy();
    }
    const results = members.find((member) => member.kind === "results");
    return views.mountField(input, shared, () => {
      // The results are what was asked for; a keyboard on the screen hides them.
      if (matchMedia("(pointer: coarse)").matches) input.blur();
      const top = results?.getBoundingClientRect().top ?? 0;
      if (top < 0 || top > innerHeight / 2) results?.scrollIntoView({ block: "start" });
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#made?.remove();
    this.#made = undefined;
  }

  #make(): HTMLInputElement {
    const form = this.ownerDocument.createElement("form");
    form.role = "search";
    form.action = this.getAttribute("action") ?? "";
    const input = this.ownerDocument.createElement("input");
    input.type = "search";
    input.name = this.getAttribute("name") ?? "q";
    input.placeholder = this.getAttribute("placeholder") ?? "";
    const label = this.getAttribute("label") ?? this.getAttribute("placeholder");
    if (label !== null) input.setAttribute("aria-label", label);
    form.append(input);
    this.append(form);
    adoptFieldStyles(this);
    this.#made = form;
    return input;
  }
}
