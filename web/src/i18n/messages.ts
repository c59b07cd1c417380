/**
 * Every word that the widget itself says. A language is one object of this type,
 * so the compiler finds a missing translation. Numbers and prices come formatted;
 * a language that needs plural forms chooses them from the bare count, by
 * Intl.PluralRules.
 */
export interface Messages {
  /** The tag that Intl takes, and the lang attribute of the widget. */
  readonly tag: string;
  /** The panel's name for screen readers. */
  readonly panel: string;
  readonly searchField: string;
  readonly placeholder: string;
  readonly close: string;
  readonly filters: string;
  readonly chosenFilters: string;
  readonly clearFilters: string;
  readonly sort: string;
  readonly sorts: Readonly<Record<"relevance" | "price_asc" | "price_desc", string>>;
  readonly results: string;
  /** The name of the choice between list and grid. */
  readonly layout: string;
  /** How the products are laid out. */
  readonly layouts: Readonly<Record<"list" | "grid", string>>;
  readonly recent: string;
  readonly clearRecent: string;
  /** How the keyboard removes a recent search. */
  readonly deleteRecent: string;
  readonly suggestions: string;
  readonly categories: string;
  readonly loadingEngine: string;
  readonly showMore: string;
  /** The name of the list of pages. */
  readonly pages: string;
  readonly previousPage: string;
  readonly nextPage: string;
  readonly moreValues: string;
  readonly fewerValues: string;
  /** No value of a facet has the text in it that was looked for. */
  readonly noValue: string;
  readonly tryAgain: string;
  readonly searchShop: string;
  readonly failed: string;
  readonly failedHint: string;
  readonly technicalDetails: string;
  readonly failedMore: string;
  /** No product has all the words of the query; those with some are shown. */
  readonly someWords: string;
  readonly noResultsHint: string;
  readonly noResultsFiltered: string;
  readonly showEverything: string;
  readonly priceFrom: string;
  readonly priceTo: string;
  readonly apply: string;
  /** The choice of no range. */
  readonly any: string;
  readonly listPrice: string;
  readonly availability: Readonly<Record<string, string>>;
  /** Labels of the fields every product has, where the shop gives none. */
  readonly fields: Readonly<Record<string, string>>;
  count(count: number, formatted: string): string;
  shown(shown: string, total: string): string;
  page(page: string): string;
  announce(count: number, formatted: string, query: string): string;
  noResults(query: string): string;
  corrected(query: string): string;
  insist(query: string): string;
  remove(filter: string): string;
  /** The search again without one of its filters. */
  withoutFilter(filter: string): string;
  /** Why a filter is on that nobody chose: the query has these words. */
  said(words: string): string;
  removeRecent(query: string): string;
  /** Where a suggestion is searched for. */
  within(label: string): string;
  showFilters(chosen: number, formatted: string): string;
  showResults(count: number, formatted: string): string;
  rating(rating: string, reviews: number, formatted: string): string;
  from(value: string): string;
  upTo(value: string): string;
  between(low: string, high: string): string;
  /** The thumb of a slider that sets the lower end of a range. */
  lowest(facet: string): string;
  /** The thumb of the upper end. */
  highest(facet: string): string;
  /** The field that finds values of a facet. */
  findValue(facet: string): string;
  readonly quickView: string;
  quickViewOf(title: string): string;
  /** How the keyboard opens it. */
  readonly quickViewKey: string;
  readonly closeQuickView: string;
  readonly toProduct: string;
  /** Asks why a product was found. */
  readonly why: string;
  readonly whyNothing: string;
  readonly whyFailed: string;
  /** Stands before what the words count. */
  readonly whyWords: string;
  readonly whyMeaning: string;
  /** What a term has to do with a word, where it is not the word itself. */
  readonly whyRelations: Readonly<Record<string, string>>;
  /** The fields of a product that words stand in. */
  readonly whyFields: Readonly<Record<string, string>>;
  whyWord(word: string, places: string): string;
  whyInstead(relation: string, word: string, term: string, places: string): string;
  whyPair(words: string): string;
  /** The word stands where a title says what the product is, before what it is for or comes with. */
  whyFront(word: string): string;
  whyBrand(word: string): string;
  /** The title names the thing itself so. */
  whyHead(word: string): string;
  whyCategory(word: string): string;
}

/**
 * A shop's own words in place of the widget's: any of them, and of a group
 * (`sorts`, `availability`, `fields`) any member.
 */
export type Texts = {
  readonly [K in Exclude<keyof Messages, "tag">]?: Messages[K] extends Readonly<Record<string, string>>
    ? Partial<Messages[K]>
    : Messages[K];
};
