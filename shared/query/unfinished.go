package query

import "strings"

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
	for _, c := range comparators {
		next, ok := r.saysOne(i, c.words)
		if !ok {
			continue
		}
		a, ok := r.amount(next)
		if !ok || c.means == above || r.isOfAnother(i) {
			return false
		}
		if c.means == below {
			return r.isTyped(a.to)
		}
		for a.to < len(r.tokens) && r.mayJoin(a.to) {
			a.to++
		}
		return a.to == len(r.tokens)
	}
	return false
}

// mayJoin says whether token i may belong to the end of a range: a sign, a number,
// or the beginning of "and".
func (r *reader) mayJoin(i int) bool {
	t := &r.tokens[i]
	return t.kind == sign || t.kind == number || t.kind == word && strings.HasPrefix(joiners[0], t.text)
}

// isTyped says whether the number before token i ends the text, so that more
// digits may follow.
func (r *reader) isTyped(i int) bool {
	return i == len(r.tokens) && r.tokens[i-1].kind == number && r.tokens[i-1].End == len(r.text)
}
