import type { Messages } from "./messages.ts";

const plural = new Intl.PluralRules("de");
const results = (count: number, formatted: string) =>
  `${formatted} ${plural.select(count) === "one" ? "Ergebnis" : "Ergebnisse"}`;

export const de: Messages = {
  tag: "de",
  panel: "Suchergebnisse",
  searchField: "Produkte suchen",
  placeholder: "Wonach suchen Sie?",
  close: "Suche schließen",
  filters: "Filter",
  chosenFilters: "Ausgewählte Filter",
  clearFilters: "Alle löschen",
  sort: "Sortieren nach",
  sorts: {
    relevance: "Beste Treffer",
    price_asc: "Preis aufsteigend",
    price_desc: "Preis absteigend",
  },
  results: "Produkte",
  recent: "Letzte Suchen",
  clearRecent: "Letzte Suchen löschen",
  deleteRecent: "Mit Entf entfernen",
  suggestions: "Vorschläge",
  categories: "Kategorien",
  loading: "Suche läuft …",
  loadingEngine: "Die Suche wird vorbereitet …",
  showMore: "Mehr anzeigen",
  moreValues: "Alle anzeigen",
  fewerValues: "Weniger anzeigen",
  tryAgain: "Erneut versuchen",
  searchShop: "Im ganzen Shop suchen",
  failed: "Die Suche ist gerade nicht verfügbar",
  failedHint: "Beim Laden des Sortiments ist etwas schiefgegangen.",
  technicalDetails: "Technische Details",
  failedMore: "Weitere Produkte konnten nicht geladen werden.",
  someWords: "Kein Produkt enthält alle Wörter. Diese enthalten einen Teil davon.",
  noResultsHint: "Prüfen Sie die Schreibweise oder versuchen Sie es mit einem kürzeren oder allgemeineren Wort.",
  noResultsFiltered: "Kein Produkt passt zu allen ausgewählten Filtern.",
  showEverything: "Alle Produkte anzeigen",
  priceFrom: "Mindestens",
  priceTo: "Höchstens",
  apply: "Anwenden",
  any: "Beliebig",
  listPrice: "Vorher",
  availability: {
    in_stock: "Auf Lager",
    out_of_stock: "Nicht vorrätig",
    preorder: "Vorbestellbar",
    backorder: "Wird nachgeliefert",
  },
  fields: {
    brand: "Marke",
    category: "Kategorie",
    price: "Preis",
    rating: "Bewertung",
    availability: "Verfügbarkeit",
  },
  count: results,
  shown: (shown, total) => `${shown} von ${total}`,
  announce: (count, formatted, query) =>
    query === "" ? results(count, formatted) : `${results(count, formatted)} für „${query}“`,
  noResults: (query) => (query === "" ? "Keine Ergebnisse" : `Keine Ergebnisse für „${query}“`),
  corrected: (query) => `Ergebnisse für „${query}“.`,
  insist: (query) => `Stattdessen nach „${query}“ suchen`,
  remove: (filter) => `Filter ${filter} entfernen`,
  said: (words) => `Weil Sie nach „${words}“ gesucht haben`,
  removeRecent: (query) => `„${query}“ entfernen`,
  within: (label) => `in ${label}`,
  showFilters: (chosen, formatted) => (chosen === 0 ? "Filter" : `Filter (${formatted})`),
  showResults: (count, formatted) => `${results(count, formatted)} anzeigen`,
  rating: (rating, reviews, formatted) => {
    const stars = `${rating} von 5 Sternen`;
    if (reviews === 0) return stars;
    return `${stars}, ${formatted} ${plural.select(reviews) === "one" ? "Bewertung" : "Bewertungen"}`;
  },
  from: (value) => `Ab ${value}`,
  upTo: (value) => `Bis ${value}`,
  between: (low, high) => `${low} – ${high}`,
};
