// The table of all queries: filtered, sorted and a page at a time. A query that
// can be looked into says so with the event "look", whose detail is its number.

(() => {
  const { element, bar, signed, data } = globalThis.report;
  const { systems, metrics, rows } = data("rows");
  const perPage = 25;
  const section = document.getElementById("queries");
  const form = section.querySelector("form");
  const table = section.querySelector("table");
  const pages = section.querySelector(".pages");
  const choice = (name) => form.elements.namedItem(name).value;
  const byText = new Intl.Collator("en", { numeric: true });
  const sorting = { by: "gain", descending: false };
  let page = 0;

  const queries = rows.map(([text, confidence, note, detail, values]) => ({
    text,
    note,
    detail,
    values,
    folded: text.toLowerCase(),
    confidence: ["sure", "unsure", "nothing"][confidence],
    own: null,
    other: null,
    gain: null,
  }));

  /** Takes the figures of the chosen metric; null where people judged nothing. */
  function measure() {
    const metric = Number(choice("metric"));
    const against = Number(choice("against"));
    const figure = (query, system) => {
      const thousandths = query.values[system]?.[metric] ?? -1;
      return thousandths < 0 ? null : thousandths / 1000;
    };
    for (const query of queries) {
      query.own = figure(query, 0);
      query.other = figure(query, against);
      query.gain = query.own === null || query.other === null ? null : query.own - query.other;
    }
  }

  const shows = {
    all: () => true,
    won: (query) => query.gain > 0,
    lost: (query) => query.gain < 0,
    same: (query) => query.gain === 0,
    nothing: (query) => query.confidence === "nothing",
    unsure: (query) => query.confidence === "unsure",
    detail: (query) => query.detail >= 0,
  };

  // What is undefined comes last in both directions.
  function compare(a, b) {
    const direction = sorting.descending ? -1 : 1;
    const [x, y] = [a[sorting.by], b[sorting.by]];
    if (sorting.by === "text") return direction * byText.compare(x, y);
    if (x === null || y === null) return Number(x === null) - Number(y === null);
    return direction * (x - y) || byText.compare(a.text, b.text);
  }

  function line(query) {
    const name =
      query.detail < 0
        ? element("span", { class: "text" }, query.text)
        : element("button", { type: "button", class: "text", "data-detail": query.detail }, query.text);
    const note = query.note === "" ? undefined : element("small", { class: query.confidence }, query.note);
    const digits = (value) => (value === null ? "–" : value.toFixed(2));
    const gain = element("td", { class: "n gain" });
    if (query.gain === null) gain.append("–");
    else {
      const kind = query.gain > 0 ? "better" : query.gain < 0 ? "worse" : "even";
      const sign = { better: "▲ ", worse: "▼ ", even: "" }[kind];
      const mark = element("span", { "aria-hidden": "true" }, sign);
      gain.append(element("span", { class: kind }, mark, signed(query.gain, 3)), bar(Math.abs(query.gain), kind));
    }
    return element(
      "tr",
      {},
      element("th", { scope: "row" }, name, ...(note ? [note] : [])),
      element("td", { class: "n" }, digits(query.own)),
      element("td", { class: "n other" }, digits(query.other)),
      gain,
    );
  }

  function draw() {
    const find = choice("find").trim().toLowerCase();
    const found = queries.filter((query) => shows[choice("show")](query) && query.folded.includes(find)).sort(compare);
    const last = Math.max(0, Math.ceil(found.length / perPage) - 1);
    page = Math.min(page, last);
    const shown = found.slice(page * perPage, (page + 1) * perPage);
    table.tBodies[0].replaceChildren(...shown.map(line));
    const count = (show) => found.filter(shows[show]).length;
    const gains =
      systems.length > 1 ? `: ${count("won")} gains, ${count("lost")} losses, ${count("same")} unchanged` : "";
    section.querySelector(".tally").textContent = `${found.length} ${found.length === 1 ? "query" : "queries"}${gains}`;
    pages.hidden = last === 0;
    pages.querySelector("span").textContent = `Page ${page + 1} of ${last + 1}`;
    for (const turn of pages.querySelectorAll("button")) {
      turn.disabled = turn.dataset.turn === "1" ? page === last : page === 0;
    }
    for (const header of table.querySelectorAll("th[data-sort]")) {
      const active = header.dataset.sort === sorting.by;
      header.ariaSort = active ? (sorting.descending ? "descending" : "ascending") : null;
    }
    const against = systems[Number(choice("against"))] ?? "";
    const headers = table.querySelectorAll("thead button");
    headers[1].textContent = systems[0];
    headers[2].textContent = against;
  }

  form.elements.namedItem("metric").append(...metrics.map((name, i) => element("option", { value: i }, name)));
  form.elements
    .namedItem("against")
    .append(...systems.slice(1).map((name, i) => element("option", { value: i + 1 }, name)));
  if (systems.length === 1) {
    sorting.by = "own";
    table.classList.add("alone");
    form.elements.namedItem("against").parentElement.hidden = true;
    for (const show of ["won", "lost", "same"]) form.querySelector(`option[value=${show}]`).remove();
  }
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", () => {
    page = 0;
    measure();
    draw();
  });
  table.tHead.addEventListener("click", (event) => {
    const by = event.target.closest("th")?.dataset.sort;
    if (by === undefined) return;
    sorting.descending = sorting.by === by ? !sorting.descending : by !== "text";
    sorting.by = by;
    page = 0;
    draw();
  });
  table.tBodies[0].addEventListener("click", (event) => {
    const detail = event.target.closest("button")?.dataset.detail;
    if (detail !== undefined) document.dispatchEvent(new CustomEvent("look", { detail: Number(detail) }));
  });
  pages.addEventListener("click", (event) => {
    const turn = event.target.closest("button")?.dataset.turn;
    if (turn === undefined) return;
    page += Number(turn);
    draw();
    table.scrollIntoView({ block: "nearest" });
  });
  form.hidden = table.hidden = false;
  measure();
  draw();
})();
