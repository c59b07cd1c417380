package query

import (
	"math"
	"slices"
)

// isBareRange says whether two numbers without a currency are prices: they end
// the text, are such as people choose for a budget, belong to no word before
// them, and are no designation that the catalogue has, as NEMA 10-30 is.
func (r *reader) isBareRange(i int, b bound) bool {
	_, between := r.saysHan(b.to, "之间")
	if b.to != len(r.tokens) && !between && !r.tokens[b.to].taken {
		return false
	}
	if b.least < leastBudget || !isRound(b.least) || !isRound(b.most) || r.isOfAnother(i) {
		return false
	}
	return r.Stands == nil || !r.stands(Span{r.tokens[i].Start, r.tokens[b.to-1].End})
}

// isRound says whether a number is one that people bound a budget with: a
// multiple of five, or just below one of ten; from a thousand on ten times that.
func isRound(v float64) bool {
	step := 5.0
	if v >= 1000 {
		step = 50
	}
	whole := math.Ceil(v)
	return math.Mod(whole, step) == 0 || math.Mod(whole+1, 2*step) == 0
}

// isFree says whether a number that ends before token i belongs to nothing that
// follows it: "under 50 for him", but not "under 50 watts".
func (r *reader) isFree(i int) bool {
	if i == len(r.tokens) {
		return true
	}
	t := &r.tokens[i]
	switch {
	case t.taken:
		return t.apart
	case t.apart && r.isCompared(i):
		return true
	case t.text == "的":
		return true
	case t.kind == word:
		return t.apart && isEnder(t.text)
	case t.kind == han:
		return t.apart && !isHanUnit(t.text)
	case t.kind == sign:
		return slices.Contains(stops, t.text)
	}
	return false
}

// leastBudget is the least number that a word of another thing may follow: smaller
// ones count things, as "over 3 shelves" does.
const leastBudget = 20

// isBudget says whether the number before token i is a sum as people choose it, and
// the word there speaks of another thing: "under 50 brass lamp". What stands so in
// some product belongs together: "over 50 led lights".
func (r *reader) isBudget(i int) bool {
	sum, next := &r.tokens[i-1], &r.tokens[i]
	if next.kind != word || !next.apart || isMeasured(next.text) || sum.value < leastBudget || !isRound(sum.value) {
		return false
	}
	return r.Stands != nil && !r.stands(Span{sum.Start, next.End})
}

// isCompared says whether a comparator with its number begins with token i.
func (r *reader) isCompared(i int) bool {
	for _, c := range comparators {
		if next, ok := r.saysOne(i, c.words); ok {
			_, ok = r.amount(next)
			return ok
		}
	}
	return false
}

// isOfAnother says whether the word before token i tells that a number after it
// is no price: "kids over 3", "size 38-40".
func (r *reader) isOfAnother(i int) bool {
	if i == 0 || r.tokens[i-1].taken {
		return false
	}
	return isMeasured(r.tokens[i-1].text)
}
