import type { Filters } from "vitrine-search/elements";

interface SearchAttributes extends React.HTMLAttributes<HTMLElement> {
  bundle?: string;
  group?: string;
  placeholder?: string;
  query?: string;
  scope?: Filters;
}

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "vitrine-search": SearchAttributes;
      "vitrine-results": SearchAttributes;
      "vitrine-facets": SearchAttributes;
      "vitrine-chips": SearchAttributes;
      "vitrine-sort": SearchAttributes;
      "vitrine-total": SearchAttributes;
    }
  }
}
