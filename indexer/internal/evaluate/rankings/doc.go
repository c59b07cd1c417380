// Package rankings holds the goldens of the ranking, which are tests: what the demo
// catalogues, trained as a build trains them, show first for every query in the
// shopper's own words, and how good that is. testdata/rankings/README.md describes
// the files. A change of the ranking, of the training or of the words shows there,
// query by query, and is reviewed there.
package rankings
