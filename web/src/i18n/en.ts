import type { Messages } from "./messages.ts";

const results = (count: number, formatted: string) => (count === 1 ? "1 result" : `${formatted} results`);

export const en: Messages = {
  tag: "en",
  panel: "Search results",
  searchField: "Search products",
  placeholder: "What are you looking for?",
  close: "Close search",
  filters: "Filters",
  chosenFilters: "Chosen filters",
  clearFilters: "Clear all",
  sort: "Sort by",
  sorts: {
    relevance: "Best match",
    price_asc: "Price: low to high",
    price_desc: "Price: high to low",
  },
  results: "Products",
  loading: "Searching…",
  loadingEngine: "Getting the search ready…",
  showMore: "Show more",
  moreValues: "Show all",
  fewerValues: "Show fewer",
  tryAgain: "Try again",
  searchShop: "Search the whole shop",
  failed: "Search is not available right now",
  failedHint: "Something went wrong while loading the catalogue.",
  technicalDetails: "Technical details",
  failedMore: "More products could not be loaded.",
  noResultsHint: "Check the spelling, or try a shorter or more general word.",
  noResultsFiltered: "No product passes all the filters you chose.",
  showEverything: "Show all products",
  priceFrom: "Lowest",
  priceTo: "Highest",
  apply: "Apply",
  any: "Any",
  listPrice: "Was",
  availability: {
    in_stock: "In stock",
    out_of_stock: "Out of stock",
    preorder: "Pre-order",
    backorder: "On back-order",
  },
  fields: {
    brand: "Brand",
    category: "Category",
    price: "Price",
    rating: "Rating",
    availability: "Availability",
  },
  count: results,
  shown: (shown, total) => `${shown} of ${total}`,
  announce: (count, formatted, query) =>
    query === "" ? results(count, formatted) : `${results(count, formatted)} for ${query}`,
  noResults: (query) => (query === "" ? "Nothing found" : `Nothing found for ${query}`),
  remove: (filter) => `Remove filter ${filter}`,
  said: (words) => `Because you searched for “${words}”`,
  showFilters: (chosen) => (chosen === 0 ? "Filters" : `Filters (${chosen})`),
  showResults: (count, formatted) => `Show ${results(count, formatted)}`,
  rating: (rating, reviews, formatted) =>
    reviews === 0
      ? `Rated ${rating} out of 5`
      : `Rated ${rating} out of 5 by ${formatted} ${reviews === 1 ? "customer" : "customers"}`,
  from: (value) => `${value} and up`,
  upTo: (value) => `Up to ${value}`,
  between: (low, high) => `${low} – ${high}`,
};
