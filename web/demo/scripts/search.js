// The page that the search form leads to.

import { results } from "../vitrine.js";

const query = new URLSearchParams(location.search).get("q") ?? "";
const title = document.querySelector("[data-title]");

title.textContent = query === "" ? title.dataset.all : title.dataset.for.replace("{}", () => query);
document.title = `${title.textContent} · ${document.title}`;
document.querySelector("#search").value = query;
results({ into: "[data-results]", bundle: "bundle/", query });
