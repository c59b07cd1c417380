package bundle

import "context"

// Manifest is the only part of a bundle with a fixed name (manifest.json): it is
// small, fetched anew at each visit, and names every other part by content hash.
type Manifest struct {
	// Format is the version of the files, Features that of what is in them.
	Format   int `json:"format"`
	Features int `json:"features"`
	// Shop and Products are for people and for health checks.
	Shop     string `json:"shop"`
	Products int    `json:"products"`
	// Parts are needed to search; they are loaded at open, in any order.
	Parts []PartInfo `json:"parts"`
	// Cards are the chunks of display cards, CardsPerChunk products each, in the
	// order of the document numbers; a chunk is loaded when a hit needs it.
	Cards         []PartInfo `json:"cards"`
	CardsPerChunk int        `json:"cards_per_chunk"`
	// Encodings (Gzip, Brotli) are the compressed forms in which every part also
	// lies beside itself, in a file whose name has their extension behind it.
	Encodings []string `json:"encodings,omitempty"`
}

// The compressed forms of a part, by HTTP's names, and their extensions.
const (
	Gzip            = "gzip"
	Brotli          = "br"
	GzipExtension   = ".gz"
	BrotliExtension = ".br"
)

// PartInfo names one file of the bundle.
type PartInfo struct {
	// Name is what the part is ("lexicon"); File is the file's name, which
	// contains the hash of its content; Bytes is the content's length. Both are of
	// the part itself, whatever form it is sent in.
	Name  string `json:"name"`
	File  string `json:"file"`
	Bytes int    `json:"bytes"`
}

// Source brings the files of a bundle: from a directory, over HTTP, or out of a
// Worker's assets. It may block; calls may come from several goroutines.
type Source interface {
	Part(ctx context.Context, file string) ([]byte, error)
}
