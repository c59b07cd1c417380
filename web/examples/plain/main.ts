// The elements need nothing but to be known; the page says the rest.
import "vitrine-search/elements";
