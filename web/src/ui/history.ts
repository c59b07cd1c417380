/**
 * What keeps a search in the page's address, for results in the page and for the panel.
 * It is fetched beside the views, and only where the address is to say the search.
 */
export { PanelHistory } from "./panel-history.ts";
export { SearchHistory } from "./search-history.ts";
