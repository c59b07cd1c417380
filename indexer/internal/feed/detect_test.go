package feed

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestShapeOfJSONIsFound(t *testing.T) {
	long := strings.Repeat("x", 2*headSize)
	for name, c := range map[string]struct {
		text   string
		format Format
		titles string
	}{
		"lines":                           {"{\"id\":1,\"title\":\"A\"}\n{\"id\":2,\"title\":\"B\"}\n", JSONLines, "A B"},
		"lines with variants":             {`{"id":1,"title":"A","images":[{"src":"a"}],"variants":[{"id":"x"}]}`, JSONLines, "A"},
		"lists before the title":          {`{"id":1,"images":[{"src":"a"}],"title":"A"}`, JSONLines, "A"},
		"a first line beyond the head":    {`{"id":1,"title":"A","description":"` + long + `"}`, JSONLines, "A"},
		"a document beyond the head":      {`{"products":[{"id":1,"title":"A","description":"` + long + `"}]}`, JSONObject, "A"},
		"a document with the shop's name": {`{"name":"Shop","products":[{"id":1,"title":"A"}]}`, JSONObject, "A"},
		"a list deep inside":              {`{"data":{"page":{"results":[{"id":1,"title":"A"}]}}}`, JSONObject, "A"},
		"the only list":                   {`{"n":1,"lamps":[{"id":1,"title":"A"}]}`, JSONObject, "A"},
		"the list named like products":    {`{"brands":[{"id":9}],"Items":[{"id":1,"title":"A"}]}`, JSONObject, "A"},
		"objects over several lines":      {"{\n  \"id\": 1,\n  \"title\": \"A\",\n  \"variants\": [{\"id\": 3}]\n}\n{\n  \"id\": 2,\n  \"title\": \"B\"\n}\n", JSONObjects, "A B"},
		"array":                           {`[{"id":1,"title":"A"},{"id":2,"title":"B"}]`, JSONArray, "A B"},
	} {
		t.Run(name, func(t *testing.T) {
			catalogue, err := readText(t, c.text, Options{})
			require.NoError(t, err)
			var titles []string
			for _, p := range catalogue.Products {
				titles = append(titles, p.Title)
			}
			assert.Equal(t, c.titles, strings.Join(titles, " "))
			assert.Equal(t, c.format, catalogue.Report.Files[0].Format)
		})
	}
}

func TestLinesOfJSONAreCounted(t *testing.T) {
	catalogue, err := readText(t, "[\n\n  {\"id\": 1, \"title\": \"A\"},\n  {\"id\": 2},\n  7, {\n\"id\": 3}\n]", Options{AllowBad: true})
	require.NoError(t, err)
	assert.Equal(t, map[int]string{4: "no title (title)", 5: "no title (title)"}, reasons(catalogue.Report.Files[0]))
	assert.Len(t, catalogue.Report.Files[0].Bad, 3)
}
