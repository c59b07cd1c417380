package feed

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestReportIsReadable(t *testing.T) {
	catalogue, err := readText(t, "id,title,price,cost\n1,A,5,2\n2,,6,3\n3,C,7\n", Options{AllowBad: true})
	require.NoError(t, err)
	var b bytes.Buffer
	require.NoError(t, catalogue.Report.WriteText(&b))
	path := catalogue.Report.Files[0].Path
	assert.Equal(t, strings.ReplaceAll(`FILE: csv, parted by ",", utf-8
  3 rows -> 2 products, 0 variants; 1 bad, 0 dropped
  fields:
    id     <- id
    title  <- title
    price  <- price
  not used: cost
  warning: 1 row has fewer cells than the header; the missing ones are taken as empty
  bad: FILE:3 [2]: no title (title)

2 products, 0 variants in 1 file
`, "FILE", path), b.String())

	text, err := json.Marshal(catalogue.Report)
	require.NoError(t, err)
	assert.Contains(t, string(text), `"bad":[{"file":"`+path+`","line":3,"id":"2","reason":"no title (title)"}]`)
}

func TestLongListsAreShortened(t *testing.T) {
	var rows strings.Builder
	rows.WriteString("id,title\n")
	for range 30 {
		rows.WriteString(",A\n")
	}
	catalogue, _ := readText(t, rows.String()+"1,B\n", Options{AllowBad: true})
	var b bytes.Buffer
	require.NoError(t, catalogue.Report.WriteText(&b))
	assert.Equal(t, 20, strings.Count(b.String(), "no id"))
	assert.Contains(t, b.String(), "bad: and 10 more")
	assert.Len(t, catalogue.Report.Files[0].Bad, 30)
}
