package attention

import (
	"cmp"
	"slices"
)

// scanBlock is how many rows are compared with the worst of the best at a time:
// few, so that the bar rises early, and enough that the calls do not count.
const scanBlock = 1024

// Neighbor is a row of a table and how similar it is to a query: their dot
// product times the row's scale. The query's own scale is not in it, as it
// changes no order.
type Neighbor struct {
	Row   uint32
	Score float32
}

// Compare puts the better neighbor first: the more similar one, and of two that
// are alike that with the lower number. No score is NaN.
func Compare(a, b Neighbor) int {
	switch {
	case a.Score > b.Score:
		return -1
	case a.Score < b.Score:
		return 1
	default:
		return cmp.Compare(a.Row, b.Row)
	}
}

// Scan finds the rows of a table that are most similar to a query by looking at
// all of them. It holds the memory of one search and can be used again; it is
// not safe for concurrent use.
type Scan struct {
	table Table
	dots  []int32  // (rows)
	above []uint32 // (scanBlock)
	best  []Neighbor
}

// NewScan returns a scan of the table.
func NewScan(t Table) *Scan {
	return &Scan{table: t, dots: make([]int32, t.Len()), above: make([]uint32, min(scanBlock, t.Len()))}
}

// Nearest returns the n rows most similar to the query (dims), or all if there
// are fewer, of those whose score is above the bar, best first. Of rows that are
// alike the lower number comes first. The result is valid until the next call. It
// panics if the query has another length than the rows.
func (s *Scan) Nearest(k Kernel, query []int8, n int, bar float32) []Neighbor {
	s.best = s.best[:0]
	s.table.Dots(k, query, s.dots)
	if n <= 0 {
		return s.best
	}
	// Rows come in ascending order, so that one like the worst is no better.
	for from := 0; from < len(s.dots); from += scanBlock {
		dots := s.dots[from:min(from+scanBlock, len(s.dots))]
		scales := s.table.scales[from:]
		for _, i := range s.above[:k.Above(dots, scales, bar, s.above)] {
			bar = s.offer(Neighbor{Row: uint32(from) + i, Score: float32(dots[i]) * scales[i]}, n, bar)
		}
	}
	slices.SortFunc(s.best, Compare)
	return s.best
}

// offer takes a neighbor among the best n, which are a heap with the worst of
// them as its root. It returns what the next one has to surpass, which was the bar.
func (s *Scan) offer(candidate Neighbor, n int, bar float32) float32 {
	switch {
	case len(s.best) < n:
		s.best = append(s.best, candidate)
		for i := len(s.best) - 1; i > 0 && Compare(s.best[i], s.best[(i-1)/2]) > 0; i = (i - 1) / 2 {
			s.best[i], s.best[(i-1)/2] = s.best[(i-1)/2], s.best[i]
		}
	case Compare(candidate, s.best[0]) < 0:
		s.best[0] = candidate
		s.sink()
	}
	if len(s.best) < n {
		return bar
	}
	return s.best[0].Score
}

// sink moves the root of the heap to where it belongs.
func (s *Scan) sink() {
	for i := 0; ; {
		worst := i
		for child := 2*i + 1; child <= 2*i+2 && child < len(s.best); child++ {
			if Compare(s.best[child], s.best[worst]) > 0 {
				worst = child
			}
		}
		if worst == i {
			return
		}
		s.best[i], s.best[worst] = s.best[worst], s.best[i]
		i = worst
	}
}
