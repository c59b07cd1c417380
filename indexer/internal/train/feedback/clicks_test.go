package feedback_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vitrine-search/vitrine/indexer/internal/train/feedback"
)

func read(log string) ([]feedback.Click, error) {
	return feedback.ReadClicks(strings.NewReader(log), "log.tsv")
}

func TestClicksAreReadInBothForms(t *testing.T) {
	want := []feedback.Click{
		{Query: "desk lamp", Product: "lamp-3", Position: 1, Clicked: true},
		{Query: "台灯", Product: "lamp 4", Position: 12},
	}
	for _, log := range []string{
		"{\"query\":\"desk lamp\",\"product\":\"lamp-3\",\"position\":1,\"clicked\":true}\n{\"clicked\":false,\"query\":\"台灯\",\"product\":\"lamp 4\",\"position\":12}",
		"desk lamp\tlamp-3\t1\t1\n台灯\tlamp 4\t12\t0\n",
		"\ufeffquery\tproduct\tposition\tclicked\r\ndesk  lamp \tlamp-3\t1\ttrue\r\n\r\n台灯\t lamp 4\t12\tfalse\r\n",
	} {
		clicks, err := read(log)
		require.NoError(t, err)
		assert.Equal(t, want, clicks)
	}
}

func TestWhatIsNoClickIsNamed(t *testing.T) {
	for line, reason := range map[string]string{
		"desk lamp":                            "has 1 columns where four are expected",
		"desk lamp\tlamp-3\t1\t1\t1":           "has 5 columns",
		"desk lamp\tlamp-3\tfirst\t1":          `position "first" is no whole number`,
		"desk lamp\tlamp-3\t0\t1":              "position 0 is not from 1 to 1000",
		"desk lamp\tlamp-3\t1001\t1":           "position 1001 is not",
		"desk lamp\tlamp-3\t1\tmaybe":          `clicked is "maybe", neither 1 nor 0`,
		" \tlamp-3\t1\t1":                      "the query is empty",
		"desk lamp\t\t1\t1":                    "the product is empty",
		"desk\xff\tlamp-3\t1\t1":               "is not UTF-8",
		"{":                                    "unexpected EOF",
		`{"query":"desk lamp"}`:                "is missing",
		`{"query":"a","produkt":"b"}`:          `unknown field "produkt"`,
		`{"query":1}`:                          "cannot unmarshal",
		`[1]`:                                  "has 1 columns",
		strings.Repeat("a", 600) + "\tp\t1\t1": "the query has 600 bytes",
		`{"query":"a","product":"b","position":1,"clicked":true} {"query":"a"}`: "more than one object",
	} {
		_, err := read("lamp\tp\t1\t0\n" + line + "\n")
		require.ErrorContains(t, err, "log.tsv:2: ", line)
		require.ErrorContains(t, err, reason, line)
		require.ErrorContains(t, err, "(hint: a line is", line)
	}
}

func TestLogsThatEndEarly(t *testing.T) {
	for _, log := range []string{"", "\n \n", "query\tproduct\tposition\tclicked\n"} {
		_, err := read(log)
		require.ErrorContains(t, err, "log.tsv: holds no clicks")
	}
	_, err := read(strings.Repeat("a", 2<<20))
	require.ErrorContains(t, err, "log.tsv:1: ")
}

func FuzzReadClicks(f *testing.F) {
	f.Add("desk lamp\tlamp-3\t1\t1\n")
	f.Add(`{"query":"a","product":"b","position":1,"clicked":true}`)
	f.Fuzz(func(t *testing.T, log string) {
		clicks, err := read(log)
		if err != nil {
			assert.Empty(t, clicks)
			return
		}
		for _, q := range feedback.FromClicks(clicks) {
			for _, gain := range q.Gains {
				assert.Positive(t, gain)
			}
		}
	})
}
