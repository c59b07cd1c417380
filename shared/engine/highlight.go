package engine

import (
	"sort"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/vitrine-search/vitrine/shared/wire"
)

// titleMatches returns the parts of a title that the query's words found,
// ascending and apart from each other.
func (e *Engine) titleMatches(title string, q query) []wire.Range {
	if len(q.words) == 0 {
		return nil
	}
	var spans []wire.Range
	for _, t := range e.analyzer.Analyze(title) {
		for i := range q.words {
			if q.words[i].matches(t) {
				spans = append(spans, wire.Range{Start: t.Start, End: t.End})
				break
			}
		}
	}
	return inUTF16(title, merge(spans))
}

// merge joins spans that overlap or touch, such as the bigrams of Chinese.
func merge(spans []wire.Range) []wire.Range {
	sort.Slice(spans, func(i, j int) bool { return spans[i].Start < spans[j].Start })
	merged := spans[:0]
	for _, s := range spans {
		if n := len(merged); n > 0 && s.Start <= merged[n-1].End {
			merged[n-1].End = max(merged[n-1].End, s.End)
			continue
		}
		merged = append(merged, s)
	}
	return merged
}

// inUTF16 turns ascending spans of bytes into spans of UTF-16 code units. A byte
// that is not UTF-8 counts as the one replacement character that JavaScript sees.
func inUTF16(s string, spans []wire.Range) []wire.Range {
	units, at := 0, 0
	advance := func(to int) int {
		for at < to && at < len(s) {
			r, size := utf8.DecodeRuneInString(s[at:])
			units += utf16.RuneLen(r)
			at += size
		}
		return units
	}
	for i := range spans {
		spans[i].Start = advance(spans[i].Start)
		spans[i].End = advance(spans[i].End)
	}
	return spans
}
