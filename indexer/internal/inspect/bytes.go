package inspect

import "github.com/vitrine-search/vitrine/indexer/internal/compress"

// Bytes are the sizes of a file: as it is, and compressed as the indexer does it.
type Bytes struct {
	Raw    int `json:"raw"`
	Gzip   int `json:"gzip"`
	Brotli int `json:"brotli"`
}

func (b *Bytes) add(other Bytes) {
	b.Raw += other.Raw
	b.Gzip += other.Gzip
	b.Brotli += other.Brotli
}

func measure(data []byte) Bytes {
	return Bytes{Raw: len(data), Gzip: len(compress.Gzip(data)), Brotli: len(compress.Brotli(data))}
}
