package query

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/vitrine-search/vitrine/shared/text"
)

// maxSpoken bounds the words, or Han characters, that "without" may exclude.
const (
	maxSpoken    = 3
	maxSpokenHan = 6
)

// spokenHan are the words that exclude what follows them in Chinese. The bare 无
// and 不 are parts of too many words (无线, 不锈钢).
var spokenHan = []string{"不要", "不含", "不带", "不帶"}

// exclusions reads the operator "-" and the words that exclude.
func (r *reader) exclusions() {
	for i := range r.tokens {
		if len(r.query.Exclusions) == maxExclusions {
			return
		}
		if r.tokens[i].taken {
			continue
		}
		e, ok := r.operator(i)
		if !ok {
			e, ok = r.spoken(i)
		}
		if !ok {
			e, ok = r.spokenHan(i)
		}
		if ok {
			r.query.Exclusions = append(r.query.Exclusions, e)
			r.remove(e.Whole)
		}
	}
}

// operator reads "-word" and "-"a phrase"" behind a space: not t-shirt, not -5
// degrees, not the 12 -inch of a hasty typist.
func (r *reader) operator(i int) (Exclusion, bool) {
	t := &r.tokens[i]
	if t.text != "-" || !t.apart || i+1 == len(r.tokens) || r.tokens[i+1].apart {
		return Exclusion{}, false
	}
	if e, ok := r.quoted(i, i+1); ok {
		return e, true
	}
	next := &r.tokens[i+1]
	if next.taken || next.kind != word && next.kind != han {
		return Exclusion{}, false
	}
	if i > 0 && r.tokens[i-1].kind == number && text.IsUnit(next.text) {
		return Exclusion{}, false
	}
	end := r.endOfWord(next.Start)
	return Exclusion{Span: Span{next.Start, end}, Whole: Span{t.Start, end}}, true
}

// quoted reads the phrase whose mark is token mark, and which what begins with
// token i excludes.
func (r *reader) quoted(i, mark int) (Exclusion, bool) {
	if mark >= len(r.tokens) || r.tokens[mark].kind != sign {
		return Exclusion{}, false
	}
	p, ok := r.phraseAt(r.tokens[mark].End)
	if !ok {
		return Exclusion{}, false
	}
	_, size := utf8.DecodeRuneInString(r.text[p.End:])
	return Exclusion{Span: p, Whole: Span{r.tokens[i].Start, p.End + size}}, true
}

// phraseAt takes the phrase that begins at a place out of the query's phrases.
func (r *reader) phraseAt(start int) (Span, bool) {
	for n, p := range r.query.Phrases {
		if p.Start == start {
			r.query.Phrases = append(r.query.Phrases[:n:n], r.query.Phrases[n+1:]...)
			return p, true
		}
	}
	return Span{}, false
}

// endOfWord returns where the next white space or quotation mark is.
func (r *reader) endOfWord(from int) int {
	for i, c := range r.text[from:] {
		if unicode.IsSpace(c) || opening(c) >= 0 {
			return from + i
		}
	}
	return len(r.text)
}

// spoken reads "without doors" and "w/o doors", up to three words if some product
// has them next to each other, else one, or a phrase.
func (r *reader) spoken(i int) (Exclusion, bool) {
	next := i + 1
	switch {
	case r.says(i, "w", "/", "o") && !r.tokens[i+1].apart && !r.tokens[i+2].apart:
		next = i + 3
	case !r.says(i, "without"):
		return Exclusion{}, false
	}
	if !r.tokens[i].apart {
		return Exclusion{}, false
	}
	for next < len(r.tokens) && isArticle(r.tokens[next].text) {
		next++
	}
	if e, ok := r.quoted(i, next); ok {
		e.Spoken = true
		return e, true
	}
	if next >= len(r.tokens) || !r.tokens[next].apart || r.tokens[next].taken || r.tokens[next].kind != word {
		return Exclusion{}, false
	}
	thing := Span{r.tokens[next].Start, r.endOfWord(r.tokens[next].Start)}
	longest := thing
	for j, n := next+1, 1; n < maxSpoken && j < len(r.tokens); j++ {
		t := &r.tokens[j]
		if t.taken || t.kind != word || isEnder(t.text) {
			break
		}
		if t.apart {
			longest.End = r.endOfWord(t.Start)
			n++
			if r.stands(longest) {
				thing = longest
			}
		}
	}
	return Exclusion{Span: thing, Whole: Span{r.tokens[i].Start, thing.End}, Spoken: true}, true
}

// says reports whether the tokens from i on are the words, and none is taken.
func (r *reader) says(i int, words ...string) bool {
	if i+len(words) > len(r.tokens) {
		return false
	}
	for n, w := range words {
		if t := &r.tokens[i+n]; t.taken || t.text != w {
			return false
		}
	}
	return true
}

func isArticle(word string) bool {
	return word == "a" || word == "an" || word == "the" || word == "any"
}

// spokenHan reads 不要红色 and 不含糖的: what is excluded ends at 的 or with the
// longest beginning of the Han characters that some product has, or with them.
func (r *reader) spokenHan(i int) (Exclusion, bool) {
	rest := r.text[r.tokens[i].Start:]
	for _, spoken := range spokenHan {
		if r.tokens[i].kind != han || !strings.HasPrefix(rest, spoken) {
			continue
		}
		first := i + utf8.RuneCountInString(spoken)
		if e, ok := r.quoted(i, first); ok {
			e.Spoken = true
			return e, true
		}
		end := first
		for end < len(r.tokens) && end-first < maxSpokenHan && r.tokens[end].kind == han &&
			!r.tokens[end].taken && !r.tokens[end].apart && r.tokens[end].text != "的" {
			end++
		}
		if end == first {
			return Exclusion{}, false
		}
		thing := Span{r.tokens[first].Start, r.tokens[end-1].End}
		for n := end; n > first; n-- {
			if shorter := (Span{thing.Start, r.tokens[n-1].End}); r.stands(shorter) {
				thing, end = shorter, n
				break
			}
		}
		whole := Span{r.tokens[i].Start, thing.End}
		if end == first+1 && end < len(r.tokens) && r.tokens[end].text == "色" {
			// 灰色 excludes 石板灰 too, and leaves no 色 to be searched for.
			whole.End = r.tokens[end].End
			end++
		}
		if end < len(r.tokens) && r.tokens[end].text == "的" && !r.tokens[end].apart {
			whole.End = r.tokens[end].End
		}
		return Exclusion{Span: thing, Whole: whole, Spoken: true}, true
	}
	return Exclusion{}, false
}
