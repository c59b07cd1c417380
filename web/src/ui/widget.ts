/**
 * One shop's text field, its panel and its store, joined: who opens, who closes,
 * and where the focus goes.
 */
import { optionsOf } from "../core/options.ts";
import type { Store } from "../core/store.ts";
import type { Hit } from "../core/wire.ts";
import type { Locale } from "../i18n/locale.ts";
import { Combobox } from "./combobox.ts";
import { fireAt, select, settle } from "./events.ts";
import type { ListboxIds } from "./hits.ts";
import "./panel.ts";
import type { PanelHistory } from "./panel-history.ts";
import { quickViews } from "./quick-views.ts";
import type { View } from "./view.ts";

interface WidgetOptions extends View {
  /** Says of the sheet's own text field what was said of the shop's: that it is a combobox. */
  describe(field: HTMLInputElement): void;
  /** Keeps the panel and the page's address the same, where that is wanted. */
  history(store: Store, focus: () => void): PanelHistory | undefined;
}

/** What a shopper did with the text field before the widget was there. */
export interface Missed {
  readonly typed: boolean;
  readonly pressed: boolean;
  /** The page asked for the panel. */
  readonly opened: boolean;
  /** An input method composes still: the text is not the shopper's word yet. */
  readonly composing: boolean;
}

/** Below this the panel is a sheet; 40rem is also 1280 pixels at 200 % zoom. */
const narrow = "(max-width: 40rem), (max-height: 26rem)";

let widgets = 0;

export class Widget {
  readonly store: Store;
  readonly #input: HTMLInputElement;
  readonly #panel: HTMLElementTagNameMap["vitrine-panel"];
  readonly #field: HTMLInputElement;
  readonly #outer: Combobox;
  readonly #inner: Combobox;
  readonly #listening = new AbortController();
  readonly #unsubscribe: () => void;
  readonly #history: PanelHistory | undefined;
  #shown = false;

