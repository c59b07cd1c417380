package engine

import (
	"math"
	"slices"

	"github.com/vitrine-search/vitrine/shared/rank"
)

// The candidates of the second stage: the best of the first, and the products that
// mean most alike, most of which have some of the query's words too.
const (
	lexicalCandidates = 150
	mostMeant         = 50
)

// propose reads the query for the second stage and finds what means alike. The
// products that no word found are considered as the others were.
func (e *Engine) propose(s *scratch, stage *secondStage, q query, conditions []condition, floor float32) {
	if s.reader == nil || s.reader.stage != stage {
		s.reader = e.newReader(stage)
	}
	s.reader.read(q)
	s.meant = s.meant[:0]
	for _, near := range s.reader.query.Nearest(mostMeant, floor) {
		doc := near.Row
		if s.scores.Score(doc) == 0 {
			s.consider(doc, q.allowed, conditions)
		}
		if failed, _ := failures(conditions, doc); failed == noField && q.allowed.has(doc) {
			s.meant = append(s.meant, doc)
		}
	}
}

// gather makes the candidates of the best of the first stage: these, and the
// proposed products that are not among them. The rest of the ranking is what
// comes after them.
func (s *scratch) gather() (candidates, rest []candidate) {
	ranked := s.top.sorted()
	candidates = append(s.ranked[:0], ranked[:min(lexicalCandidates, len(ranked))]...)
	rest = ranked[len(candidates):]
	slices.Sort(s.meant)
	for _, c := range candidates {
		if i, ok := slices.BinarySearch(s.meant, c.doc); ok {
			s.meant = slices.Delete(s.meant, i, i+1)
		}
	}
	for _, doc := range s.meant {
		name := s.naming.Score(s.naming.Match(doc))
		candidates = append(candidates, candidate{tier: s.tier(doc), score: s.score(doc, name), doc: doc})
	}
	return candidates, rest
}

// rerank orders the candidates by the model; what the first stage found after them
// follows in its order.
func (e *Engine) rerank(s *scratch, model *rank.Model, size int) {
	candidates, rest := s.gather()
	var most int64
	for _, c := range candidates {
		most = max(most, c.score)
	}
	for i := range candidates {
		c := &candidates[i]
		f := s.reader.features(c.doc, share(c.score, most), s.naming.Match(c.doc), s.naming.Head())
		c.score = int64(math.Round(float64(model.Score(&f)) * float64(max(most, scoreScale))))
	}
	slices.SortFunc(candidates, e.compare)
	for _, c := range rest {
		if _, ok := slices.BinarySearch(s.meant, c.doc); !ok {
			candidates = append(candidates, c)
		}
	}
	s.ranked = candidates[:min(size, len(candidates))]
}

// share is a score beside the best, 0 if nothing has any.
func share(score, most int64) float64 {
	if most == 0 {
		return 0
	}
	return float64(score) / float64(most)
}
