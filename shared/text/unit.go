package text

import "strings"

// unitTable has a unit a line: its one name, which is its term, and the other
// spellings of it after a number. The name is a spelling too, and is never
// stemmed, so that "watt" and "60 W" meet. 寸 is the inch of screens, cakes and
// suitcases, 匹 the horsepower of air conditioners; 斤, half a kilogram, has no other
// name.
const unitTable = `
inch in inches zoll pouce pouces pulgada pulgadas 寸 英寸 吋
foot ft feet 英尺 呎
yard yd yds yards
mm millimeter millimeters millimetre millimetres 毫米 公釐 公厘
cm cms centimeter centimeters centimetre centimetres 厘米 釐米 公分
m meter meters metre metres mtr mtrs 米 公尺
km kilometer kilometers kilometre kilometres 公里
lb lbs pound pounds 磅
oz ounce ounces 盎司
carat carats 克拉
kg kgs kilo kilos kilogram kilograms kilogramm kilogramme kilogrammes 公斤 千克
g gr gm gms gram grams gramm gramme grammes 克
mg milligram milligrams 毫克
斤
gallon gal gals gallons 加仑 加侖
quart qt qts quarts
pint pt pints
l lt ltr ltrs liter liters litre litres litro litros 升
ml milliliter milliliters millilitre millilitres 毫升
cl centiliter centilitre
watt w watts 瓦 瓦特
kw kilowatt kilowatts 千瓦
volt v volts 伏 伏特
amp a amps ampere amperes
mah 毫安 毫安时
kwh
hz hertz 赫兹
khz
mhz
ghz
db dba decibel decibels 分贝
hp horsepower 匹
btu btus
psi
rpm
lm lumen lumens 流明
kb kilobyte kilobytes
mb megabyte megabytes
gb gig gigs gigabyte gigabytes
tb terabyte terabytes
mp megapixel megapixels
piece pc pcs pieces pce pces
pack pk pks packs
percent
`

// longestHanUnit is the length in bytes of the longest unit in CJK characters.
const longestHanUnit = len("毫安时")

// units maps every spelling of a unit to its name.
var units = func() map[string]string {
	units := map[string]string{}
	for line := range strings.Lines(unitTable) {
		spellings := strings.Fields(line)
		for _, s := range spellings {
			units[s] = spellings[0]
		}
	}
	return units
}()

// sizeWord returns the one spelling of a word that makes a unit one of area or
// volume.
func sizeWord(word string) string {
	switch word {
	case "sq", "square":
		return "square"
	case "cu", "cubic":
		return "cubic"
	case "fl", "fluid":
		return "fluid"
	}
	return ""
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

// IsUnit reports whether a folded word is a spelling of a unit.
func IsUnit(word string) bool { return units[word] != "" }
