package query

import "slices"

// unfinished leaves out of the words what is still being typed of a bound at the
// text's end: the "under 5" that becomes under 50, and "between 50 and". Else the
// results would be those of the number 5 for as long as one keystroke.
func (r *reader) unfinished() {
	for i := range r.tokens {
		if !r.tokens[i].taken && r.isUnfinished(i) {
			r.remove(Span{r.tokens[r.beforePrice(i)].Start, r.tokens[len(r.tokens)-1].End})
			return
		}
	}
}

// isUnfinished says whether the text ends within a bound that begins with token i
// and that price has not read: an end that nothing costs as yet, or a range
// without one.
func (r *reader) isUnfinished(i int) bool {
	if r.says(i, "from") {
		a, ok := r.amount(i + 1)
		return ok && a.value >= leastBudget && r.isHalf(a.to)
	}
	for _, c := range comparators {
		next, ok := r.saysOne(i, c.words)
		if !ok {
			continue
		}
		a, ok := r.amount(next)
		if !ok || c.means == above || r.isOfAnother(i) {
			return false
		}
		return c.means == below && r.isTyped(a.to) || c.means == between && r.isHalf(a.to)
	}
	return false
}

// isHalf says whether nothing follows the first number of a range, up to token i,
// but what may be on the way to the second.
func (r *reader) isHalf(i int) bool {
	for ; i < len(r.tokens); i++ {
		if t := &r.tokens[i]; t.kind == han || t.kind == word && !slices.Contains(joining, t.text) {
			return false
		}
	}
	return true
}

// isTyped says whether the number before token i ends the text, so that more
// digits may follow.
func (r *reader) isTyped(i int) bool {
	return i == len(r.tokens) && r.tokens[i-1].kind == number && r.tokens[i-1].End == len(r.text)
}
