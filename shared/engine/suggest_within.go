package engine

import (
	"slices"
	"sort"
)

// within counts products that have some words among those that have others.
type within struct {
	engine *Engine
	// marks (products) has the mark of those that have all of the words; nil if
	// there are no words and all products count.
	marks *[]uint8
	mark  uint8
}

// mostWords bounds the words that products are marked by.
const mostWords = 32

// newWithin marks the products that have all of the terms.
func (e *Engine) newWithin(terms []string) *within {
	w := &within{engine: e}
	if len(terms) == 0 {
		return w
	}
	w.marks = e.marks.Get().(*[]uint8)
	marks := *w.marks
	for _, term := range terms[:min(len(terms), mostWords)] {
		number, known := e.index.Lookup(term)
		if known {
			docs, _ := e.index.Postings(number)
			for _, doc := range docs {
				if marks[doc] == w.mark {
					marks[doc] = w.mark + 1
				}
			}
		}
		w.mark++
	}
	return w
}

// release gives the marks back.
func (w *within) release() {
	if w.marks != nil {
		clear(*w.marks)
		w.engine.marks.Put(w.marks)
		w.marks = nil
	}
}

// count counts the marked products that have all of the terms.
func (w *within) count(terms []string) int {
	n := 0
	w.each(terms, func(uint32) { n++ })
	return n
}

// each visits the marked products that have all of the terms: it goes through
// those of the rarest and looks them up among those of the others.
func (w *within) each(terms []string, visit func(doc uint32)) {
	if len(terms) == 0 {
		return
	}
	lists := make([][]uint32, 0, len(terms))
	for _, term := range terms {
		number, known := w.engine.index.Lookup(term)
		if !known {
			return
		}
		docs, _ := w.engine.index.Postings(number)
		lists = append(lists, docs)
	}
	sort.Slice(lists, func(i, j int) bool { return len(lists[i]) < len(lists[j]) })
products:
	for _, doc := range lists[0] {
		if w.marks != nil && (*w.marks)[doc] != w.mark {
			continue
		}
		for _, others := range lists[1:] {
			if _, ok := slices.BinarySearch(others, doc); !ok {
				continue products
			}
		}
		visit(doc)
	}
}
