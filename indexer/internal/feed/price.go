package feed

import (
	"errors"
	"math"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/currency"
	"golang.org/x/text/unicode/norm"
)

// decimalMark is the sign before the cents, or 0 if that is not known.
type decimalMark byte

var errNoNumber = errors.New("is no number")

// currencySigns are written for currencies beside the ISO codes and the signs
// that Unicode has for money. A dollar is not always the same one.
var currencySigns = map[string]string{
	"€": "EUR", "£": "GBP", "¥": "", "元": "CNY", "円": "JPY", "圆": "CNY", "원": "KRW", "$": "", "us$": "USD",
	"a$": "AUD", "c$": "CAD", "ca$": "CAD", "au$": "AUD", "nz$": "NZD", "hk$": "HKD", "nt$": "TWD", "r$": "BRL",
	"kr": "", "kr.": "", "zł": "PLN", "zl": "PLN", "kč": "CZK", "ft": "HUF", "lei": "RON", "fr": "CHF", "fr.": "CHF",
	"sfr.": "CHF", "rs": "", "rs.": "", "tl": "TRY", "euro": "EUR", "rmb": "CNY", "cn¥": "CNY",
}

// parsePrice reads a price as people write it: "€ 1.299,00", "19.99 USD",
// "1,299.00", "CHF 20.-", "1 299 kr". It returns the ISO code of the currency
// if the text names one.
//
// Of a point and a comma the last is the decimal mark; either of them twice
// groups thousands. Alone and once, it is the decimal mark unless exactly three
// digits follow it: then the text is ambiguous ("1.299"), and mark decides. If
// that is 0 the sign groups thousands, since shops write cents with two digits;
// only after a lone zero ("0.500") it is decimal.
func parsePrice(text string, mark decimalMark) (price float64, code string, err error) {
	before, number, after, ok := cutPrice(text)
	if !ok {
		return 0, "", errNoNumber
	}
	unsigned := strings.TrimSpace(strings.Trim(before, "+- "))
	for _, around := range []string{unsigned, after} {
		found, ok := currencyOf(around)
		if !ok {
			return 0, "", errNoNumber
		}
		if found != "" {
			code = found
		}
	}
	digits, ok := plainNumber(number, mark)
	if !ok {
		return 0, "", errNoNumber
	}
	price, err = strconv.ParseFloat(digits, 64)
	if err != nil || math.IsInf(price, 0) {
		return 0, "", errNoNumber
	}
	if price > 0 && strings.Contains(before, "-") {
		return 0, "", errors.New("is below zero")
	}
	return price, code, nil
}

// cutPrice parts a price into its number and what stands around that. A dash
// instead of cents ("20.-") is dropped.
func cutPrice(text string) (before, number, after string, ok bool) {
	text = strings.TrimSpace(strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case r == '\u2019':
			return '\''
		case r == '\u2013' || r == '\u2014' || r == '\u2212':
			return '-'
		}
		return r
	}, norm.NFKC.String(text)))
	first := strings.IndexAny(text, "0123456789")
	last := strings.LastIndexAny(text, "0123456789")
	if first < 0 {
		return "", "", "", false
	}
	if first == 1 && (text[0] == '.' || text[0] == ',') {
		first = 0 // ".99"
	}
	after = strings.TrimSpace(text[last+1:])
	if rest := strings.TrimLeft(strings.TrimLeft(after, ".,"), "-"); len(rest) < len(after) && !strings.HasPrefix(after, "..") {
		after = strings.TrimSpace(rest)
	}
	return strings.TrimSpace(text[:first]), text[first : last+1], after, true
}

// currencyOf reads what stands around a number: nothing, or one currency.
func currencyOf(text string) (code string, ok bool) {
	if text == "" {
		return "", true
	}
	if code, known := currencySigns[strings.ToLower(text)]; known {
		return code, true
	}
	if unit, err := currency.ParseISO(text); err == nil {
		return unit.String(), true
	}
	runes := []rune(text)
	return "", len(runes) == 1 && unicode.Is(unicode.Sc, runes[0])
}

// plainNumber takes the grouping out of a number and writes its decimal mark as
// a point.
func plainNumber(s string, mark decimalMark) (string, bool) {
	whole, cents := s, ""
	if at := strings.LastIndexAny(s, ".,"); at >= 0 && !isGrouping(s, at, mark) {
		whole, cents = s[:at], s[at+1:]
	}
	whole, ok := ungroup(whole)
	return whole + "." + cents, ok && isDigits(cents)
}

// ungroup joins groups of digits: of three, or of two but for the last, as in
// India. One sign parts them all.
func ungroup(s string) (string, bool) {
	sign := strings.IndexAny(s, "., '")
	if sign < 0 {
		return s, isDigits(s)
	}
	groups := strings.Split(s, s[sign:sign+1])
	for i, group := range groups {
		least := 2
		switch i {
		case 0:
			least = 1
		case len(groups) - 1:
			least = 3
		}
		if len(group) < least || len(group) > 3 || !isDigits(group) {
			return "", false
		}
	}
	return strings.Join(groups, ""), true
}

func isDigits(s string) bool {
	return strings.Trim(s, "0123456789") == ""
}

// isGrouping is true if the last point or comma of a number parts thousands.
func isGrouping(s string, at int, mark decimalMark) bool {
	sign := s[at]
	switch {
	case strings.Count(s, string(sign)) > 1:
		return true
	case strings.ContainsAny(s[:at], "., '"):
		return false // another sign groups, so this one is decimal
	case len(s)-at-1 != 3 || at == 0 || at > 3 || s[:at] == "0":
		return false
	}
	return mark == 0 || sign != byte(mark)
}

// decimalEvidence says which decimal mark a price betrays, or 0.
func decimalEvidence(text string) decimalMark {
	_, number, _, ok := cutPrice(text)
	if !ok {
		return 0
	}
	at := strings.LastIndexAny(number, ".,")
	if at < 0 || strings.Count(number, number[at:at+1]) > 1 {
		return 0
	}
	if strings.ContainsAny(number[:at], "., '") || len(number)-at-1 != 3 {
		return decimalMark(number[at])
	}
	return 0
}
