// Package compile reads a bleve index through bleve's own API and lays it out as
// the lexicon of a bundle. It stands apart from package lexical because only the
// indexer needs bleve.
package compile

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	index "github.com/blevesearch/bleve_index_api"

	"github.com/vitrine-search/vitrine/shared/bundle"
	"github.com/vitrine-search/vitrine/shared/lexical"
)

// Compile returns the lexicon of a bleve index whose text fields are
// lexical.Fields, indexed with term vectors. The identifiers are those of the
// documents in the order in which the bundle numbers them; an identifier that
// the index lacks is an error, as is a document without an identifier here. words
// has the word that stands for a term, where it is not the term itself. The same
// documents give the same lexicon.
func Compile(ctx context.Context, reader index.IndexReader, ids []string, words map[string]string) (*bundle.Builder, error) {
	c := compiler{ctx: ctx, reader: reader, numbers: make(map[string]uint32, len(ids))}
	if err := c.number(ids); err != nil {
		return nil, err
	}
	for field := range lexical.Fields {
		if err := c.readField(uint32(field)); err != nil {
			return nil, fmt.Errorf("field %q of the index: %w", lexical.Fields[field], err)
		}
	}
	terms := c.sortTerms()
	for _, t := range terms {
		if !lexical.Spellable(t) {
			return nil, fmt.Errorf("the index has the term %q, with a control character", t)
		}
	}
	slices.SortFunc(c.tokens, func(a, b lexical.Token) int {
		return cmp.Or(
			cmp.Compare(a.Doc, b.Doc), cmp.Compare(a.Field, b.Field),
			cmp.Compare(a.Position, b.Position), cmp.Compare(a.Term, b.Term),
		)
	})
	return lexical.Encode(len(ids), terms, spellOut(terms, words), c.tokens), nil
}

type compiler struct {
	ctx    context.Context
	reader index.IndexReader
	// numbers maps bleve's internal identifier of a document to its number.
	numbers map[string]uint32
	terms   map[string]uint32
	tokens  []lexical.Token
}

func (c *compiler) number(ids []string) error {
	count, err := c.reader.DocCount()
	if err != nil {
		return err
	}
	if count != uint64(len(ids)) {
		return fmt.Errorf("the index has %d documents, the catalogue %d", count, len(ids))
	}
	for i, id := range ids {
		internal, err := c.reader.InternalID(id)
		if err != nil {
			return err
		}
		if internal == nil {
			return fmt.Errorf("the index lacks the product %q", id)
		}
		c.numbers[string(internal)] = uint32(i)
	}
	c.terms = map[string]uint32{}
	return nil
}

func (c *compiler) readField(field uint32) error {
	name := lexical.Fields[field]
	dict, err := c.reader.FieldDict(name)
	if err != nil {
		return err
	}
	defer dict.Close()
	for {
		if err := c.ctx.Err(); err != nil {
			return err
		}
		entry, err := dict.Next()
		if err != nil {
			return err
		}
		if entry == nil {
			return nil
		}
		number, ok := c.terms[entry.Term]
		if !ok {
			number = uint32(len(c.terms))
			c.terms[entry.Term] = number
		}
		if err := c.readTerm(name, entry.Term, field, number); err != nil {
			return fmt.Errorf("term %q: %w", entry.Term, err)
		}
	}
}

func (c *compiler) readTerm(name, term string, field, number uint32) error {
	postings, err := c.reader.TermFieldReader(c.ctx, []byte(term), name, true, false, true)
	if err != nil {
		return err
	}
	defer postings.Close()
	var reuse index.TermFieldDoc
	for {
		doc, err := postings.Next(reuse.Reset())
		if err != nil {
			return err
		}
		if doc == nil {
			return nil
		}
		n, ok := c.numbers[string(doc.ID)]
		if !ok {
			return fmt.Errorf("the index has a document %x that the catalogue lacks", doc.ID)
		}
		if uint64(len(doc.Vectors)) != doc.Freq {
			return fmt.Errorf("the index has %d positions for %d occurrences: index it with term vectors", len(doc.Vectors), doc.Freq)
		}
		for _, v := range doc.Vectors {
			c.tokens = append(c.tokens, lexical.Token{Doc: n, Field: field, Position: uint32(v.Pos), Term: number})
		}
	}
}

// sortTerms returns the terms in order of their bytes and renumbers the tokens
// accordingly.
func (c *compiler) sortTerms() []string {
	terms := make([]string, 0, len(c.terms))
	for t := range c.terms {
		terms = append(terms, t)
	}
	slices.Sort(terms)
	renumbered := make([]uint32, len(terms))
	for i, t := range terms {
		renumbered[c.terms[t]] = uint32(i)
	}
	for i := range c.tokens {
		c.tokens[i].Term = renumbered[c.tokens[i].Term]
	}
	return terms
}

// spellOut returns the word of each term.
func spellOut(terms []string, words map[string]string) []string {
	spelt := make([]string, len(terms))
	for i, t := range terms {
		spelt[i] = t
		if w, ok := words[t]; ok {
			spelt[i] = w
		}
	}
	return spelt
}
