package text

import "strings"

// units maps the spellings of a unit after a number to its one name, which is
// the term. The name is a spelling too, and is never stemmed, so that "watt" and
// "60 W" meet.
var units = map[string]string{}

// canonicalUnits has the names, with the folded spellings of each.
var canonicalUnits = map[string][]string{
	"inch": {"in", "inch", "inches", "zoll", "pouce", "pouces", "pulgada", "pulgadas"},
	"foot": {"ft", "foot", "feet"},
	"yard": {"yd", "yds", "yard", "yards"},
	"mm":   {"mm", "millimeter", "millimeters", "millimetre", "millimetres"},
	"cm":   {"cm", "cms", "centimeter", "centimeters", "centimetre", "centimetres"},
	"m":    {"m", "meter", "meters", "metre", "metres", "mtr", "mtrs"},
	"km":   {"km", "kilometer", "kilometers", "kilometre", "kilometres"},

	"lb":    {"lb", "lbs", "pound", "pounds"},
	"oz":    {"oz", "ounce", "ounces"},
	"carat": {"carat", "carats"},
	"kg":    {"kg", "kgs", "kilo", "kilos", "kilogram", "kilograms", "kilogramm", "kilogramme", "kilogrammes"},
	"g":     {"g", "gr", "gm", "gms", "gram", "grams", "gramm", "gramme", "grammes"},
	"mg":    {"mg", "milligram", "milligrams"},

	"gallon": {"gal", "gals", "gallon", "gallons"},
	"quart":  {"qt", "qts", "quart", "quarts"},
	"pint":   {"pt", "pint", "pints"},
	"l":      {"l", "lt", "ltr", "ltrs", "liter", "liters", "litre", "litres", "litro", "litros"},
	"ml":     {"ml", "milliliter", "milliliters", "millilitre", "millilitres"},
	"cl":     {"cl", "centiliter", "centilitre"},

	"watt": {"w", "watt", "watts"},
	"kw":   {"kw", "kilowatt", "kilowatts"},
	"volt": {"v", "volt", "volts"},
	"amp":  {"a", "amp", "amps", "ampere", "amperes"},
	"mah":  {"mah"},
	"kwh":  {"kwh"},
	"hz":   {"hz", "hertz"},
	"khz":  {"khz"},
	"mhz":  {"mhz"},
	"ghz":  {"ghz"},
	"db":   {"db", "dba", "decibel", "decibels"},
	"hp":   {"hp", "horsepower"},
	"btu":  {"btu", "btus"},
	"psi":  {"psi"},
	"rpm":  {"rpm"},
	"lm":   {"lm", "lumen", "lumens"},

	"kb": {"kb", "kilobyte", "kilobytes"},
	"mb": {"mb", "megabyte", "megabytes"},
	"gb": {"gb", "gig", "gigs", "gigabyte", "gigabytes"},
	"tb": {"tb", "terabyte", "terabytes"},
	"mp": {"mp", "megapixel", "megapixels"},

	"piece":   {"pc", "pcs", "piece", "pieces", "pce", "pces"},
	"pack":    {"pk", "pks", "pack", "packs"},
	"percent": {"percent"},
}

// sizes are the words that make a unit an area or a volume, in one spelling.
var sizes = map[string]string{
	"sq": "square", "square": "square", "cu": "cubic", "cubic": "cubic", "fl": "fluid", "fluid": "fluid",
}

func init() {
	for name, spellings := range canonicalUnits {
		for _, s := range spellings {
			units[s] = name
		}
		units[name] = name
	}
}

// unitAfter returns the unit that a word means after a number. A lone "a" is one
// only where it touches the number: "5a", but not "5 a day".
func unitAfter(word string, touching bool) (string, bool) {
	if word == "a" && !touching {
		return "", false
	}
	unit, ok := units[word]
	return unit, ok
}

// isUnitPrefix reports whether a longer unit begins with the letters.
func isUnitPrefix(letters string) bool {
	for spelling := range units {
		if len(spelling) > len(letters) && strings.HasPrefix(spelling, letters) {
			return true
		}
	}
	return false
}
