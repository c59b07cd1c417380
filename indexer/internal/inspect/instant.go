package inspect

import (
	"fmt"
	"io/fs"

	"github.com/vitrine-search/vitrine/indexer/internal/instant"
	"github.com/vitrine-search/vitrine/shared/bundle"
)

// Instant are the answers to the first letters.
type Instant struct {
	// Prefixes counts the texts that are answered, Found those of them with hits, and
	// Hits the products of all answers.
	Prefixes int   `json:"prefixes"`
	Found    int   `json:"found"`
	Hits     int   `json:"hits"`
	Bytes    Bytes `json:"bytes"`
}

// openInstant opens the answers to the first letters, if the bundle has any. It fails
// if they are not the bundle's.
func openInstant(fsys fs.FS, manifest bundle.Manifest) (*Instant, error) {
	shard, err := instant.Open(fsys)
	if err != nil || shard == nil {
		return nil, err
	}
	lexicon, err := manifest.Part(bundle.PartLexicon)
	if err != nil {
		return nil, err
	}
	if shard.Bundle != lexicon.File {
		return nil, fmt.Errorf("%s: belongs to %s, the bundle has %s (hint: upload the whole bundle again, or build it again)",
			instant.File, shard.Bundle, lexicon.File)
	}
	data, err := fs.ReadFile(fsys, instant.File)
	if err != nil {
		return nil, err
	}
	described := Instant{Prefixes: len(shard.Prefixes), Hits: len(shard.Hits), Bytes: measure(data)}
	for _, answer := range shard.Prefixes {
		if answer.Hits != nil {
			described.Found++
		}
	}
	return &described, nil
}
