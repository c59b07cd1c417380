package query

import (
	"slices"
	"strings"

	"github.com/vitrine-search/vitrine/shared/text"
)

// meaning is what a comparator says about the number.
type meaning uint8

const (
	below meaning = iota
	above
	between
)

// comparator are words of one meaning, the longer ones first where one begins
// another. Han characters are written without spaces.
type comparator struct {
	means meaning
	words []string
}

// comparators stand before a number. All ends are included, because a filter's
// are, and because who says "under 50" takes what costs 50.
var comparators = []comparator{
	{between, []string{"between"}},
	{below, []string{
		"no more than", "not more than", "less than", "cheaper than", "lower than", "up to", "at most", "under", "below",
		"<=", "<", "≤", "不超过", "不超過", "不高于", "不高於", "低于", "低於", "少于", "少於", "小于", "小於", "不到", "最多",
	}},
	{above, []string{
		"no less than", "not less than", "more than", "at least", "over", "above",
		">=", ">", "≥", "不低于", "不低於", "不少于", "不少於", "高于", "高於", "超过", "超過", "大于", "大於", "至少",
	}},
}

// followers stand after a number; those in letters want a currency, since "2 or
// more" speaks of other things.
var followers = []comparator{
	{below, []string{"or less", "or under", "or below", "and under", "and below", "以下", "以内", "以內", "之内", "之內"}},
	{above, []string{"or more", "or over", "or above", "and up", "and over", "and above", "以上"}},
}

// joiners stand between the two numbers behind "between".
var joiners = []string{"and", "&", "to", "-", "~"}

// joining are the words that stand there, and what they begin with.
var joining = []string{"a", "an", "and", "t", "to"}

// prices are the words for what a bound is of, where it is said.
var prices = []string{"price", "prices", "priced", "cost", "costs", "costing", "budget", "价格", "价钱", "价位", "售价", "预算"}

// currencies are the signs and words of money. Pounds are not among them, which
// weigh more often than they cost.
var currencies = []string{
	"$", "€", "£", "¥", "usd", "eur", "gbp", "cny", "rmb", "dollar", "dollars", "bucks", "euro", "euros", "yuan",
	"元", "块", "塊", "圆", "圓", "円",
}

// enders are the words that may follow a number which nothing belongs to.
var enders = []string{"for", "with", "and", "or", "on", "by", "but", "that", "which"}

// stops are the signs that end what was said.
var stops = []string{",", ".", ";", "!", "?", ")", "，", "。", "、", "；", "！", "？", "）"}

// measured are the words whose numbers are no prices.
var measured = []string{
	"age", "aged", "ages", "adults", "babies", "baby", "boys", "child", "children", "girls", "kid", "kids", "man", "men",
	"people", "person", "toddlers", "woman", "women",
	"minute", "minutes", "hour", "hours", "day", "days", "week", "weeks", "month", "months", "year", "years",
	"degree", "degrees", "mile", "miles", "kilos", "bit", "page", "pages", "sheets", "seats", "count",
	"cubic", "cu", "square", "sq", "fluid", "fl",
	"size", "sizes", "waist", "height", "width", "length", "depth", "diameter", "weight", "weighing", "capacity",
	"grit", "spf", "nema", "gauge", "no", "number", "model", "part", "rated", "rating", "temperature",
	"岁", "码", "号", "度",
}

func isCurrency(word string) bool { return slices.Contains(currencies, word) }

func isEnder(word string) bool { return slices.Contains(enders, word) }

func isMeasured(word string) bool { return slices.Contains(measured, word) || text.IsUnit(word) }

func isHanUnit(word string) bool { return text.IsUnit(word) || slices.Contains(measured, word) }

// saysOne returns the token after the first of the words that the tokens from i
// on say.
func (r *reader) saysOne(i int, words []string) (next int, ok bool) {
	for _, w := range words {
		if w[0] < 'a' || w[0] > 'z' {
			next, ok = r.saysHan(i, w)
		} else {
			next, ok = r.saysWords(i, w)
		}
		if ok {
			return next, true
		}
	}
	return i, false
}

// saysWords is saysOne for words with spaces between them.
func (r *reader) saysWords(i int, words string) (next int, ok bool) {
	for more := true; more; i++ {
		var first string
		first, words, more = strings.Cut(words, " ")
		if i >= len(r.tokens) || r.tokens[i].taken || r.tokens[i].text != first {
			return i, false
		}
	}
	return i, true
}

// saysHan is saysOne for characters that are tokens of their own and stand next
// to each other.
func (r *reader) saysHan(i int, w string) (next int, ok bool) {
	for n, c := range w {
		if i >= len(r.tokens) || r.tokens[i].taken || r.tokens[i].text != string(c) || n > 0 && r.tokens[i].apart {
			return i, false
		}
		i++
	}
	return i, true
}
