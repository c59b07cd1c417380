package engine

import (
	"github.com/vitrine-search/vitrine/shared/lexical"
	"github.com/vitrine-search/vitrine/shared/meaning"
	"github.com/vitrine-search/vitrine/shared/rank"
)

// maxFeatureWords is how many words of a query the second stage reads.
const maxFeatureWords = 32

// reader is what the second stage knows of one query, and the memory for it.
type reader struct {
	engine   *Engine
	stage    *secondStage
	query    *meaning.Query
	evidence evidence
	words    []readWord
	// whole is the sum of the words' weights, rarest the greatest.
	whole, rarest float64
	// first (terms) is the first entry of the term in standing, from 1; 0 for none.
	first    []uint32
	standing []standing
	marked   []uint32
}

// readWord is one word of the query and what it has of the product being read.
type readWord struct {
	weight float64
	// fields (lexical.Fields) is the best match in each.
	fields [5]float64
	typed  bool
	// name and text attend to the words of the name and to all.
	name, text meaning.Attention
}

// standing says that a term stands for a word of the query.
type standing struct {
	word   int
	weight float64
	typed  bool
	next   uint32
}

// The fields as they come in lexical.Fields.
const (
	brandField = titleField + 1 + iota
	categoryField
	attributesField
	descriptionField
)

const (
	// neighbours is how many terms a word of the query also speaks of, and
	// nearEnough their least cosine.
	neighbours = 8
	nearEnough = 0.45
	// neighbourWeight times its cosine is what a neighbour counts beside the word.
	neighbourWeight = 0.3
	// foreignShare is the share of the rarest idf that a word counts which the
	// catalogue lacks and the table knows.
	foreignShare = 0.8
)

func (e *Engine) newReader(stage *secondStage) *reader {
	n := len(stage.places.sizes)
	return &reader{
		engine: e, stage: stage, query: stage.space.NewQuery(),
		evidence: evidence{index: e.index, places: stage.places, counts: make([]float64, n), scores: make([]float64, n)},
		first:    make([]uint32, e.index.Terms()),
	}
}

// read looks at the words of a query.
func (r *reader) read(q query) {
	for _, term := range r.marked {
		r.first[term] = 0
	}
	r.marked, r.standing, r.words = r.marked[:0], r.standing[:0], r.words[:0]
	r.whole, r.rarest = 0, 0
	r.query.Reset()
	r.evidence.reset()
	words := q.finished()
	for i := range words[:min(len(words), maxFeatureWords)] {
		r.add(&words[i])
	}
	r.query.Settle()
}

func (r *reader) add(w *word) {
	x := r.engine.index
	i := len(r.words)
	idf := 0.0
	row, hasRow, rowWeight := 0, false, 0.0
	for _, t := range w.clause.Terms {
		r.stand(t.Term, standing{word: i, weight: t.Weight, typed: t.Relation == lexical.Typed})
		idf = max(idf, t.IDF)
		if at, ok := r.stage.space.OfTerm(t.Term); ok && t.Weight > rowWeight {
			row, hasRow, rowWeight = at, true, t.Weight
		}
	}
	for _, group := range w.clause.Groups {
		sum := 0.0
		for _, t := range group {
			r.stand(t.Term, standing{word: i, weight: t.Weight / float64(len(group)), typed: t.Relation == lexical.Typed})
			sum += t.IDF
		}
		idf = max(idf, sum)
	}
	rare := x.IDF(1)
	if !hasRow && len(w.clause.Terms) == 0 && len(w.clause.Groups) == 0 {
		row, hasRow = r.stage.space.OfWord(w.token.Term)
	}
	if idf == 0 {
		idf = rare
		if hasRow {
			idf *= foreignShare
		}
	}
	common, share := 1.0, 0.0
	if hasRow = hasRow && !w.token.Stop; hasRow {
		// The row's weight is idf times commonness, in shares.
		share = r.stage.space.Weight(row)
		common = min(1, share*rare/idf)
	}
	weight := idf * common
	if w.token.Stop {
		weight = 0
	}
	r.words = append(r.words, readWord{weight: weight})
	r.whole += weight
	r.rarest = max(r.rarest, weight)
	r.query.Add(row, hasRow, share)
	for _, t := range w.clause.Terms {
		if t.Relation == lexical.Typed || len(w.clause.Terms) == 1 {
			r.evidence.add(t.Term, common*t.Weight)
		}
	}
	r.addNeighbours(i, row, hasRow, common)
}

// stand notes that a term stands for a word.
func (r *reader) stand(term uint32, s standing) {
	if r.first[term] == 0 {
		r.marked = append(r.marked, term)
	}
	s.next = r.first[term]
	r.standing = append(r.standing, s)
	r.first[term] = uint32(len(r.standing))
}

