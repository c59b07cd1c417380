// A category's page: the catalogue within one category, browsed with the engine.

import { drawCrumbs } from "./page.js";

const path = (new URLSearchParams(location.search).get("c") ?? "").split(" > ").filter((step) => step !== "");
const title = document.querySelector("[data-title]");

title.textContent = path.at(-1) ?? title.dataset.all;
document.title = `${title.textContent} · ${document.title}`;
drawCrumbs(path, { here: true });
if (path.length > 0) document.querySelector("vitrine-results").scope = { category: [path.join(" > ")] };
