package learn

import (
	"cmp"
	"fmt"
	"net/url"
	"strings"

	"github.com/vitrine-search/vitrine/indexer/internal/train"
)

// Plan is what a learner is about to do, for people.
type Plan struct {
	// Vectors is where the known vectors come from, and Words how many words they
	// have; empty if words are learned from the catalogue alone.
	Vectors string `json:"vectors,omitempty"`
	Words   int    `json:"words,omitempty"`
	// Teacher is the model that is asked, Host where, and Cache the folder in which
	// the answers are kept.
	Teacher string `json:"teacher,omitempty"`
	Host    string `json:"host,omitempty"`
	Cache   string `json:"cache,omitempty"`
	Dims    int    `json:"dims"`
	Seed    uint64 `json:"seed"`
}

// Plan says what Parts will do.
func (l *Learner) Plan() Plan {
	p := Plan{Vectors: l.known.source, Dims: cmp.Or(l.options.Dims, train.DefaultDims), Seed: l.options.Seed}
	if l.known.vectors != nil {
		p.Words = l.known.vectors.Len()
	}
	if t := l.options.Teacher; t.URL != "" {
		p.Teacher, p.Cache = t.Model, t.Cache
		// The rest of the address may hold a password or a key.
		if parsed, err := url.Parse(strings.TrimSpace(t.URL)); err == nil {
			p.Host = parsed.Host
		}
	}
	return p
}

// String is the plan as a sentence.
func (p Plan) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "training: rows of %d numbers, seed %d, ", p.Dims, p.Seed)
	known := fmt.Sprintf("%d words of %s", p.Words, p.Vectors)
	switch {
	case p.Teacher != "" && p.Vectors != "":
		fmt.Fprintf(&b, "from what %s at %s says of the catalogue's words and titles and of general words, out of %s; its answers are kept in %s",
			p.Teacher, p.Host, known, p.Cache)
	case p.Teacher != "":
		fmt.Fprintf(&b, "from what %s at %s says of the catalogue's words and titles; its answers are kept in %s", p.Teacher, p.Host, p.Cache)
	case p.Vectors != "":
		b.WriteString("from " + known)
	default:
		b.WriteString("from the catalogue alone")
	}
	return b.String()
}
