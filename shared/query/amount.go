package query

import "math"

// amount is a number, and whether a currency says that it is money.
type amount struct {
	value float64
	money bool
	// to is the token after it.
	to int
}

// amount reads the number at token i with the currency before or after it. A
// number that is written in one with anything else is part of that: 50w, 1/2, 3%.
func (r *reader) amount(i int) (amount, bool) {
	var a amount
	if i < len(r.tokens) && !r.tokens[i].taken && isCurrency(r.tokens[i].text) && r.tokens[i].kind != han {
		a.money = true
		i++
	}
	if i >= len(r.tokens) || r.tokens[i].taken || r.tokens[i].kind != number || math.IsInf(r.tokens[i].value, 0) {
		return a, false
	}
	a.value, a.to = r.tokens[i].value, i+1
	if a.to == len(r.tokens) || r.tokens[a.to].taken {
		return a, true
	}
	if next := &r.tokens[a.to]; isCurrency(next.text) && (!next.apart || next.kind == word) && r.isWhole(a.to) {
		a.money = true
		a.to++
		if a.to < len(r.tokens) && r.tokens[a.to-1].text == "块" && r.tokens[a.to].text == "钱" {
			a.to++
		}
		return a, true
	}
	return a, !r.isStuck(a.to)
}

// isWhole says whether nothing but Chinese or punctuation is written in one with
// the end of token i.
func (r *reader) isWhole(i int) bool {
	if i+1 == len(r.tokens) || r.tokens[i+1].apart {
		return true
	}
	next := &r.tokens[i+1]
	return next.kind == han || next.kind == sign
}

// isStuck says whether token i makes the number before it a part of something
// else.
func (r *reader) isStuck(i int) bool {
	t := &r.tokens[i]
	if t.apart {
		return false
	}
	switch t.kind {
	case word, number:
		return true
	case han:
		return false
	}
	switch t.text {
	case "-", "~":
		// A range, if a number follows.
		return i+1 == len(r.tokens) || r.tokens[i+1].kind == word
	case ",", ".", ";", "!", "?", ")", "，", "。", "、", "；", "！", "？":
		return false
	}
	return true
}

// isJoined says whether the number or currency at token i is written in one with
// what is before it, such as the 12 of AB-12.
func (r *reader) isJoined(i int) bool {
	return i > 0 && !r.tokens[i].apart && r.tokens[i-1].kind != han && r.tokens[i-1].text != "("
}

// second reads the other end of a range: one of the words, and an amount after
// which the range ends.
func (r *reader) second(i int, words ...string) (amount, bool) {
	for _, w := range words {
		if !r.says(i, w) {
			continue
		}
		a, ok := r.amount(i + 1)
		if !ok || a.to < len(r.tokens) && !r.tokens[a.to].apart && (r.tokens[a.to].text == "-" || r.tokens[a.to].text == "~") {
			return a, false
		}
		return a, true
	}
	return amount{}, false
}
