package engine

import (
	"math"
	"slices"

	"github.com/vitrine-search/vitrine/shared/rank"
)

// The candidates of the second stage: the best of the first, and beside them the
// products that mean most alike, and those of the shelves that the query speaks of.
const (
	lexicalCandidates = 150
	mostMeant         = 50
	mostShelved       = 50
)

// gather reads the query for the second stage and returns its candidates: the best
// that are chosen, and what is proposed beside them; the rest are the others that
// are chosen, in the first stage's order. What no word found is considered as the
// others were.
func (e *Engine) gather(s *scratch, stage *secondStage, q query, conditions []condition, floor float32) (candidates, rest []candidate) {
	if s.reader == nil || s.reader.stage != stage {
		s.reader = e.newReader(stage)
	}
	s.reader.read(q)
	chosen := s.top.sorted()
	candidates = append(s.ranked[:0], chosen[:min(lexicalCandidates, len(chosen))]...)
	s.best = s.best[:0]
	for _, c := range candidates {
		s.best = append(s.best, c.doc)
	}
	slices.Sort(s.best)
	s.proposed = s.proposed[:0]
	propose := func(doc uint32) bool {
		if _, ok := slices.BinarySearch(s.best, doc); ok || slices.Contains(s.proposed, doc) {
			return false
		}
		if failed, _ := failures(conditions, doc); failed != noField || !q.allowed.has(doc) {
			return false
		}
		s.proposed = append(s.proposed, doc)
		return true
	}
	s.reader.eachMeant(mostMeant, floor, propose)
	s.reader.eachShelved(mostShelved, propose)
	for _, doc := range s.proposed {
		if s.scores.Score(doc) == 0 {
			s.consider(doc, q.allowed, conditions)
		}
		name := s.naming.Score(s.naming.Match(doc))
		candidates = append(candidates, candidate{tier: s.tier(doc), score: s.score(doc, name), doc: doc})
	}
	return candidates, chosen[min(lexicalCandidates, len(chosen)):]
}

// rerank orders the candidates by the model. Scores stay on the scale of the first
// stage's best.
func (e *Engine) rerank(s *scratch, model *rank.Model, candidates []candidate) {
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
	s.ranked = candidates
}
