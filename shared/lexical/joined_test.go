package lexical_test

import (
	"cmp"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vitrine-search/vitrine/shared/bundle"
	"github.com/vitrine-search/vitrine/shared/lexical"
	"github.com/vitrine-search/vitrine/shared/lexical/lexicaltest"
)

// place is where a term stands, by its spelling.
type place struct {
	doc, field, position uint32
	term                 string
}

// lexicon encodes the places, with the word of every term.
func lexicon(products int, word map[string]string, places []place) *bundle.Builder {
	var terms, words []string
	for term := range word {
		terms = append(terms, term)
	}
	slices.Sort(terms)
	for _, term := range terms {
		words = append(words, word[term])
	}
	slices.SortFunc(places, func(a, b place) int {
		return cmp.Or(cmp.Compare(a.doc, b.doc), cmp.Compare(a.field, b.field), cmp.Compare(a.position, b.position), strings.Compare(a.term, b.term))
	})
	tokens := make([]lexical.Token, len(places))
	for i, p := range places {
		term, _ := slices.BinarySearch(terms, p.term)
		tokens[i] = lexical.Token{Doc: p.doc, Field: p.field, Position: p.position, Term: uint32(term)}
	}
	return lexical.Encode(products, terms, words, tokens)
}

// read returns the places of an index, ordered as lexicon orders them.
func read(x *lexical.Index) []place {
	var places []place
	for doc := range uint32(x.Products()) {
		from := len(places)
		x.Walk(doc, func(field int, position, term uint32) {
			places = append(places, place{doc, uint32(field), position, x.Term(term)})
		})
		slices.SortStableFunc(places[from:], func(a, b place) int {
			return cmp.Or(cmp.Compare(a.field, b.field), cmp.Compare(a.position, b.position), strings.Compare(a.term, b.term))
		})
	}
	return places
}

func member(t *testing.T, b *bundle.Builder, name string) []byte {
	t.Helper()
	i := slices.IndexFunc(b.Members, func(m bundle.Member) bool { return m.Name == name })
	require.GreaterOrEqual(t, i, 0, name)
	return b.Members[i].Binary
}

// "happy-day low-prices", and "daylow" on its own: one joined term is spelt out,
// for it is also a word, and two are not.
func TestATermThatIsOnlyJoinedIsNotSpeltOut(t *testing.T) {
	word := map[string]string{
		"happi": "happy", "day": "day", "happyday": "happyday",
		"low": "low", "price": "prices", "lowprice": "lowprices", "daylow": "daylow",
	}
	places := []place{
		{0, 0, 1, "happi"},
		{0, 0, 1, "happyday"},
		{0, 0, 2, "day"},
		{0, 0, 2, "daylow"},
		{0, 0, 3, "low"},
		{0, 0, 3, "lowprice"},
		{0, 0, 4, "price"},
		{1, 4, 1, "daylow"},
	}
	b := lexicon(2, word, places)
	spelt := string(member(t, b, "terms"))
	assert.NotContains(t, spelt, "happyday")
	assert.Contains(t, spelt, "\x03low", "daylow, after day")
	assert.NotContains(t, spelt, "price\x00", "price stands once, after low")

	x := lexicaltest.Open(t, b)
	assert.Equal(t, places, read(x))
	require.Equal(t, len(word), x.Terms())
	for term := range uint32(x.Terms()) {
		assert.Equal(t, word[x.Term(term)], x.Word(term))
	}
	number, ok := x.Lookup("lowprice")
	require.True(t, ok)
	docs, tfs := x.Postings(number)
	assert.Equal(t, []uint32{0}, docs)
	assert.Equal(t, []uint16{2}, tfs, "the title counts twice")
}

// Whatever stands where, and however terms look like others joined, an opened
// lexicon has what went in. Two letters make them collide all the time.
func TestEveryTextComesBack(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 7))
	for range 200 {
		word := make(map[string]string)
		pick := func() string {
			term := strings.Repeat("a", r.IntN(3)) + strings.Repeat("b", 1+r.IntN(2))
			if word[term] == "" {
				word[term] = term[:r.IntN(len(term)+1)] + strings.Repeat("s", r.IntN(2)) + "x"
			}
			return term
		}
		seen := make(map[place]bool)
		products := 1 + r.IntN(4)
		for range r.IntN(60) {
			p := place{uint32(r.IntN(products)), uint32(r.IntN(2) * 3), uint32(1 + r.IntN(6)), pick()}
			seen[p] = true
			next := p
			next.position, next.term = p.position+1, pick()
			joined := p
			joined.term = word[p.term] + next.term
			if r.IntN(3) > 0 && word[joined.term] == "" {
				word[joined.term] = word[p.term] + word[next.term]
			}
			if word[joined.term] != "" {
				seen[joined], seen[next] = true, true
			}
		}
		var places []place
		for p := range seen {
			places = append(places, p)
		}
		b := lexicon(products, word, places)
		x := lexicaltest.Open(t, b)
		require.Equal(t, places, read(x))
		require.Equal(t, len(word), x.Terms())
		for term := range uint32(x.Terms()) {
			require.Equal(t, word[x.Term(term)], x.Word(term))
		}
	}
}
