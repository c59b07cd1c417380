/**
 * A text field as a combobox (WAI-ARIA 1.2, list autocomplete): its states, the keys,
 * and input methods. What the keys do is the store's affair; that the field is a
 * combobox was said before.
 *
 * The focus never leaves the text field while the arrows walk through the hits;
 * aria-activedescendant says where they stand.
 */
import type { State } from "../core/state.ts";
import type { Store } from "../core/store.ts";
import type { ListboxIds } from "./hits.ts";

export interface ComboboxActions {
  /** Follows the option. */
  pick(position: number): void;
  /** Removes the option if it is a recent search; false if it is not. */
  forget(position: number): boolean;
  /** Opens a quick view of the option if it is a product; false if it is not. */
  peek(position: number): boolean;
  /** The field got the focus. */
  focused(): void;
  /** The field was pressed with a pointer. */
  pressed(): void;
  /** Enter without a hit chosen; false leaves it to the form around the field. */
  submit(): boolean;
}

export class Combobox {
  readonly #input: HTMLInputElement;
  readonly #store: Store;
  readonly #ids: ListboxIds;
  readonly #actions: ComboboxActions;
  readonly #listening = new AbortController();
  #query = "";

  constructor(input: HTMLInputElement, store: Store, ids: ListboxIds, actions: ComboboxActions) {
    this.#input = input;
    this.#store = store;
    this.#ids = ids;
    this.#actions = actions;
    this.#set("aria-controls", ids.listbox);
    const { signal } = this.#listening;
    input.addEventListener("input", (e) => this.#changed(e), { signal });
    input.addEventListener("compositionend", () => this.#typed(false), { signal });
    input.addEventListener(
      "focus",
      () => {
        store.prepare();
        actions.focused();
      },
      { signal },
    );
    input.addEventListener("click", () => actions.pressed(), { signal });
    input.addEventListener("keydown", (e) => this.#key(e), { signal });
  }

  /** Leaves the field as it was described. */
  disconnect(): void {
    this.#listening.abort();
    for (const name of ["aria-controls", "aria-activedescendant"]) this.#set(name, null);
    this.#set("aria-expanded", "false");
  }

  /** Shows the state: what is open, what is active, and a query that came from elsewhere. */
  show(state: State): void {
    this.#set("aria-expanded", String(state.open));
    this.#set("aria-activedescendant", state.open && state.active >= 0 ? this.#ids.option(state.active) : null);
    if (state.query === this.#query) return;
    this.#query = state.query;
    if (this.#input.value !== state.query) this.#input.value = state.query;
  }

  /** Opens on what stands in the field, which the shop's page may have put there. */
  open(): void {
    const { value } = this.#input;
    const { query } = this.#store.state;
    this.#store.send(value === query ? { type: "opened" } : { type: "typed", query: value, composing: false });
  }

  #set(name: string, value: string | null): void {
    if (value === null) this.#input.removeAttribute(name);
    else this.#input.setAttribute(name, value);
  }

  #changed(event: Event): void {
    const typing = event instanceof InputEvent;
    // Escape empties a field of searches without typing: who has closed the panel wants no other one.
    const wanted = typing || this.#store.state.open || this.#input.value !== "";
    if (wanted) this.#typed(typing && event.isComposing);
  }

  #typed(composing: boolean): void {
    this.#store.send({ type: "typed", query: this.#input.value, composing });
  }

  #key(event: KeyboardEvent): void {
    // Keys belong to the input method while it composes; 229 is what browsers
    // that end the composition before the keydown say instead.
    if (event.isComposing || event.keyCode === 229) return;
    if (event.ctrlKey || event.metaKey) return;
    if (event.shiftKey) {
      if (event.key === "Enter" && !event.altKey && this.#peek()) event.preventDefault();
      return;
    }
    const handled = event.altKey ? this.#altKey(event.key) : this.#plainKey(event.key);
    if (handled) event.preventDefault();
  }

  #altKey(key: string): boolean {
    if (key === "ArrowDown") this.open();
    else if (key === "ArrowUp") this.#store.send({ type: "closed" });
    else return false;
    return true;
  }

  #plainKey(key: string): boolean {
    switch (key) {
      case "ArrowDown":
        return this.#walk("next");
      case "ArrowUp":
        return this.#walk("previous");
      case "Home":
        return this.#jump("first");
      case "End":
        return this.#jump("last");
      case "Enter":
        return this.#enter();
      case "Delete":
        return this.#forget();
      case "Escape":
        return this.#escape();
      default:
        return false;
    }
  }

  #walk(to: "next" | "previous"): boolean {
    if (!this.#store.state.open) this.open();
    this.#store.send({ type: "moved", to });
    return true;
  }

  /** Home and End move the caret until the arrows have left the text. */
  #jump(to: "first" | "last"): boolean {
    const { open, active } = this.#store.state;
    if (!open || active < 0) return false;
    this.#store.send({ type: "moved", to });
    return true;
  }

  #enter(): boolean {
    const { open, active } = this.#store.state;
    if (!open || active < 0) return this.#actions.submit();
    this.#actions.pick(active);
    return true;
  }

  #peek(): boolean {
    const { open, active } = this.#store.state;
    return open && active >= 0 && this.#actions.peek(active);
  }

  #forget(): boolean {
    const { open, active } = this.#store.state;
    return open && active >= 0 && this.#actions.forget(active);
  }

  #escape(): boolean {
    if (!this.#store.state.open) return false;
    this.#store.send({ type: "closed" });
    return true;
  }
}
