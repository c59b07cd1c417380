module github.com/vitrine-search/vitrine

go 1.26.0

require (
	// bleve stays at v2.5.7: from v2.6 on its util package imports bbolt, which
	// does not compile for js/wasm.
	github.com/blevesearch/bleve/v2 v2.5.7
	github.com/blevesearch/bleve_index_api v1.2.11
	github.com/blevesearch/snowballstem v0.9.0
	github.com/stretchr/testify v1.11.1
	github.com/syumai/workers v0.31.0
	github.com/vmihailenco/msgpack/v5 v5.4.1
)

require (
	github.com/andybalholm/brotli v1.2.8 // indirect
	github.com/goccy/go-yaml v1.19.2 // indirect
	github.com/rogpeppe/go-internal v1.16.0 // indirect
	golang.org/x/net v0.62.0 // indirect
	golang.org/x/text v0.43.0 // indirect
)
