/**
 * A text field whose results stand in the page: what is typed is searched for at
 * once, and Enter means it. There is no list to walk through, so the field stays a
 * plain text field to assistive technology; the results say their number.
 */
import type { Shared } from "./shared.ts";

/** Joins the field to the search; `arrive` is called when the shopper goes to the results. */
export function mountField(input: HTMLInputElement, shared: Shared, arrive: () => void): () => void {
  const { store } = shared;
  const listening = new AbortController();
  const { signal } = listening;
  const typed = (composing: boolean) => store.send({ type: "typed", query: input.value, composing });
  input.addEventListener("input", (event) => typed((event as InputEvent).isComposing === true), { signal });
  input.addEventListener("compositionend", () => typed(false), { signal });
  const submit = (event: Event) => {
    event.preventDefault();
    typed(false);
    shared.commit();
    arrive();
  };
  if (input.form) input.form.addEventListener("submit", submit, { signal });
  else {
    input.addEventListener("keydown", (e) => e.key === "Enter" && !e.isComposing && submit(e), { signal });
  }
  // The shopper may have been quicker than the script.
  const early = input.value !== input.defaultValue && input.matches(":focus");
  const show = () => {
    const { query, status } = store.state;
    if (status !== "idle" && input.value !== query && !store.state.composing) input.value = query;
  };
  if (early) typed(false);
  show();
  const unsubscribe = store.subscribe(show);
  return () => {
    listening.abort();
    unsubscribe();
  };
}
