// What the page itself notes of a visit, before any of its own scripts runs: when
// which options were painted, what was typed when, what was slow, what moved. It
// reads the page as a screen reader does: the text field names its list
// (aria-controls), the list has options; so it holds for any look of the panel.
//
// A frame counts as painted when the page's main thread is done with it.

(() => {
  const noted = { focus: undefined, keys: [], paints: [], shifts: 0, interactions: new Map() };
  const field = () => document.querySelector("#search");
  const list = () => document.getElementById(field()?.getAttribute("aria-controls") ?? "");

  addEventListener("focusin", ({ target, timeStamp }) => {
    if (target === field()) noted.focus ??= timeStamp;
  });
  // The field's own listeners come later: a key is noted before it has any effect.
  addEventListener("keydown", ({ timeStamp, key }) => noted.keys.push({ time: timeStamp, key }), { capture: true });

  const afterFrame = (then) =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => then(performance.now());
      port2.postMessage(null);
    });

  // A change of the list's texts or elements, not of where the arrow keys stand. The texts of
  // the first cards, which are in sight, stand in trees of their own; a picture comes when it
  // is loaded, and is none of them.
  const inSight = 5;
  const trees = new WeakSet();
  let expected = false;
  const observer = new MutationObserver((changes) => {
    const place = list();
    if (place === null) return;
    for (const option of [...place.querySelectorAll("[role=option] > vitrine-card")].slice(0, inSight)) {
      watch(option.shadowRoot);
    }
    if (expected || !changes.some(({ target }) => isText(target) && place.contains(outermost(target)))) return;
    expected = true;
    afterFrame((time) => {
      expected = false;
      noted.paints.push(time);
    });
  });
  const outermost = (node) => (node.getRootNode() === document ? node : node.getRootNode().host);
  const isText = (node) => !(node instanceof Element ? node : node.parentElement)?.closest("[part=image]");
  const watch = (tree) => {
    if (tree === null || trees.has(tree)) return;
    trees.add(tree);
    observer.observe(tree, { childList: true, characterData: true, subtree: true });
  };
  watch(document);

  new PerformanceObserver((entries) => {
    for (const { value, hadRecentInput } of entries.getEntries()) if (!hadRecentInput) noted.shifts += value;
  }).observe({ type: "layout-shift", buffered: true });
  new PerformanceObserver((entries) => {
    for (const { interactionId, duration } of entries.getEntries()) {
      if (interactionId === 0) continue;
      noted.interactions.set(interactionId, Math.max(duration, noted.interactions.get(interactionId) ?? 0));
    }
  }).observe({ type: "event", buffered: true, durationThreshold: 16 });

  /** The text that is shown of an element, its shadow trees included. */
  function textOf(node) {
    if (node.nodeType === Node.TEXT_NODE) return node.data;
    if (node instanceof HTMLSlotElement) return node.assignedNodes({ flatten: true }).map(textOf).join("");
    if (node instanceof HTMLStyleElement) return "";
    return [...(node.shadowRoot ?? node).childNodes].map(textOf).join("");
  }

  /** The texts of the options that are on the screen or can be scrolled there. */
  function shown() {
    const options = [...(list()?.querySelectorAll("[role=option]") ?? [])];
    if (options[0]?.checkVisibility() !== true) return [];
    return options.map((option) => textOf(option).replaceAll(/\s+/g, " "));
  }

  /** Whether these titles are shown one after another. */
  function shows(titles) {
    const texts = shown();
    const from = texts.findIndex((text) => text.includes(titles[0]));
    return from >= 0 && titles.every((title, i) => texts[from + i]?.includes(title));
  }

  /** Resolves to the time at which the first frame was painted in which the test holds. */
  function painted(test) {
    return new Promise((resolve) => {
      const look = () =>
        requestAnimationFrame(() => {
          if (test()) afterFrame(resolve);
          else look();
        });
      look();
    });
  }

  /** Resolves once the engine has loaded the second stage of its ranking. */
  async function secondStage(script, bundle) {
    const { connect } = await import(script);
    const engine = await connect({ bundle });
    while (!(await engine.health()).second_stage) await new Promise((resolve) => setTimeout(resolve, 20));
  }

  globalThis.bench = {
    noted,
    secondStage,
    sinceFocus: async (time) => (await time) - noted.focus,
    firstOption: () => painted(() => shown().length > 0),
    titles: (titles) => painted(() => shows(titles)),
    shown,
  };
})();
