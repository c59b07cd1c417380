package train

import (
	"cmp"
	"slices"
)

const (
	// mostWords is among how many words of the starting vectors a like one is looked
	// for: the first, which are the most frequent.
	mostWords = 20_000
	// mostLike is how many like words there are at most, leastLike their cosine.
	mostLike  = 12
	leastLike = 0.5
)

// neighbours returns what finds the words that are most like a given one, the
// nearest first; nil without vectors. It is not safe for concurrent use.
func (s *Start) neighbours() func(word string) []string {
	if s == nil || s.Vectors.Dims() == 0 {
		return nil
	}
	n, dims := min(s.Vectors.Len(), mostWords), s.Vectors.Dims()
	places := make(map[string]int, n)
	units := make([]float32, 0, n*dims)
	for i := range n {
		units = append(units, s.Vectors.Row(i)...)
		normalise(units[i*dims:])
		if _, known := places[s.Vectors.Word(i)]; !known {
			places[s.Vectors.Word(i)] = i
		}
	}
	known := map[string][]string{}
	return func(word string) []string {
		at, ok := places[word]
		if !ok {
			return nil
		}
		if like, ok := known[word]; ok {
			return like
		}
		type near struct {
			row    int
			cosine float32
		}
		var nearest []near
		for i := range n {
			if c := dot(units[at*dims:(at+1)*dims], units[i*dims:(i+1)*dims]); c >= leastLike && i != at {
				nearest = append(nearest, near{i, c})
			}
		}
		slices.SortStableFunc(nearest, func(a, b near) int { return cmp.Compare(b.cosine, a.cosine) })
		var like []string
		for _, w := range nearest[:min(mostLike, len(nearest))] {
			like = append(like, s.Vectors.Word(w.row))
		}
		known[word] = like
		return like
	}
}
