// The page that the search form leads to: its heading follows the query.

const title = document.querySelector("[data-title]");
const shop = document.title;

function show(query) {
  title.textContent = query === "" ? title.dataset.all : title.dataset.for.replace("{}", () => query);
  document.title = `${title.textContent} · ${shop}`;
}

show(new URLSearchParams(location.search).get("q") ?? "");
document.addEventListener("vitrine:search", ({ detail }) => show(detail.query));
