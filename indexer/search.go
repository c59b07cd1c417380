package main

import (
	"context"
	"flag"
	"strings"

	"github.com/vitrine-search/vitrine/shared/wire"
)

var searchCommand = command{
	name:      "search",
	arguments: "--bundle DIR [flags] QUERY",
	summary:   "search a bundle, as a shopper would",
	about: "Searches a bundle and prints a page of hits and the facets. Without a query it\n" +
		"browses the catalogue. Several filters on one field pass a product with any of\n" +
		"the values; filters on several fields must all pass.",
	example: "vitrine search --bundle dist/bundle --filter brand=Fjord --max price=500 oak table",
	define:  defineSearch,
}

func defineSearch(flags *flag.FlagSet) action {
	dir := bundleFlag(flags)
	var request wire.SearchRequest
	flags.IntVar(&request.Limit, "limit", 20, "print `N` hits, at most 100")
	flags.IntVar(&request.Offset, "offset", 0, "leave out the first `N` hits")
	flags.StringVar(&request.Sort, "sort", "relevance", "`ORDER`: relevance, price_asc or price_desc")
	flags.BoolVar(&request.Explain, "explain", false, "print how each score came about")
	flags.BoolVar(&request.Verbatim, "verbatim", false, "search for what was typed: correct no word and read no filter out of the words")
	asJSON := flags.Bool("json", false, "print the response as the browser gets it")
	var filters filters
	flags.Var(filters.flag(addValue), "filter", "keep products with `FIELD=VALUE`; may be repeated")
	flags.Var(filters.flag(setMin), "min", "keep products from `FIELD=NUMBER` on")
	flags.Var(filters.flag(setMax), "max", "keep products up to `FIELD=NUMBER`")
	return func(ctx context.Context, s streams, operands []string) error {
		if err := required(flags, "bundle"); err != nil {
			return err
		}
		e, err := openEngine(ctx, s, *dir)
		if err != nil {
			return err
		}
		request.Query = strings.Join(operands, " ")
		request.Filters = filters.byField
		response, err := e.Search(ctx, request)
		if err != nil {
			return err
		}
		if *asJSON {
			_, err := s.out.Write(append(response.AppendJSON(nil), '\n'))
			return err
		}
		return writeHits(s.out, response, request.Offset)
	}
}
