package text

import "strings"

// Measure is what a unit measures.
type Measure struct {
	// Dimension is the name of what is measured, such as "length".
	Dimension string
	// Imperial tells inches, pounds and gallons from the metric units.
	Imperial bool
	// Factor is how many of the dimension's base unit it is: millimetres, grams,
	// millilitres, watts, hertz or megabytes. Those of the imperial units are
	// exact, by the international yard and pound of 1959 and the US gallon of 231
	// cubic inches.
	Factor float64
}

// measures has a unit a line, by the name that Analyze gives it.
var measures = map[string]Measure{
	"mm": {"length", false, 1}, "cm": {"length", false, 10}, "m": {"length", false, 1000}, "km": {"length", false, 1e6},
	"inch": {"length", true, 25.4}, "foot": {"length", true, 304.8}, "yard": {"length", true, 914.4},
	"mg": {"mass", false, 0.001}, "g": {"mass", false, 1}, "kg": {"mass", false, 1000}, "斤": {"mass", false, 500},
	"oz": {"mass", true, 28.349523125}, "lb": {"mass", true, 453.59237},
	"ml": {"volume", false, 1}, "cl": {"volume", false, 10}, "l": {"volume", false, 1000},
	"pint": {"volume", true, 473.176473}, "quart": {"volume", true, 946.352946}, "gallon": {"volume", true, 3785.411784},
	"watt": {"power", false, 1}, "kw": {"power", false, 1000},
	"hz": {"frequency", false, 1}, "khz": {"frequency", false, 1e3}, "mhz": {"frequency", false, 1e6}, "ghz": {"frequency", false, 1e9},
	"mb": {"memory", false, 1}, "gb": {"memory", false, 1e3}, "tb": {"memory", false, 1e6},
}

// MeasureOf returns what a unit measures, by the name that is its term. Units
// that nothing is converted to, such as volt, have no measure.
func MeasureOf(unit string) (Measure, bool) {
	m, ok := measures[unit]
	return m, ok
}

// Convertible returns the other units of a unit's dimension, in the order of the
// table of units.
func Convertible(unit string) []string {
	m, ok := measures[unit]
	if !ok {
		return nil
	}
	var others []string
	for line := range strings.Lines(unitTable) {
		name, _, _ := strings.Cut(strings.TrimSpace(line), " ")
		if other, ok := measures[name]; ok && other.Dimension == m.Dimension && name != unit {
			others = append(others, name)
		}
	}
	return others
}
