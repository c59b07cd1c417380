package engine

import (
	"cmp"
	"math"
	"slices"
	"sort"
	"strconv"

	"github.com/vitrine-search/vitrine/shared/lexical"
	"github.com/vitrine-search/vitrine/shared/text"
)

const (
	// convertedWeight is what a quantity is worth that is the one asked for in
	// another unit, beside 1 for itself.
	convertedWeight = 0.9
	// conversionTolerance is by how much of itself a quantity may be rounded when
	// it changes between the metric and the imperial units: 30 cm are a foot, and
	// 5 kg are 11 lb. Within one system conversions are exact.
	conversionTolerance = 0.02
	// exactly allows for the rounding of floats alone.
	exactly = 1e-9
	// maxNearest bounds the numbers that are tried for one unit, maxConverted those
	// that are taken: 28 in are the few towels of 71 cm and the many of 70.
	maxNearest   = 16
	maxConverted = 4
)

// numberTerm is a term that is a number.
type numberTerm struct {
	value float64
	term  uint32
}

// numberTerms returns the catalogue's numbers by value.
func numberTerms(x *lexical.Index) []numberTerm {
	var all []numberTerm
	for digit := '0'; digit <= '9'; digit++ {
		from, to := x.Prefix(string(digit))
		for term := from; term < to; term++ {
			if v, ok := plainNumber(x.Term(term)); ok {
				all = append(all, numberTerm{v, term})
			}
		}
	}
	sort.SliceStable(all, func(i, j int) bool { return all[i].value < all[j].value })
	return all
}

// plainNumber returns the value of digits with at most one point among them.
func plainNumber(s string) (float64, bool) {
	for i := range len(s) {
		if !isDigit(s[i]) && s[i] != '.' {
			return 0, false
		}
	}
	v, err := strconv.ParseFloat(s, 64)
	return v, err == nil
}

// addConversions gives each quantity that no product has the same quantity in
// other units, where products have that.
func (e *Engine) addConversions(words []word) {
	for i := 0; i+1 < len(words); i++ {
		number, unit := &words[i], &words[i+1]
		measure, ok := text.MeasureOf(unit.token.Term)
		if !ok || unit.token.Position != number.token.Position+1 || isApostrophe(unit) || i > 0 && isPartOfMeasures(&words[i-1], number) {
			continue
		}
		value, ok := plainNumber(number.token.Term)
		if !ok || value == 0 || e.hasQuantity(number.token.Term, unit.token.Term) {
			continue
		}
		for _, other := range text.Convertible(unit.token.Term) {
			for _, found := range e.sameQuantities(value, measure, other) {
				e.addQuantity(number, unit, found, other)
			}
		}
	}
}

// isApostrophe says whether a foot was typed as a sign, which hasty typists use
// for inches: a conversion would take their word for it.
func isApostrophe(w *word) bool { return w.token.Term == "foot" && w.token.End-w.token.Start == 1 }

// isPartOfMeasures says whether a number continues those before it, as the last
// of 2x4x8 does: one of them in another unit is not the thing.
func isPartOfMeasures(before, number *word) bool {
	_, isNumber := plainNumber(before.token.Term)
	return number.token.Position == before.token.Position+1 && (isNumber || before.token.Term == "x")
}

// hasQuantity says whether some product has the number and the unit next to each
// other.
func (e *Engine) hasQuantity(number, unit string) bool {
	n, known := e.index.Lookup(number)
	return known && e.hasTerms(n, unit)
}

func (e *Engine) hasTerms(number uint32, unit string) bool {
	u, known := e.index.Lookup(unit)
	return known && len(e.index.FindPhrase(lexical.Phrase{{number}, {u}}, 1)) > 0
}

// sameQuantities returns the numbers of another unit that are nearest to a quantity
// within the tolerance and that some product has.
func (e *Engine) sameQuantities(value float64, measure text.Measure, unit string) (found []uint32) {
	other, _ := text.MeasureOf(unit)
	wanted := float64(value*measure.Factor) / other.Factor
	tolerance := exactly
	if other.Imperial != measure.Imperial {
		tolerance = conversionTolerance
	}
	numbers := e.numbers()
	from, _ := slices.BinarySearchFunc(numbers, wanted*(1-tolerance), compareValue)
	to, _ := slices.BinarySearchFunc(numbers, wanted*(1+tolerance), compareValue)
	near := slices.Clone(numbers[from:max(from, to)])
	sort.SliceStable(near, func(i, j int) bool { return math.Abs(near[i].value-wanted) < math.Abs(near[j].value-wanted) })
	for _, n := range near[:min(len(near), maxNearest)] {
		if len(found) < maxConverted && e.hasTerms(n.term, unit) {
			found = append(found, n.term)
		}
	}
	return found
}

func compareValue(n numberTerm, value float64) int { return cmp.Compare(n.value, value) }

// addQuantity lets a number and a unit stand for those that were typed, each for
// its own word and only where the other is too.
func (e *Engine) addQuantity(number, unit *word, found uint32, name string) {
	other, _ := e.index.Lookup(name)
	e.addBeside(number, found, other)
	e.addBeside(unit, other, found)
}

// addBeside lets a term stand for a word where another is too, which tells nothing.
func (e *Engine) addBeside(w *word, term, other uint32) {
	w.clause.Groups = append(w.clause.Groups, []lexical.Weighted{
		e.weighed(term, convertedWeight, 1, lexical.Converted),
		e.weighed(other, convertedWeight, 0, lexical.Converted),
	})
	w.written = append(w.written, e.index.Term(term))
}
