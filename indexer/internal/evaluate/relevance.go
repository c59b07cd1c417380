package evaluate

// Recall returns the share of the relevant products among the first depth ranks.
// A product is relevant from the given grade on. ok is false where none is.
func Recall(ranking Ranking, grades Grades, relevantFrom float64, depth int) (value float64, ok bool) {
	relevant := 0
	for _, grade := range grades {
		if grade >= relevantFrom {
			relevant++
		}
	}
	if relevant == 0 {
		return 0, false
	}
	found := 0
	for _, id := range ranking[:min(depth, len(ranking))] {
		if isRelevant(id, grades, relevantFrom) {
			found++
		}
	}
	return float64(found) / float64(relevant), true
}

// ReciprocalRank returns 1 / the rank of the first relevant product, or 0 if
// none is among the first Depth. ok is false where no product is relevant.
func ReciprocalRank(ranking Ranking, grades Grades, relevantFrom float64) (value float64, ok bool) {
	for _, grade := range grades {
		ok = ok || grade >= relevantFrom
	}
	for i, id := range ranking[:min(Depth, len(ranking))] {
		if isRelevant(id, grades, relevantFrom) {
			return 1 / float64(i+1), ok
		}
	}
	return 0, ok
}

// isRelevant is false for an unjudged product even if relevantFrom is 0.
func isRelevant(id string, grades Grades, relevantFrom float64) bool {
	grade, judged := grades[id]
	return judged && grade >= relevantFrom
}
