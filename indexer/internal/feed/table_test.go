package feed

import (
	"encoding/csv"
	"errors"
	"io"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// readCells reads a text with the table reader, header and all.
func readCells(text string, delimiter byte) ([][]string, error) {
	t := &tableReader{lines: newLines(strings.NewReader(text)), delimiter: delimiter}
	var rows [][]string
	for {
		cells, used, err := t.read()
		if errors.Is(err, io.EOF) {
			return rows, nil
		}
		if err != nil {
			return nil, err
		}
		rows = append(rows, cells)
		t.drop(used)
	}
}

func TestDelimiterIsFound(t *testing.T) {
	for text, want := range map[string]byte{
		"id,title,price\n1,A,2\n":                 ',',
		"id;title;price\n1;A, B;2,50\n":           ';',
		"id\ttitle\tprice\n1\tA, B; C\t2\n":       '\t',
		"id|title|price\n1|A, B; C|2\n":           '|',
		"id;title;note\n1;A;\"x, y, z\"\n":        ';',
		"a,b\n\"1;2;3\",x\n":                      ',',
		"one column\nvalue\n":                     ',',
		"id;title;1,5;2,5;3,5\n1;A;1,5;2,5;3,5\n": ';',
	} {
		assert.Equal(t, string(want), string(sniffDelimiter([]byte(text))), text)
	}
}

func TestQuotesAreReadAsRFC4180HasThem(t *testing.T) {
	rows, err := readCells("a,\"b \"\"c\"\", d\",e\r\n\"x\ny\",\"\",17\" pipe\r\n", ',')
	require.NoError(t, err)
	assert.Equal(t, [][]string{{"a", `b "c", d`, "e"}, {"x\ny", "", `17" pipe`}}, rows)
}

func TestTabsPartCellsThatBeginWithAQuote(t *testing.T) {
	catalogue, err := readText(t, "id\ttitle\n1\t\"Best\" chair\n2\t\"Quoted\tcell\"\n", Options{})
	require.NoError(t, err)
	assert.Equal(t, `"Best" chair`, catalogue.Products[0].Title)
	assert.Equal(t, "Quoted cell", catalogue.Products[1].Title)
}

// FuzzTable holds the reader to encoding/csv on all that the latter accepts.
func FuzzTable(f *testing.F) {
	for _, seed := range []string{"a,b\n1,2\n", "\"a\nb\",c\n", "\"a\"\"b\"", "a\"b,c", "\"a", "\"a\"b,c\n1,2", "\r\n\r\n", "a,\n,b"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		got, err := readCells(text, ',')
		oracle := csv.NewReader(strings.NewReader(text))
		oracle.FieldsPerRecord = -1
		want, oracleErr := oracle.ReadAll()
		switch {
		case oracleErr != nil, strings.Contains(text, "\r"), hasBlankLine(text):
			return // lone carriage returns and lines of blanks are read otherwise, on purpose
		case err != nil:
			t.Errorf("%q: %s", text, err)
		case !assert.ObjectsAreEqual(want, got):
			t.Errorf("%q is %q, not %q", text, got, want)
		}
	})
}

func hasBlankLine(text string) bool {
	for line := range strings.SplitSeq(text, "\n") {
		if line != "" && strings.TrimSpace(line) == "" {
			return true
		}
	}
	return false
}
