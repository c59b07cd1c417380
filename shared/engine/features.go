package engine

import (
	"github.com/vitrine-search/vitrine/shared/lexical"
	"github.com/vitrine-search/vitrine/shared/meaning"
	"github.com/vitrine-search/vitrine/shared/rank"
)

// features reads the candidates of the first stage and what was proposed beside
// them. The result is valid until the next call.
func (s *scratch) features(candidates []candidate) []rank.Features {
	s.readBest = bestOf(candidates)
	var text float32
	for _, c := range candidates {
		f := s.reader.features(c.doc, s.naming.Match(c.doc), s.naming.Head())
		f[rank.First] = share(c.score, s.readBest)
		text = max(text, f[rank.Text])
		s.read, s.readDocs = append(s.read, f), append(s.readDocs, c.doc)
	}
	for i := range s.read {
		f := &s.read[i]
		f[rank.AttendedInstead] = f[rank.Attended] * (1 - text)
		f[rank.PooledInstead] = f[rank.Pooled] * (1 - text)
		f[rank.EvidenceInstead] = f[rank.Evidence] * (1 - text)
	}
	return s.read
}

// features reads one product: all features but those that come of the others.
func (r *reader) features(doc uint32, named lexical.Named, head int) (f rank.Features) {
	f[rank.Covered] = float32(r.readTexts(doc))
	r.cover(&f)
	pairs := 0
	for i := 1; i < len(r.words); i++ {
		if named.Pairs&(1<<i) != 0 {
			pairs++
		}
	}
	if len(r.words) > 1 {
		f[rank.Pairs] = float32(pairs) / float32(len(r.words)-1)
	}
	if head >= 0 && head < len(r.words) {
		f[rank.HeadThere] = float32(r.words[head].fields[lexical.TitleField])
	}
	f[rank.Head], f[rank.Brand], f[rank.Category] = oneIf(named.Head), oneIf(named.Brand != 0), oneIf(named.Category)
	products, shelves := r.stage.space.Products(), r.stage.shelfDirections
	f[rank.Pooled] = max(0, r.query.Cosine(products, int(doc)))
	if shelf := r.stage.shelves.of[doc]; shelf != noShelf {
		f[rank.Shelf] = max(0, r.query.Cosine(shelves, int(shelf)))
	}
	f[rank.Evidence] = float32(r.evidence.of(doc))
	return f
}

// readTexts has the words of the query attend to the product's, and returns the
// share of the title, by idf, that they stand for.
func (r *reader) readTexts(doc uint32) float64 {
	for i := range r.words {
		w := &r.words[i]
		w.fields, w.typed, w.name, w.text = [lexical.FieldCount]float64{}, false, meaning.Attention{}, meaning.Attention{}
	}
	x := r.engine.index
	title, had := 0.0, 0.0
	x.Walk(doc, func(field int, _, term uint32) {
		best, matched := r.match(term, field)
		if field == lexical.TitleField {
			idf := r.stage.idf[term]
			title += idf
			had += float64(best * idf)
		}
		row, ok := r.stage.space.OfTerm(term)
		if !ok {
			return
		}
		for i := range r.words {
			if matched&(1<<i) == 0 {
				r.words[i].attend(r.query.Similarity(i, row), field)
			}
		}
	})
	if title == 0 {
		return 0
	}
	return had / title
}

// match notes which words of the query a term stands for, and how well at best.
func (r *reader) match(term uint32, field int) (best float64, words uint32) {
	for at := r.first[term]; at != 0; at = r.standing[at-1].next {
		s := &r.standing[at-1]
		w := &r.words[s.word]
		if s.weight > w.fields[field] {
			w.fields[field] = s.weight
		}
		if s.weight > best {
			best = s.weight
		}
		w.typed = w.typed || s.typed
		w.attend(float32(s.weight), field)
		words |= 1 << s.word
	}
	return best, words
}

func (w *readWord) attend(similarity float32, field int) {
	w.text.To(similarity)
	if field != lexical.DescriptionField {
		w.name.To(similarity)
	}
}

// cover sums up what the words have of the product.
func (r *reader) cover(f *rank.Features) {
	if r.whole == 0 {
		return
	}
	var title, name, text, typed, attended, attendedText, missing float64
	for i := range r.words {
		w := &r.words[i]
		inName := max(w.fields[lexical.TitleField], w.fields[lexical.BrandField], w.fields[lexical.CategoryField], w.fields[lexical.AttributesField])
		inText := max(inName, w.fields[lexical.DescriptionField])
		title += float64(w.weight * w.fields[lexical.TitleField])
		name += float64(w.weight * inName)
		text += float64(w.weight * inText)
		if w.typed {
			typed += w.weight
		}
		if inText == 0 {
			missing = max(missing, w.weight)
		}
		attended += float64(w.weight * alike(w.name.Seen()))
		attendedText += float64(w.weight * alike(w.text.Seen()))
	}
	share := func(sum float64) float32 { return float32(sum / r.whole) }
	f[rank.Title], f[rank.Name], f[rank.Text], f[rank.Typed] = share(title), share(name), share(text), share(typed)
	f[rank.Attended], f[rank.AttendedText] = share(attended), share(attendedText)
	f[rank.All] = oneIf(missing == 0)
	f[rank.Worst] = float32(1 - missing/r.heaviest)
}

// alike is what a similarity counts: nothing up to unlike, which any two words may
// have.
func alike(similarity float32) float64 {
	const unlike = 0.3
	return max(0, (float64(similarity)-unlike)/(1-unlike))
}

func oneIf(is bool) float32 {
	if is {
		return 1
	}
	return 0
}
