/** Signs that a shopper is about to search, before the text field has the focus. */

/** How near the field a pointer comes, in CSS pixels, and how often that is looked at, in milliseconds. */
const reach = 100;
const between = 100;

/** How long a page is left alone after it has loaded, in milliseconds. */
const rest = 3000;

/** Calls back whenever a pointer is near the field: a mouse comes before it presses, a finger does not. */
export function whenNear(field: HTMLElement, act: () => void, signal: AbortSignal): void {
  let waiting = false;
  let [x, y] = [0, 0];
  const look = () => {
    waiting = false;
    const { left, right, top, bottom, width } = field.getBoundingClientRect();
    const aside = Math.max(left - x, x - right, 0);
    const apart = Math.max(top - y, y - bottom, 0);
    // A field that is not shown is nowhere.
    if (width > 0 && Math.hypot(aside, apart) <= reach && !signal.aborted) act();
  };
  const follow = (event: PointerEvent) => {
    [x, y] = [event.clientX, event.clientY];
    if (event.type === "pointerdown") look();
    else if (!waiting) setTimeout(look, between);
    waiting = event.type !== "pointerdown";
  };
  const options = { signal, passive: true };
  document.addEventListener("pointermove", follow, options);
  document.addEventListener("pointerdown", follow, options);
}

/** What browsers say of the network that say anything; not in TypeScript's own library. */
interface Connection {
  readonly effectiveType: string;
  readonly saveData: boolean;
}

/** Calls back once, well after the page has loaded, where the network is good and nobody saves data. */
export function whenIdle(act: () => void, signal: AbortSignal): void {
  const { connection } = navigator as { connection?: Connection };
  if (connection?.effectiveType !== "4g" || connection.saveData) return;
  const wait = () =>
    setTimeout(() => {
      requestIdleCallback(() => {
        if (!signal.aborted) act();
      });
    }, rest);
  if (document.readyState === "complete") wait();
  else window.addEventListener("load", wait, { signal });
}

/**
 * Focuses the field and calls back on "/" and on Ctrl-K or Cmd-K, but not while the
 * shopper types elsewhere, and only where the field can have the focus.
 */
export function onShortcut(field: HTMLInputElement, act: () => void, signal: AbortSignal): void {
  const press = (event: KeyboardEvent) => {
    const target = event.composedPath()[0];
    if (event.defaultPrevented || event.isComposing || !isShortcut(event, target === field)) return;
    if (target !== field && isEditable(target)) return;
    field.focus();
    if (!field.matches(":focus")) return;
    event.preventDefault();
    act();
  };
  const own = field.getAttribute("aria-keyshortcuts");
  field.setAttribute("aria-keyshortcuts", `${own ?? ""} / Control+K Meta+K`.trim());
  document.addEventListener("keydown", press, { signal });
  signal.addEventListener("abort", () => {
    if (own === null) field.removeAttribute("aria-keyshortcuts");
    else field.setAttribute("aria-keyshortcuts", own);
  });
}

/** In the field itself "/" is a letter. Some keyboards have it with Shift. */
function isShortcut({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent, inField: boolean): boolean {
  if (altKey) return false;
  if (key === "/") return !inField && !ctrlKey && !metaKey;
  return key.toLowerCase() === "k" && ctrlKey !== metaKey && !shiftKey;
}

function isEditable(target: EventTarget | undefined): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches("input, textarea, select"));
}
