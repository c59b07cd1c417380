package feed

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestPriceIsReadAsPeopleWriteIt(t *testing.T) {
	for text, want := range map[string]struct {
		price float64
		code  string
	}{
		"19.99":        {19.99, ""},
		"19.99 USD":    {19.99, "USD"},
		"USD 19.99":    {19.99, "USD"},
		"€ 1.299,00":   {1299, "EUR"},
		"1.299,00 €":   {1299, "EUR"},
		"1,299.00":     {1299, ""},
		"$1,299":       {1299, ""},
		"1.299":        {1299, ""},
		"0.500":        {0.5, ""},
		"1234.567":     {1234.567, ""},
		"1.299.000":    {1299000, ""},
		"12,34,567.50": {1234567.5, ""},
		"1 299,50 kr":  {1299.5, ""},
		"1 299 zł":     {1299, "PLN"},
		"1’299.00":     {1299, ""},
		"CHF 1'299.-":  {1299, "CHF"},
		"CHF 20.-":     {20, "CHF"},
		"20,– €":       {20, "EUR"},
		"Fr. 12.50":    {12.5, "CHF"},
		"US$ 5":        {5, "USD"},
		"¥1,280":       {1280, ""},
		"￥１２８．５０":      {128.5, ""},
		"128元":         {128, "CNY"},
		".99":          {0.99, ""},
		"12,5":         {12.5, ""},
		"0":            {0, ""},
		"-0":           {0, ""},
		"15.00 EUR ":   {15, "EUR"},
		"Rs. 1,50,000": {150000, ""},
		"12.0000":      {12, ""},
		"1 299 999,99": {1299999.99, ""},
	} {
		price, code, err := parsePrice(text, 0)
		if assert.NoError(t, err, text) {
			assert.InDelta(t, want.price, price, 1e-9, text)
			assert.Equal(t, want.code, code, text)
		}
	}
}

func TestAmbiguousPriceFollowsTheMark(t *testing.T) {
	for _, c := range []struct {
		text string
		mark decimalMark
		want float64
	}{
		{"1.299", '.', 1.299},
		{"1.299", ',', 1299},
		{"1,299", '.', 1299},
		{"1,299", ',', 1.299},
		{"1,29", '.', 1.29},
		{"1.29", ',', 1.29},
	} {
		price, _, err := parsePrice(c.text, c.mark)
		require.NoError(t, err)
		assert.InDelta(t, c.want, price, 1e-9, "%s with %q", c.text, c.mark)
	}
	assert.Equal(t, decimalMark(','), decimalEvidence("12,50 €"))
	assert.Equal(t, decimalMark('.'), decimalEvidence("1,299.00"))
	assert.Zero(t, decimalEvidence("1.299"))
	assert.Zero(t, decimalEvidence("1.299.000"))
}

func TestPriceThatIsNoNumber(t *testing.T) {
	for _, text := range []string{
		"abc", "call us", "N/A", "-", "10-20", "from 12.99", "12 pieces", "1.2.3",
		"1,2,3", "1.299,00,00", "12 34", "1'2.50", "NaN", "Infinity", "0x10", "1e5", "$", "€", "5 %",
	} {
		_, _, err := parsePrice(text, 0)
		require.ErrorIs(t, err, errNoNumber, text)
	}
	_, _, err := parsePrice("-5.00", 0)
	assert.ErrorContains(t, err, "below zero")
}

func FuzzPrice(f *testing.F) {
	for _, text := range []string{"€ 1.299,00", "CHF 20.-", "12,34,567.50", "1’299", "", "-", ".,", "1.2.3"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, mark := range []decimalMark{0, '.', ','} {
			price, _, err := parsePrice(text, mark)
			if err == nil && price < 0 {
				t.Errorf("%q is read as %v", text, price)
			}
		}
	})
}