  constructor(input: HTMLInputElement, { describe, history, ...view }: WidgetOptions) {
    const { store, locale, theme, look, card, dataLayer } = view;
    widgets += 1;
    const prefix = `vitrine-${widgets}`;
    const ids: ListboxIds = { listbox: `${prefix}-hits`, option: (i) => `${prefix}-hit-${i}` };
    this.store = store;
    this.#input = input;
    this.#field = ownField(input, locale);
    describe(this.#field);
    this.#panel = input.ownerDocument.createElement("vitrine-panel");
    Object.assign(this.#panel, { store, locale, theme, look, card, ids, select: this.#select });
    if (view.quickView) this.#panel.peek = quickViews(this.#panel, input, { ...view, select: this.#select });
    if (input.form) this.#panel.searchShop = () => this.#searchShop();
    this.#panel.append(this.#field);
    // After the form, so that Tab goes on into the panel and no control of the
    // panel becomes one of the form.
    (input.form ?? input).after(this.#panel);
    const pick = (position: number) => this.#panel.option(position)?.click();
    this.#outer = new Combobox(input, store, ids, {
      pick,
      forget: this.#forget,
      peek: this.#peek,
      // The focus alone opens nothing: it may be the page's doing, and the panel covers the page.
      focused: () => this.store.recall(),
      pressed: () => this.open(),
      submit: () => this.#submit(),
    });
    this.#inner = new Combobox(this.#field, store, ids, {
      pick,
      forget: this.#forget,
      peek: this.#peek,
      focused: () => undefined,
      pressed: () => undefined,
      submit: () => this.#searchShop(),
    });
    this.#listen();
    const quiet = fireAt(input, store, { dataLayer, panel: true });
    const unfollow = store.subscribe(() => void this.#follow());
    this.#unsubscribe = () => {
      quiet();
      unfollow();
    };
    // The sheet has the focus in a field of its own.
    this.#history = history(store, () => matchMedia(narrow).matches || input.focus({ preventScroll: true }));
    this.#panel.stepBack = this.#history?.stepBack;
  }

  /** Takes the panel away and leaves the text field as it was found. */
  destroy(): void {
    const inside = this.#panel.contains(this.#input.ownerDocument.activeElement);
    this.#history?.destroy();
    this.close();
    this.#unsubscribe();
    this.store.end();
    this.#listening.abort();
    this.#outer.disconnect();
    this.#inner.disconnect();
    this.#panel.remove();
    // The caret went with the sheet's field: Chromium types nothing into one that has the focus alone.
    if (!inside) return;
    this.#input.blur();
    this.#input.focus({ preventScroll: true });
  }

  open(): void {
    this.#outer.open();
  }

  /** Does what it would have done, had it been there from the beginning. */
  catchUp({ typed, pressed, opened, composing }: Missed): void {
    if (opened) this.open();
    if (!this.#input.matches(":focus")) return;
    this.store.prepare();
    this.store.recall();
    // The word that is composed is searched for when it is finished.
    if (composing) return;
    if (typed || pressed) this.open();
  }

  close(): void {
    this.store.send({ type: "closed" });
  }

  #listen(): void {
    const { signal } = this.#listening;
    const options = { signal, capture: true, passive: true };
    const document = this.#input.ownerDocument;
    const outside = (event: Event) => {
      if (!this.#holds(event)) this.close();
    };
    document.addEventListener("pointerdown", outside, options);
    document.addEventListener("focusin", outside, options);
    window.addEventListener("scroll", () => this.#place(), options);
    window.addEventListener("resize", () => this.#place(), options);
    window.visualViewport?.addEventListener("resize", () => this.#panel.fitKeyboard(), { signal });
    matchMedia(narrow).addEventListener("change", () => this.close(), { signal });
    this.#panel.addEventListener("keydown", (event) => this.#escape(event), { signal });
  }

  /** The form's own buttons lie on the keyboard's way from the field to the panel. */
  #holds(event: Event): boolean {
    const ours: (HTMLElement | null)[] = [this.#panel, this.#input, event.type === "focusin" ? this.#input.form : null];
    return event.composedPath().some((at) => at instanceof HTMLElement && ours.includes(at));
  }

  #place(): void {
    if (this.#shown) this.#panel.place(this.#input);
  }

  /** Escape in a filter or on a button; the text fields see to their own. */
  #escape(event: KeyboardEvent): void {
    if (event.key !== "Escape" || event.defaultPrevented) return;
    event.preventDefault();
    this.close();
  }

  #forget = (position: number): boolean => {
    const option = optionsOf(this.store.state)[position];
    if (option?.kind !== "recent") return false;
    this.store.forget(option.text);
    return true;
  };

  #peek = (position: number): boolean => {
    const options = optionsOf(this.store.state);
    const option = options[position];
    if (option?.kind !== "hit" || this.#panel.peek === undefined) return false;
    void this.#panel.peek(option.hit, position - options.findIndex(({ kind }) => kind === "hit"));
    return true;
  };

  /** Brings the page to what the store says. */
  async #follow(): Promise<void> {
    const { state } = this.store;
    if (state.open && !this.#shown) await this.#show();
    else if (!state.open && this.#shown) this.#hide();
    await this.#panel.updateComplete;
    if (this.#listening.signal.aborted) return;
    this.#outer.show(this.store.state);
    this.#inner.show(this.store.state);
    if (this.store.state.active >= 0) this.#panel.option(this.store.state.active)?.scrollIntoView({ block: "nearest" });
  }

  async #show(): Promise<void> {
    this.#shown = true;
    this.#panel.sheet = matchMedia(narrow).matches;
    await this.#panel.updateComplete;
    if (!this.#shown) return;
    this.#panel.show(this.#input);
    if (!this.#panel.sheet) return;
    this.#field.value = this.#input.value;
    this.#field.focus();
  }

  #hide(): void {
    this.#shown = false;
    const inside = this.#panel.contains(this.#input.ownerDocument.activeElement);
    this.#panel.hide();
    if (inside) this.#input.focus({ preventScroll: true });
  }

  /** Closes the panel before the page is left, unless Back is to find it open. */
  #leave(press?: Event): void {
    settle(this.store);
    if (!this.#history?.leave(press)) this.close();
  }

  /** Enter in the shop's field: its form does what it always did. */
  #submit(): boolean {
    if (this.#input.value === this.store.state.query) this.store.remember();
    this.#leave();
    return false;
  }

  #searchShop(): boolean {
    this.#input.value = this.store.state.query;
    this.store.remember();
    this.#leave();
    this.#input.form?.requestSubmit();
    return true;
  }

  #select = (event: MouseEvent, hit: Hit, position: number): void => {
    this.store.remember();
    select(this.#input, this.store, event, hit, position);
    const elsewhere = event.ctrlKey || event.metaKey || event.shiftKey;
    if (!elsewhere) this.#leave(event);
  };
}

/** The sheet's own text field: the shop's lies under it. */
function ownField(input: HTMLInputElement, locale: Locale): HTMLInputElement {
  const field = input.ownerDocument.createElement("input");
  field.type = "search";
  field.slot = "field";
  field.className = "vitrine-field";
  field.placeholder = input.placeholder || locale.text.placeholder;
  field.setAttribute("aria-label", locale.text.searchField);
  return field;
}
