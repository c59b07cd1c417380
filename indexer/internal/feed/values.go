package feed

import (
	"strconv"
	"strings"

	"github.com/vitrine-search/vitrine/shared/product"
)

// availabilities are the words by which feeds say whether goods can be bought,
// as columnKey writes them.
var availabilities = map[string]product.Availability{
	"instock": product.InStock, "available": product.InStock, "yes": product.InStock, "true": product.InStock,
	"lowstock": product.InStock, "limitedavailability": product.InStock, "limited": product.InStock,
	"onlineonly": product.InStock, "instoreonly": product.InStock, "auflager": product.InStock,
	"lieferbar": product.InStock, "sofortlieferbar": product.InStock, "enstock": product.InStock,
	"有货": product.InStock, "现货": product.InStock, "在售": product.InStock,
	"outofstock": product.OutOfStock, "soldout": product.OutOfStock, "unavailable": product.OutOfStock,
	"notavailable": product.OutOfStock, "no": product.OutOfStock, "false": product.OutOfStock,
	"discontinued": product.OutOfStock, "ausverkauft": product.OutOfStock, "nichtlieferbar": product.OutOfStock,
	"缺货": product.OutOfStock, "无货": product.OutOfStock, "售罄": product.OutOfStock, "已下架": product.OutOfStock,
	"preorder": product.PreOrder, "presale": product.PreOrder, "预售": product.PreOrder,
	"backorder": product.BackOrder, "backordered": product.BackOrder, "onbackorder": product.BackOrder,
	"availablefororder": product.BackOrder,
}

// parseAvailability reads the words of a feed, schema.org's URLs, or a number of
// pieces. An unknown word is not ok.
func parseAvailability(text string) (a product.Availability, ok bool) {
	if text == "" {
		return "", true
	}
	if a, ok := parseStock(text); ok {
		return a, true
	}
	if at := strings.LastIndexByte(text, '/'); at >= 0 {
		text = text[at+1:]
	}
	a, ok = availabilities[columnKey(text)]
	return a, ok
}

// parseStock reads a number of pieces.
func parseStock(text string) (product.Availability, bool) {
	n, err := strconv.ParseFloat(strings.TrimSuffix(text, "+"), 64)
	switch {
	case err != nil:
		return "", false
	case n > 0:
		return product.InStock, true
	}
	return product.OutOfStock, true
}

// bestAvailability is what a product with these variants can promise.
func bestAvailability(variants []product.Variant) product.Availability {
	for _, want := range []product.Availability{product.InStock, product.PreOrder, product.BackOrder} {
		for _, v := range variants {
			if v.Availability == want {
				return want
			}
		}
	}
	for _, v := range variants {
		if v.Availability == "" {
			return ""
		}
	}
	if len(variants) == 0 {
		return ""
	}
	return product.OutOfStock
}

// parseRating reads "4.5", "4,5" or "4.5/5"; a rating that is not from 0 to 5 is
// not ok.
func parseRating(text string) (float64, bool) {
	text = strings.TrimSpace(strings.TrimSuffix(strings.ReplaceAll(text, " ", ""), "/5"))
	rating, err := strconv.ParseFloat(strings.Replace(text, ",", ".", 1), 64)
	return rating, err == nil && rating >= 0 && rating <= 5
}

// parseCount reads a number of reviews: of a list its length.
func parseCount(v any) (int, bool) {
	if list, ok := v.([]any); ok {
		if len(list) != 1 {
			return len(list), true
		}
		if _, object := list[0].(map[string]any); object {
			return 1, true
		}
	}
	text := toText(v)
	if text == "" {
		return 0, true
	}
	n, err := strconv.ParseFloat(strings.ReplaceAll(text, ",", ""), 64)
	if err != nil || n < 0 || n > 1e9 {
		return 0, false
	}
	return int(n), true
}

// parseCategory splits a path such as "Furniture > Chairs". A list is a path
// already, unless its members are paths: then the deepest is taken, the first of
// equals. A number is Google's identifier of a category and says nothing.
func parseCategory(v any) []string {
	texts := toList(v)
	if len(texts) == 1 {
		return splitPath(texts[0])
	}
	var whole, deepest []string
	for _, text := range texts {
		path := splitPath(text)
		whole = append(whole, path...)
		if len(path) > len(deepest) {
			deepest = path
		}
	}
	if len(deepest) > 1 {
		return deepest
	}
	return whole
}

func splitPath(text string) []string {
	var path []string
	for _, step := range strings.FieldsFunc(plainLine(text), func(r rune) bool { return r == '>' || r == '›' || r == '»' }) {
		step = strings.TrimSpace(step)
		if step != "" && !isDigits(step) && !strings.EqualFold(step, "uncategorized") {
			path = append(path, step)
		}
	}
	return path
}

// parseLink passes web addresses and paths, and nothing that a page would run.
func parseLink(text string) (link string, ok bool) {
	link = strings.TrimSpace(text)
	scheme, _, found := strings.Cut(link, ":")
	if !found || strings.ContainsAny(scheme, "/?#") {
		return link, true
	}
	ok = strings.EqualFold(scheme, "http") || strings.EqualFold(scheme, "https")
	return link, ok
}

// firstOf is the first of several addresses in one cell.
func firstOf(text string) string {
	for _, sign := range []string{", ", ",http", "|", ";http", " http", "\n"} {
		if before, _, found := strings.Cut(text, sign); found {
			text = before
		}
	}
	return strings.TrimSpace(text)
}
