import type { Messages } from "./messages.ts";

const plural = new Intl.PluralRules("es");

/** A round million counts things with "de": "un millón de resultados". */
function results(count: number, formatted: string): string {
  const form = plural.select(count);
  if (form === "one") return `${formatted} resultado`;
  return form === "many" ? `${formatted} de resultados` : `${formatted} resultados`;
}

export const es: Messages = {
  tag: "es",
  panel: "Resultados de la búsqueda",
  searchField: "Buscar productos",
  placeholder: "¿Qué estás buscando?",
  close: "Cerrar la búsqueda",
  filters: "Filtros",
  chosenFilters: "Filtros elegidos",
  clearFilters: "Borrar todo",
  sort: "Ordenar por",
  sorts: {
    relevance: "Más relevantes",
    price_asc: "Precio: de menor a mayor",
    price_desc: "Precio: de mayor a menor",
  },
  results: "Productos",
  layout: "Ver productos",
  layouts: { list: "En lista", grid: "En cuadrícula" },
  recent: "Búsquedas recientes",
  clearRecent: "Borrar búsquedas recientes",
  deleteRecent: "Pulsa Supr para quitarla",
  suggestions: "Sugerencias",
  categories: "Categorías",
  loading: "Buscando…",
  loadingEngine: "Preparando la búsqueda…",
  showMore: "Mostrar más",
  pages: "Páginas",
  previousPage: "Página anterior",
  nextPage: "Página siguiente",
  moreValues: "Mostrar todo",
  fewerValues: "Mostrar menos",
  noValue: "Sin coincidencias",
  tryAgain: "Volver a intentarlo",
  searchShop: "Buscar en toda la tienda",
  failed: "La búsqueda no está disponible en este momento",
  failedHint: "Ha ocurrido un problema al cargar el catálogo.",
  technicalDetails: "Detalles técnicos",
  failedMore: "No se han podido cargar más productos.",
  someWords: "Ningún producto contiene todas las palabras. Estos contienen algunas.",
  noResultsHint: "Revisa la ortografía o prueba con una palabra más corta o más general.",
  noResultsFiltered: "Ningún producto cumple todos los filtros elegidos.",
  showEverything: "Ver todos los productos",
  priceFrom: "Mínimo",
  priceTo: "Máximo",
  apply: "Aplicar",
  any: "Cualquiera",
  listPrice: "Antes",
  availability: {
    in_stock: "En stock",
    out_of_stock: "Agotado",
    preorder: "Reserva anticipada",
    backorder: "Pendiente de reposición",
  },
  fields: {
    brand: "Marca",
    category: "Categoría",
    price: "Precio",
    rating: "Valoración",
    availability: "Disponibilidad",
  },
  count: results,
  shown: (shown, total) => `${shown} de ${total}`,
  page: (page) => `Página ${page}`,
  announce: (count, formatted, query) =>
    query === "" ? results(count, formatted) : `${results(count, formatted)} para «${query}»`,
  noResults: (query) => (query === "" ? "No hay resultados" : `No hay resultados para «${query}»`),
  corrected: (query) => `Mostrando resultados de «${query}».`,
  insist: (query) => `Buscar «${query}» en su lugar`,
  remove: (filter) => `Quitar el filtro ${filter}`,
  said: (words) => `Porque has buscado «${words}»`,
  removeRecent: (query) => `Quitar «${query}»`,
  within: (label) => `en ${label}`,
  showFilters: (chosen, formatted) => (chosen === 0 ? "Filtros" : `Filtros (${formatted})`),
  showResults: (count, formatted) => `Ver ${results(count, formatted)}`,
  rating: (rating, reviews, formatted) => {
    const stars = `Valoración: ${rating} de 5`;
    if (reviews === 0) return stars;
    return `${stars}, ${formatted} ${plural.select(reviews) === "one" ? "opinión" : "opiniones"}`;
  },
  from: (value) => `${value} o más`,
  upTo: (value) => `Hasta ${value}`,
  between: (low, high) => `${low} – ${high}`,
  lowest: (facet) => `${facet} desde`,
  highest: (facet) => `${facet} hasta`,
  findValue: (facet) => `Buscar en ${facet}`,
};
