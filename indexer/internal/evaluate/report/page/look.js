// One query: what each system shows first, and how one product meets the query,
// as heat maps and as the parts of its score.

(() => {
  const { element, bar, data } = globalThis.report;
  const { systems, maps, strings, details } = data("details");
  const section = document.getElementById("look");
  const form = section.querySelector("form");
  const lists = section.querySelector(".lists");
  const why = section.querySelector(".why");
  const chooser = form.elements.namedItem("query");

  const grade = (written, means) =>
    element(
      "span",
      { class: `grade ${means.replace(" ", "-")}` },
      ...(written === "" ? [means] : [element("b", {}, written), ` ${means}`]),
    );

  /** One product of a list, with the button that explains it. */
  function product(detail, placed) {
    const [id, title, written, means] = placed.map((number) => strings[number]);
    const known = detail.looks[placed[0]] !== undefined;
    const name = known
      ? element("button", { type: "button", class: "title", "data-product": placed[0], "aria-pressed": "false" }, title)
      : element("span", { class: "title" }, title);
    return element("li", {}, element("div", {}, name, grade(written, means)), element("small", {}, id));
  }

  function column(detail, name, products, empty, ordered) {
    const items = products.map((placed) => product(detail, placed));
    const list = element(ordered ? "ol" : "ul", {}, ...items);
    return element(
      "div",
      {},
      element("h3", {}, name),
      products.length > 0 ? list : element("p", { class: "more" }, empty),
    );
  }

  function heat(drawn) {
    const { title, about } = maps[drawn.kind];
    const most = Math.max(...drawn.cells.map((cell) => cell[2]));
    const cells = new Map(drawn.cells.map((cell) => [`${cell[0]} ${cell[1]}`, cell]));
    const header = (number) => element("th", { scope: "col" }, strings[number]);
    const body = drawn.rows.map((word, row) =>
      element(
        "tr",
        {},
        element("th", { scope: "row" }, strings[word]),
        ...drawn.columns.map((_, place) => {
          const cell = cells.get(`${row} ${place}`);
          if (cell === undefined) return element("td", { class: "none" }, element("span", { class: "quiet" }, "none"));
          const note = cell[3] < 0 ? undefined : element("small", {}, strings[cell[3]]);
          const made = element("td", {}, cell[2].toFixed(2), ...(note ? [note] : []));
          made.style.setProperty("--heat", String(cell[2] / most));
          return made;
        }),
      ),
    );
    const head = element("tr", {}, element("td", {}), ...drawn.columns.map(header));
    const caption = element("caption", { class: "quiet" }, title);
    return element(
      "div",
      { class: "map" },
      element("h4", {}, title),
      element("p", { class: "intro" }, about),
      element(
        "div",
        { class: "scroll", role: "region", "aria-label": title, tabindex: "0" },
        element("table", { class: "heat" }, caption, element("thead", {}, head), element("tbody", {}, ...body)),
      ),
    );
  }

  function parts(look) {
    const most = Math.max(...look.parts.map((part) => part.v));
    const items = look.parts.map((part) => {
      const value = element("b", { class: "n" }, part.v.toFixed(3));
      const inner = (part.d ?? []).map((each) =>
        element("li", {}, element("b", { class: "n" }, String(each.v)), ` ${strings[each.n]}`),
      );
      const text = strings[part.n];
      const name =
        inner.length > 0
          ? element("details", {}, element("summary", {}, text), element("ul", {}, ...inner))
          : element("p", {}, text);
      return element("li", {}, value, bar(part.v / most, "plain"), name);
    });
    return element(
      "div",
      { class: "parts" },
      element("h4", {}, "The parts of its score"),
      items.length > 0
        ? element("ul", {}, ...items)
        : element("p", { class: "more" }, "No word of the query finds this product."),
    );
  }

  function explain(detail, number) {
    const look = detail.looks[number];
    for (const button of lists.querySelectorAll("button")) {
      button.ariaPressed = String(button.dataset.product === String(number));
    }
    const placed = [...detail.first.flat(), ...detail.missed].find((each) => String(each[0]) === String(number));
    why.replaceChildren(
      element("h3", { tabindex: "-1" }, "Why: ", element("em", {}, strings[placed[1]])),
      element("p", { class: "total" }, "Score ", element("b", {}, look.score.toFixed(3))),
      ...look.heats.map(heat),
      parts(look),
    );
  }

  function show(number) {
    const detail = details[number];
    chooser.value = String(number);
    const columns = detail.first.map((products, i) => column(detail, systems[i], products, "Nothing found.", true));
    if (detail.missed.length > 0)
      columns.push(column(detail, "Fits, but is not shown first", detail.missed, "", false));
    lists.replaceChildren(...columns);
    why.replaceChildren();
    const first = lists.querySelector("button");
    if (first !== null) explain(detail, first.dataset.product);
  }

  chooser.append(...details.map((detail, i) => element("option", { value: i }, strings[detail.text])));
  chooser.addEventListener("change", () => show(Number(chooser.value)));
  form.addEventListener("submit", (event) => event.preventDefault());
  lists.addEventListener("click", (event) => {
    const chosen = event.target.closest("button")?.dataset.product;
    if (chosen === undefined) return;
    explain(details[Number(chooser.value)], chosen);
    why.querySelector("h3").focus();
  });
  document.addEventListener("look", (event) => {
    show(event.detail);
    document.getElementById("look-title").focus();
  });
  form.hidden = details.length === 0;
  if (details.length > 0) show(0);
})();
