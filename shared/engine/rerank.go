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
	mostShelved       = 50
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
		s.meant = append(s.meant, near.Row)
	}
	s.meant = append(s.meant, s.reader.shelved(mostShelved)...)
	slices.Sort(s.meant)
	s.meant = slices.DeleteFunc(slices.Compact(s.meant), func(doc uint32) bool {
		if s.scores.Score(doc) == 0 {
			s.consider(doc, q.allowed, conditions)
		}
		failed, _ := failures(conditions, doc)
		return failed != noField || !q.allowed.has(doc)
	})
}

// gather makes the candidates of the best of the first stage: these, and the
// proposed products that are not among them. The rest of the ranking is what
// comes after them.
func (s *scratch) gather() (candidates, rest []candidate) {
	ranked := s.top.sorted()
	candidates = append(s.ranked[:0], ranked[:min(lexicalCandidates, len(ranked))]...)
	rest = ranked[len(candidates):]
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
// follows in its order. Scores stay on the scale of the first stage's best.
func (e *Engine) rerank(s *scratch, model *rank.Model, size int) {
	candidates, rest := s.gather()
	most := int64(0)
	for _, c := range candidates {
		most = max(most, c.score)
	}
	if most == 0 {
		most = scoreScale
	}
	for i, f := range s.features(candidates) {
		candidates[i].score = int64(math.Round(float64(model.Score(&f)) * float64(most)))
	}
	slices.SortFunc(candidates, e.compare)
	for _, c := range rest {
		if _, ok := slices.BinarySearch(s.meant, c.doc); !ok {
			candidates = append(candidates, c)
		}
	}
	s.ranked = candidates[:min(size, len(candidates))]
}
