// Package english is a table of general English: what words mean beside each
// other and how common they are, for catalogues too small to say so themselves.
// "Feet" is near "footstool" here before any product has said it.
//
// The table is derived from GloVe's vectors and WordNet's definitions by the
// program in derive; README.md says how. It is linked into the command line and
// never sent to a shopper.
package english

import (
	_ "embed"
	"fmt"
	"sync"

	"github.com/vitrine-search/vitrine/indexer/internal/vectors"
)

//go:embed english.table
var shipped []byte

// Notices are the licences of what the table is derived from. They go wherever it goes,
// or what was learned from it.
func Notices() string { return gloveLicence + "\n" + wordnetLicence }

var (
	//go:embed LICENSE-glove.txt
	gloveLicence string
	//go:embed LICENSE-wordnet.txt
	wordnetLicence string
)

// General is a table of words by falling frequency, each with a direction and
// its rank.
type General struct {
	vectors *vectors.Vectors
	ranks   []int
}

// load decodes the linked table once. That it can be decoded is the build's
// promise, which a test holds.
var load = sync.OnceValue(func() *General {
	general, err := Decode(shipped)
	if err != nil {
		panic(fmt.Sprintf("english: the table linked into this program: %v", err))
	}
	return general
})

// Load returns the table that is linked into the program. It is shared and must
// not be changed.
func Load() *General { return load() }

// Vectors returns the words and their directions, each of length 1. Words are in
// lower case and of the letters a to z.
func (g *General) Vectors() *vectors.Vectors { return g.vectors }

// Rank returns the place of word i among all words of English by frequency, from
// 1. Words that were never counted share the rank after the last.
func (g *General) Rank(i int) int { return g.ranks[i] }
