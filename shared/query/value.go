package query

import "slices"

// Value is what a text says of a field by its name.
type Value struct {
	// Field and Value are the catalogue's own words.
	Field, Value string
	// Text are the words that said it, Rest the text without them.
	Text, Rest string
}

// maxValues bounds the values of fields in one text.
const maxValues = 4

// sizes are the sizes of clothes that are no numbers.
var sizes = []string{"xxs", "xs", "s", "m", "l", "xl", "xxl", "xxxl"}

// values reads the name of a field and a number or size after it, "size 38" and
// 尺码38, or 38码, where products have that value in that field; of each field the
// first. Other words do not go together so: "color changing bulb".
func (r *reader) values() {
	for i := range r.tokens {
		if len(r.query.Values) == maxValues {
			return
		}
		said := Span{r.tokens[i].Start, 0}
		v, to, ok := r.named(i)
		if !ok {
			v, to, ok = r.counted(i)
		}
		if !ok || r.hasValue(v.Field) {
			continue
		}
		said.End = r.tokens[to-1].End
		v.Text, v.Rest = said.In(r.text), without(r.text, []Span{said})
		r.query.Values = append(r.query.Values, v)
		r.remove(said)
	}
}

func (r *reader) hasValue(field string) bool {
	for i := range r.query.Values {
		if r.query.Values[i].Field == field {
			return true
		}
	}
	return false
}

// named reads a name of letters or Han characters that ends with token i+n, and
// the value after it.
func (r *reader) named(i int) (v Value, to int, ok bool) {
	at := i + 1
	if r.tokens[i].taken || r.tokens[i].kind == number || r.tokens[i].kind == sign || r.isJoined(i) {
		return v, 0, false
	}
	for r.tokens[i].kind == han && at < len(r.tokens) && at-i < 4 && r.tokens[at].kind == han && !r.tokens[at].apart {
		at++
	}
	if at >= len(r.tokens) || r.tokens[at].taken || r.tokens[i].kind == word && !r.tokens[at].apart {
		return v, 0, false
	}
	value := &r.tokens[at]
	if value.kind != number && !slices.Contains(sizes, value.text) {
		return v, 0, false
	}
	if at+1 < len(r.tokens) && !r.ends(at+1) {
		return v, 0, false
	}
	v, ok = r.Has(folded(Span{r.tokens[i].Start, r.tokens[at-1].End}.In(r.text)), value.text)
	return v, at + 1, ok
}

// counted reads 38码.
func (r *reader) counted(i int) (v Value, to int, ok bool) {
	if r.tokens[i].taken || r.tokens[i].kind != number || r.isJoined(i) || !r.says(i+1, "码") || r.tokens[i+1].apart {
		return v, 0, false
	}
	v, ok = r.Has("码", r.tokens[i].text)
	return v, i + 2, ok
}

// ends says whether the value before token i ends there: it is no part of a
// range, a measure or a longer word.
func (r *reader) ends(i int) bool {
	t := &r.tokens[i]
	if !t.apart {
		return t.kind == han && !isHanUnit(t.text) || slices.Contains(stops, t.text)
	}
	return t.text != "x" && t.text != "-" && t.text != "to" && t.text != "/" && !isMeasured(t.text)
}
