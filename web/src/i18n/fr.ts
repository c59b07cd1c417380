import type { Messages } from "./messages.ts";

const plural = new Intl.PluralRules("fr");

/** French counts nought as one, and says "un million de résultats". */
function results(count: number, formatted: string): string {
  const form = plural.select(count);
  if (form === "one") return `${formatted} résultat`;
  return form === "many" ? `${formatted} de résultats` : `${formatted} résultats`;
}

/** In its quotation marks, whose spaces do not break. */
const quoted = (text: string) => `«\u00a0${text}\u00a0»`;

export const fr: Messages = {
  tag: "fr",
  panel: "Résultats de la recherche",
  searchField: "Rechercher un produit",
  placeholder: "Que recherchez-vous\u202f?",
  close: "Fermer la recherche",
  filters: "Filtres",
  chosenFilters: "Filtres sélectionnés",
  clearFilters: "Tout effacer",
  sort: "Trier par",
  sorts: {
    relevance: "Pertinence",
    price_asc: "Prix croissant",
    price_desc: "Prix décroissant",
  },
  results: "Produits",
  layout: "Affichage",
  layouts: { list: "En liste", grid: "En grille" },
  recent: "Recherches récentes",
  clearRecent: "Effacer les recherches récentes",
  deleteRecent: "Appuyez sur Suppr pour retirer",
  suggestions: "Suggestions",
  categories: "Catégories",
  loading: "Recherche en cours…",
  loadingEngine: "Préparation de la recherche…",
  showMore: "Afficher plus",
  pages: "Pages de résultats",
  previousPage: "Page précédente",
  nextPage: "Page suivante",
  moreValues: "Tout afficher",
  fewerValues: "Afficher moins",
  noValue: "Aucune correspondance",
  tryAgain: "Réessayer",
  searchShop: "Chercher dans toute la boutique",
  failed: "La recherche est momentanément indisponible",
  failedHint: "Un problème est survenu pendant le chargement du catalogue.",
  technicalDetails: "Détails techniques",
  failedMore: "Impossible de charger d’autres produits.",
  someWords: "Aucun produit ne contient tous les mots. Ceux-ci en contiennent une partie.",
  noResultsHint: "Vérifiez l’orthographe ou essayez un mot plus court ou plus général.",
  noResultsFiltered: "Aucun produit ne correspond à tous les filtres choisis.",
  showEverything: "Voir tous les produits",
  priceFrom: "Minimum",
  priceTo: "Maximum",
  apply: "Appliquer",
  any: "Indifférent",
  listPrice: "Ancien prix",
  availability: {
    in_stock: "En stock",
    out_of_stock: "Épuisé",
    preorder: "Précommande",
    backorder: "En réapprovisionnement",
  },
  fields: {
    brand: "Marque",
    category: "Catégorie",
    price: "Prix",
    rating: "Note",
    availability: "Disponibilité",
  },
  count: results,
  shown: (shown, total) => `${shown} sur ${total}`,
  page: (page) => `Page nº ${page}`,
  announce: (count, formatted, query) =>
    query === "" ? results(count, formatted) : `${results(count, formatted)} pour ${quoted(query)}`,
  noResults: (query) => (query === "" ? "Aucun résultat" : `Aucun résultat pour ${quoted(query)}`),
  corrected: (query) => `Voici les résultats pour ${quoted(query)}.`,
  insist: (query) => `Rechercher plutôt ${quoted(query)}`,
  remove: (filter) => `Retirer le filtre ${filter}`,
  said: (words) => `Parce que vous avez recherché ${quoted(words)}`,
  removeRecent: (query) => `Retirer ${quoted(query)}`,
  within: (label) => `dans ${label}`,
  showFilters: (chosen, formatted) => (chosen === 0 ? "Filtres" : `Filtres (${formatted})`),
  showResults: (count, formatted) => `Voir ${results(count, formatted)}`,
  rating: (rating, reviews, formatted) =>
    reviews === 0 ? `Note\u00a0: ${rating} sur 5` : `Note\u00a0: ${rating} sur 5, d’après ${formatted} avis`,
  from: (value) => `${value} et plus`,
  upTo: (value) => `Jusqu’à ${value}`,
  between: (low, high) => `${low} – ${high}`,
  lowest: (facet) => `${facet} à partir de`,
  highest: (facet) => `${facet} jusqu’à`,
  findValue: (facet) => `Rechercher dans ${facet}`,
};