func (r *reader) addNeighbours(word, row int, ok bool, common float64) {
	if !ok {
		return
	}
	for _, n := range r.query.Neighbours(word, neighbours, nearEnough) {
		term, isTerm := r.stage.space.Term(int(n.Row))
		if !isTerm || int(n.Row) == row {
			continue
		}
		r.evidence.add(term, common*neighbourWeight*float64(n.Score))
	}
}

// features reads a candidate. first is the first stage's score beside its best.
func (r *reader) features(doc uint32, first float64, named lexical.Named, head int) (f rank.Features) {
	x, space := r.engine.index, r.stage.space
	for i := range r.words {
		w := &r.words[i]
		w.fields, w.typed, w.name, w.text = [5]float64{}, false, meaning.Attention{}, meaning.Attention{}
	}
	titleWhole, titleHad := 0.0, 0.0
	x.Walk(doc, func(field int, _, term uint32) {
		idf, had := 0.0, 0.0
		if field == titleField {
			idf = x.IDF(x.DocumentFrequency(term))
			titleWhole += idf
		}
		row, hasRow := space.OfTerm(term)
		var matched uint32
		for at := r.first[term]; at != 0; at = r.standing[at-1].next {
			s := &r.standing[at-1]
			w := &r.words[s.word]
			w.fields[field] = max(w.fields[field], s.weight)
			w.typed = w.typed || s.typed
			had = max(had, s.weight)
			matched |= 1 << s.word
			w.text.To(float32(s.weight))
			if field != descriptionField {
				w.name.To(float32(s.weight))
			}
		}
		titleHad += had * idf
		if !hasRow {
			return
		}
		for i := range r.words {
			if matched&(1<<i) != 0 {
				continue
			}
			c := r.query.Similarity(i, row)
			r.words[i].text.To(c)
			if field != descriptionField {
				r.words[i].name.To(c)
			}
		}
	})
	f[rank.First] = float32(first)
	r.cover(&f)
	if titleWhole > 0 {
		f[rank.Covered] = float32(titleHad / titleWhole)
	}
	n := len(r.words)
	pairs := 0
	for i := 1; i < n; i++ {
		if named.Pairs&(1<<i) != 0 {
			pairs++
		}
	}
	if n > 1 {
		f[rank.Pairs] = float32(pairs) / float32(n-1)
	}
	if named.Head {
		f[rank.Head] = 1
	}
	if head >= 0 && head < n {
		f[rank.HeadThere] = float32(r.words[head].fields[titleField])
	}
	if named.Brand != 0 {
		f[rank.Brand] = 1
	}
	if named.Category {
		f[rank.Category] = 1
	}
	products := space.Products()
	f[rank.Pooled] = max(0, r.query.Cosine(products.Row(int(doc)), products.Scale(int(doc))))
	if shelf := r.stage.places.of[doc]; shelf != noShelf {
		f[rank.Shelf] = max(0, r.query.Cosine(r.stage.shelves.Row(int(shelf)), r.stage.shelves.Scale(int(shelf))))
	}
	f[rank.Evidence] = float32(r.evidence.of(doc))
	return f
}

// cover sums up what the words have of the product.
func (r *reader) cover(f *rank.Features) {
	if r.whole == 0 {
		return
	}
	var title, name, text, typed, attended, attendedText, missing float64
	for i := range r.words {
		w := &r.words[i]
		inName := max(w.fields[titleField], w.fields[brandField], w.fields[categoryField], w.fields[attributesField])
		inText := max(inName, w.fields[descriptionField])
		title += w.weight * w.fields[titleField]
		name += w.weight * inName
		text += w.weight * inText
		if w.typed {
			typed += w.weight
		}
		if inText == 0 {
			missing = max(missing, w.weight)
		}
		attended += w.weight * alike(w.name.Seen())
		attendedText += w.weight * alike(w.text.Seen())
	}
	f[rank.Title], f[rank.Name], f[rank.Text] = float32(title/r.whole), float32(name/r.whole), float32(text/r.whole)
	f[rank.Typed] = float32(typed / r.whole)
	f[rank.Attended], f[rank.AttendedText] = float32(attended/r.whole), float32(attendedText/r.whole)
	if missing == 0 {
		f[rank.All] = 1
	}
	f[rank.Worst] = float32(1 - missing/r.rarest)
}

// alike is what a similarity counts: nothing up to unlike, which any two words may
// have.
func alike(similarity float32) float64 {
	const unlike = 0.3
	return max(0, (float64(similarity)-unlike)/(1-unlike))
}
