package engine

import (
	"slices"
	"sort"
	"strings"

	"github.com/vitrine-search/vitrine/shared/bundle"
	"github.com/vitrine-search/vitrine/shared/bundle/columns"
	"github.com/vitrine-search/vitrine/shared/bundle/suggestions"
	"github.com/vitrine-search/vitrine/shared/product"
)

// suggestionList is the bundle's suggestions, ready to be found by how they begin.
type suggestionList struct {
	// entries are ascending by keys; keys[i] is that of entries[i].
	entries []suggestions.Entry
	texts   []string
	keys    []string
	// most (entries/blockSize, rounded up) is the greatest popularity of a block,
	// so that a search for the most popular passes over most of them.
	most []uint8
	// names are the places of the categories and brands, most popular first.
	names    []int
	readings []suggestions.Reading
}

const blockSize = 32

// openSuggestions reads the part and joins it with the columns that its
// categories and brands are named in. It fails with a *bundle.Error.
func (e *Engine) openSuggestions(p *bundle.Part) (suggestionList, error) {
	decoded, err := suggestions.Decode(p)
	if err != nil {
		return suggestionList{}, err
	}
	n := len(decoded.Entries)
	l := suggestionList{
		entries: decoded.Entries, readings: decoded.Readings,
		texts: make([]string, n), keys: make([]string, n), most: make([]uint8, (n+blockSize-1)/blockSize),
	}
	for i, entry := range l.entries {
		l.texts[i] = entry.Text
		if entry.Kind != suggestions.Query {
			column := e.columnOf(entry.Kind)
			if column == nil || int(entry.Value) >= len(column.Texts) {
				p.Fail("names a category or a brand that no product has")
				return suggestionList{}, p.Err()
			}
			l.texts[i] = lastStep(column.Texts[entry.Value])
			l.names = append(l.names, i)
		}
		l.keys[i] = e.suggestionKey(l.texts[i])
		l.most[i/blockSize] = max(l.most[i/blockSize], entry.Popularity)
	}
	inOrder := slices.IsSortedFunc(l.readings, func(a, b suggestions.Reading) int { return strings.Compare(a.Syllables, b.Syllables) })
	if !slices.IsSorted(l.keys) || !inOrder {
		p.Fail("has suggestions out of order")
		return suggestionList{}, p.Err()
	}
	sort.SliceStable(l.names, func(i, j int) bool {
		return l.entries[l.names[i]].Popularity > l.entries[l.names[j]].Popularity
	})
	return l, nil
}

// columnOf returns the column that names a category or a brand, nil if there is
// none.
func (e *Engine) columnOf(kind suggestions.Kind) *columns.Column {
	field, ok := e.byName[fieldOf(kind)]
	if !ok {
		return nil
	}
	return e.columns[field]
}

func fieldOf(kind suggestions.Kind) string {
	if kind == suggestions.Category {
		return product.FieldCategory
	}
	return product.FieldBrand
}

// suggestionKey is what the beginnings of suggestions are compared by.
func (e *Engine) suggestionKey(s string) string {
	if key, ok := suggestions.ASCIIKey(s); ok {
		return key
	}
	return suggestions.Key(e.analyzer.Fold(s))
}

// lastStep is the name of a category without the path to it.
func lastStep(name string) string {
	if i := strings.LastIndex(name, product.CategorySeparator); i >= 0 {
		return name[i+len(product.CategorySeparator):]
	}
	return name
}

// beginning returns the range [from, to) of the entries whose keys begin with the
// prefix.
func (l *suggestionList) beginning(prefix string) (from, to int) {
	from, _ = slices.BinarySearch(l.keys, prefix)
	n := sort.Search(len(l.keys)-from, func(i int) bool { return !strings.HasPrefix(l.keys[from+i], prefix) })
	return from, from + n
}

// popular returns the most popular of the entries in [from, to), at most n > 0, best
// first; equals in the order of their keys.
func (l *suggestionList) popular(from, to, n int) []int {
	best := make([]int, 0, n+1)
	for i := from; i < to; i++ {
		full := len(best) == n
		if full && i%blockSize == 0 && l.most[i/blockSize] <= l.entries[best[n-1]].Popularity {
			i += blockSize - 1
			continue
		}
		best = l.insert(best, i, n)
	}
	return best
}

// insert puts an entry into its place among the best n, after those that are as
// popular.
func (l *suggestionList) insert(best []int, entry, n int) []int {
	popularity := l.entries[entry].Popularity
	if len(best) == n && l.entries[best[n-1]].Popularity >= popularity {
		return best
	}
	at := len(best)
	for at > 0 && l.entries[best[at-1]].Popularity < popularity {
		at--
	}
	best = slices.Insert(best, at, entry)
	return best[:min(len(best), n)]
}

// nearby returns the most popular of the entries that begin with the prefix but
// for one letter more, less or other, or two neighbours exchanged; at most n.
func (l *suggestionList) nearby(prefix string, n int) []int {
	var best []int
	for i, key := range l.keys {
		if beginsNearly(key, prefix) {
			best = l.insert(best, i, n)
		}
	}
	return best
}

// beginsNearly says whether s begins with something within one edit of the
// prefix (optimal string alignment), counted in bytes.
func beginsNearly(s, prefix string) bool {
	i := 0
	for i < len(s) && i < len(prefix) && s[i] == prefix[i] {
		i++
	}
	if i >= len(prefix)-1 {
		return true // the last letter may be too much
	}
	if i == len(s) {
		return false
	}
	after, rest := s[i+1:], prefix[i+1:]
	return strings.HasPrefix(after, rest) || // another letter
		strings.HasPrefix(s[i:], rest) || // one too many
		strings.HasPrefix(after, prefix[i:]) || // one missing
		after != "" && after[0] == prefix[i] && rest[0] == s[i] && strings.HasPrefix(after[1:], rest[1:])
}
