package query

import (
	"math"
	"slices"
)

// Price is what a text says about the price.
type Price struct {
	// Min and Max are in the shop's currency, both included; nil is an open end.
	Min, Max *float64
	// Text are the words that said it, Rest the text without them.
	Text, Rest string
}

// bound is one reading of a price.
type bound struct {
	least, most float64
	// said are the tokens that say it.
	from, to int
	// sure says that a currency leaves no doubt.
	sure bool
}

// open ends of a bound.
var noLeast, noMost = math.Inf(-1), math.Inf(1)

// price reads the bounds of the price. A text may give its two ends apart, "over
// 20 under 50"; of what contradicts the first reading nothing is read.
func (r *reader) price() {
	if !slices.ContainsFunc(r.tokens, func(t token) bool { return t.kind == number }) {
		return
	}
	total := bound{least: noLeast, most: noMost}
	var spans []Span
	for i := 0; i < len(r.tokens); i++ {
		b, ok := r.boundAt(i)
		if !ok || total.least != noLeast && b.least != noLeast || total.most != noMost && b.most != noMost {
			continue
		}
		both := bound{least: max(total.least, b.least), most: min(total.most, b.most)}
		if both.least > both.most || !b.sure && !r.Sells(end(both.least), end(both.most)) {
			continue
		}
		total = both
		said := Span{r.tokens[b.from].Start, r.tokens[b.to-1].End}
		spans = append(spans, said)
		r.remove(said)
		i = b.to - 1
	}
	if len(spans) == 0 {
		return
	}
	text := ""
	for _, s := range spans {
		if text != "" {
			text += " "
		}
		text += s.In(r.text)
	}
	r.query.Price = &Price{Min: end(total.least), Max: end(total.most), Text: text, Rest: without(r.text, spans)}
}

// end returns the end of a range, nil if it is open.
func end(v float64) *float64 {
	if math.IsInf(v, 0) {
		return nil
	}
	return &v
}

// boundAt reads the bound that begins with token i.
func (r *reader) boundAt(i int) (bound, bool) {
	if r.tokens[i].taken {
		return bound{}, false
	}
	b, ok := r.compared(i)
	if !ok {
		b, ok = r.ranged(i)
	}
	if !ok {
		b, ok = r.followed(i)
	}
	if !ok || b.most < 0 {
		return bound{}, false
	}
	// What belongs to the price, and not to what follows it.
	for _, after := range []string{"之间", "的"} {
		if next, says := r.saysHan(b.to, after); says {
			b.to = next
		}
	}
	b.from = i
	return b, true
}

// compared reads "under 50", "between 50 and 100" and 低于200.
func (r *reader) compared(i int) (bound, bool) {
	for _, c := range comparators {
		next, ok := r.saysOne(i, c.words)
		if !ok {
			continue
		}
		a, ok := r.amount(next)
		if !ok {
			return bound{}, false
		}
		b := bound{least: noLeast, most: noMost, to: a.to, sure: a.money}
		switch c.means {
		case below:
			b.most = a.value
		case above:
			b.least = a.value
		case between:
			second, ok := r.second(a.to, "and")
			if !ok || second.value <= a.value {
				return bound{}, false
			}
			b = bound{least: a.value, most: second.value, to: second.to, sure: a.money || second.money}
		}
		return b, b.sure || r.isFree(b.to) && !r.isOfAnother(i)
	}
	return bound{}, false
}

// ranged reads "$20 to $40", 100-300元 and the bare 50-100.
func (r *reader) ranged(i int) (bound, bool) {
	start := i
	if r.says(i, "from") {
		start++
	}
	a, ok := r.amount(start)
	if !ok || r.isJoined(start) {
		return bound{}, false
	}
	b, ok := r.second(a.to, "to", "-", "~", "到", "至")
	if !ok || b.value <= a.value {
		return bound{}, false
	}
	read := bound{least: a.value, most: b.value, to: b.to, sure: a.money || b.money}
	if read.sure {
		return read, true
	}
	return read, r.isBareRange(start, read)
}

// isBareRange says whether two numbers without a currency are prices: they end
// the text, are such as people choose for a budget, belong to no word before
// them, and are no designation that the catalogue has, as NEMA 10-30 is.
func (r *reader) isBareRange(i int, b bound) bool {
	_, between := r.saysHan(b.to, "之间")
	if b.to != len(r.tokens) && !between && !r.tokens[b.to].taken {
		return false
	}
	if b.least < 20 || !isRound(b.least) || !isRound(b.most) || r.isOfAnother(i) {
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

// followed reads "$50 or less" and 200元以内.
func (r *reader) followed(i int) (bound, bool) {
	a, ok := r.amount(i)
	if !ok || r.isJoined(i) {
		return bound{}, false
	}
	for _, c := range followers {
		next, ok := r.saysOne(a.to, c.words)
		if !ok || !a.money && r.tokens[a.to].kind != han {
			continue
		}
		b := bound{least: noLeast, most: a.value, to: next, sure: a.money}
		if c.means == above {
			b.least, b.most = a.value, noMost
		}
		return b, b.sure || !r.isOfAnother(i)
	}
	return bound{}, false
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
