package engine

import (
	"math"
	"slices"

	"github.com/vitrine-search/vitrine/shared/attention"
	"github.com/vitrine-search/vitrine/shared/rank"
)

// The candidates of the second stage: the best of the first, and beside them the
// products that mean most alike, and those of the shelves that the query speaks of.
const (
	lexicalCandidates = 150
	mostMeant         = 50
	mostShelved       = 50
	// chosenForMeaning of the first stage's best, and scannedForMeaning of the
	// most alike products, are looked at for the mostMeant.
	chosenForMeaning  = 200
	scannedForMeaning = 200
)

// gather returns the candidates of the second stage, which has read the query and
// found what is meant: the best of the first stage, and what is proposed beside them.
func (e *Engine) gather(s *scratch, q query, conditions []condition) []candidate {
	e.chooseFew(s, min(chosenForMeaning, e.ids.Len()))
	chosen := s.top.sorted()
	best := min(lexicalCandidates, len(chosen))
	s.candidates = append(s.candidates[:0], chosen[:best]...)
	s.others = append(s.others[:0], chosen[best:]...)
	s.taken.begin(s.candidates)
	propose := func(likely []attention.Neighbor, n int) {
		for _, near := range likely {
			if n == 0 {
				return
			}
			if s.isFound(near.Row, q, conditions) && s.taken.take(near.Row) {
				n--
			}
		}
	}
	propose(s.likely(), mostMeant)
	propose(s.reader.shelved, mostShelved)
	for _, doc := range s.taken.proposed {
		s.candidates = append(s.candidates, candidate{tier: s.tier(doc), score: s.namedScore(doc), doc: doc})
	}
	return s.candidates
}

// findMeant reads the query for the second stage and, if no product has all of its
// words, considers products without a word of it: those that are most alike, and those
// of the shelves that it speaks of. Who asks for oak and can have it wants nothing
// else. Filters have no say in which these are, so that a facet counts what choosing
// it leaves.
func (e *Engine) findMeant(s *scratch, stage *secondStage, q query, conditions []condition, floor float32) {
	e.readSecond(s, stage, q)
	s.meant = s.meant[:0]
	add := func(likely []attention.Neighbor, n int) {
		for _, near := range likely {
			if n == 0 {
				return
			}
			if s.scores.Score(near.Row) == 0 && !slices.Contains(s.meant, near.Row) {
				s.meant = append(s.meant, near.Row)
				s.consider(near.Row, q.allowed, conditions)
				n--
			}
		}
	}
	r := s.reader
	r.nearest = r.query.Nearest(scannedForMeaning, floor)
	r.findShelved()
	if !s.answered {
		add(r.nearest, mostMeant)
		add(r.shelved, mostShelved)
	}
}

// isFound says whether a product has words of the query or is meant by it, and passes
// the conditions.
func (s *scratch) isFound(doc uint32, q query, conditions []condition) bool {
	if s.scores.Score(doc) == 0 && !slices.Contains(s.meant, doc) {
		return false
	}
	failed, _ := failures(conditions, doc)
	return failed == noField && q.allowed.has(doc)
}

// readSecond reads the query for the second stage.
func (e *Engine) readSecond(s *scratch, stage *secondStage, q query) {
	if s.reader == nil || s.reader.stage != stage {
		s.reader = e.newReader(stage)
	}
	s.reader.read(q)
}

// likely returns products that may be meant, some perhaps twice, by their cosine with
// the query and their share of the first stage's best score together, best first: on
// all development sets that finds more than the cosine alone.
func (s *scratch) likely() []attention.Neighbor {
	best := bestOf(s.candidates)
	r := s.reader
	r.likely = r.likely[:0]
	for _, near := range r.nearest {
		if s.scores.Score(near.Row) > 0 {
			near.Score += share(s.namedScore(near.Row), best)
		}
		r.likely = append(r.likely, near)
	}
	for _, c := range s.others {
		cosine := r.query.Cosine(r.stage.space.Products(), int(c.doc))
		r.likely = append(r.likely, attention.Neighbor{Row: c.doc, Score: cosine + share(c.score, best)})
	}
	slices.SortFunc(r.likely, attention.Compare)
	return r.likely
}

// share is a score beside the best.
func share(score, best int64) float32 { return float32(float64(score) / float64(best)) }

// takenSet is which products are candidates: of the first stage, ascending, and
// proposed beside them.
type takenSet struct{ best, proposed []uint32 }

func (t *takenSet) begin(best []candidate) {
	t.best, t.proposed = t.best[:0], t.proposed[:0]
	for _, c := range best {
		t.best = append(t.best, c.doc)
	}
	slices.Sort(t.best)
}

// take makes a product a candidate; it returns false if it is one.
func (t *takenSet) take(doc uint32) bool {
	if t.has(doc) {
		return false
	}
	t.proposed = append(t.proposed, doc)
	return true
}

func (t *takenSet) has(doc uint32) bool {
	_, ok := slices.BinarySearch(t.best, doc)
	return ok || slices.Contains(t.proposed, doc)
}

// rerank orders the candidates by the model. Scores stay on the scale of the first
// stage's best.
func (s *scratch) rerank(model *rank.Model, candidates []candidate) {
	s.top.reset(len(candidates))
	for i, f := range s.features(candidates) {
		c := candidates[i]
		c.score = int64(math.Round(float64(model.Score(&f)) * float64(s.readBest)))
		s.top.offer(c)
	}
	s.ranked = append(s.ranked[:0], s.top.sorted()...)
}

// follow lets the products that were no candidates follow in the first stage's order,
// until there are so many in all.
func (e *Engine) follow(s *scratch, prices priceOrder, size int) {
	e.choose(s, prices, size)
	for _, c := range s.top.sorted() {
		if !s.taken.has(c.doc) {
			s.ranked = append(s.ranked, c)
		}
	}
}

// bestOf is the best score; where no product has a word of the query, 1.
func bestOf(candidates []candidate) int64 {
	best := int64(0)
	for _, c := range candidates {
		best = max(best, c.score)
	}
	if best == 0 {
		return scoreScale
	}
	return best
}
