package feed

import (
	"context"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// reasons are the bad rows of a report by line.
func reasons(report FileReport) map[int]string {
	lines := map[int]string{}
	for _, row := range report.Bad {
		lines[row.Line] = row.Reason
	}
	return lines
}

func TestEachBadRowIsReportedAndSkipped(t *testing.T) {
	for file, want := range map[string]struct {
		kept string
		bad  map[int]string
	}{
		"bad-rows.csv": {"a1 a6 a10 a12", map[int]string{
			3:  "no id (id)",
			4:  "no title (title)",
			5:  `the price "call us" is no number`,
			6:  "broken quoting",
			8:  "duplicated id: it is first in FILE:2",
			9:  "the row has 5 cells, the header 4: is there a cell with an unquoted ','?",
			10: "broken quoting: a quote is never closed",
			12: `the price "-4" is below zero`,
		}},
		"bad-rows.jsonl": {"b1 b8", map[int]string{
			2: "broken JSON: the line ends inside an object or a text",
			3: "the row is no JSON object",
			4: "no title (title)",
			5: "no id (id)",
			6: `the price "ten" is no number`,
			7: "duplicated id: it is first in FILE:1",
			8: "broken JSON: there is more after the object",
			9: "wrong encoding: the row is not UTF-8",
		}},
	} {
		path := filepath.Join(feeds, file)
		catalogue, err := Read(context.Background(), []string{path}, Options{AllowBad: true})
		require.NoError(t, err)
		got := reasons(catalogue.Report.Files[0])
		for line, reason := range want.bad {
			assert.Equal(t, strings.ReplaceAll(reason, "FILE", path), got[line], "%s:%d", file, line)
		}
		assert.Len(t, got, len(want.bad))
		var kept []string
		for _, p := range catalogue.Products {
			kept = append(kept, p.ID)
		}
		assert.Equal(t, want.kept, strings.Join(kept, " "))

		refused, err := Read(context.Background(), []string{path}, Options{})
		require.Error(t, err)
		assert.Contains(t, err.Error(), "8 of 1")
		assert.Contains(t, err.Error(), "(hint: ")
		assert.Equal(t, catalogue.Report, refused.Report, "the report comes with the error")
	}
}

// manyRows is a table of so many good rows, of which some are replaced.
func manyRows(n int, replaced map[int]string) string {
	var b strings.Builder
	b.WriteString("id,title,price\n")
	for i := range n {
		if row, ok := replaced[i]; ok {
			b.WriteString(row + "\n")
			continue
		}
		b.WriteString("p" + strings.Repeat("x", i) + ",Chair,10\n")
	}
	return b.String()
}

func TestFiveInAHundredBadRowsAreAccepted(t *testing.T) {
	bad := map[int]string{3: ",A,1", 5: ",B,1", 7: ",C,1", 9: ",D,1", 11: ",E,1"}
	catalogue, err := readText(t, manyRows(100, bad), Options{})
	require.NoError(t, err)
	assert.Len(t, catalogue.Products, 95)

	bad[13] = ",F,1"
	_, err = readText(t, manyRows(100, bad), Options{})
	require.ErrorContains(t, err, "too many bad rows, 6 of 100 (up to 5 % are skipped); the first: no id")
}

func TestIDsAreUniqueOverAllFiles(t *testing.T) {
	files := []string{filepath.Join(feeds, "document.json"), filepath.Join(feeds, "document.json")}
	catalogue, err := Read(context.Background(), files, Options{AllowBad: true})
	require.NoError(t, err)
	assert.Len(t, catalogue.Products, 2)
	assert.Len(t, catalogue.Report.Files[1].Bad, 2)
}

func TestAQuoteThatIsNeverClosedCostsOneRow(t *testing.T) {
	for name, broken := range map[string]string{
		"to the end":             `b,"Sofa,1`,
		"to a later quoted cell": "b,\"Sofa,1\nc,Chair,2\nd,\"Stool, low\",3",
		"to an empty cell":       "b,\"Sofa,1\nc,Chair,2\nd,\"\",3",
	} {
		catalogue, err := readText(t, "id,title,price\na,Lamp,1\n"+broken+"\ne,Bed,4\n", Options{AllowBad: true})
		require.NoError(t, err, name)
		assert.Contains(t, reasons(catalogue.Report.Files[0])[3], "broken quoting", name)
		last := catalogue.Products[len(catalogue.Products)-1]
		assert.Equal(t, "e", last.ID, name)
		if strings.Contains(broken, "Chair") {
			assert.Equal(t, "c", catalogue.Products[1].ID, name)
		}
	}
}

func TestABrokenRowOfSeveralLinesIsReportedOnce(t *testing.T) {
	catalogue, err := readText(t, "id,title,price\na,\"Lamp\nof \"brass\"\nand glass\",1\nb,Bed,4\n", Options{AllowBad: true})
	require.NoError(t, err)
	assert.Equal(t, map[int]string{2: "broken quoting (lines 2 to 4 are skipped)"}, reasons(catalogue.Report.Files[0]))
	assert.Equal(t, "b", catalogue.Products[0].ID)
}

func TestVariantRowsAreBadOnTheirOwn(t *testing.T) {
	const rows = `Handle,Title,Option1 Name,Option1 Value,Variant SKU,Variant Price
cap,Cap,Size,S,C-S,10
cap,,,M,C-M,ten
cap,,,S,C-S2,10
,,,L,,5
mug,,Size,S,M-S,4
hat,Hat,Size,S,H-S,soon
`
	catalogue, err := readText(t, rows, Options{AllowBad: true})
	require.NoError(t, err)
	require.Len(t, catalogue.Products, 1)
	assert.Len(t, catalogue.Products[0].Variants, 1)
	got := reasons(catalogue.Report.Files[0])
	assert.Len(t, got, 5)
	assert.Equal(t, `the price "ten" is no number`, got[3])
	assert.Contains(t, got[4], "the same handle and options")
	assert.Equal(t, "no id: neither a handle nor a SKU", got[5])
	assert.Equal(t, "no title in any row of its handle", got[6])
	assert.Equal(t, `the price "soon" is no number`, got[7])
}

func TestWooCommerceVariationWithoutParent(t *testing.T) {
	const rows = `ID,Type,SKU,Name,Published,Regular price,Parent,Attribute 1 name,Attribute 1 value(s)
1,simple,A,Cup,1,5,,,
2,variation,B,Cup - red,1,5,id:9,Color,Red
1,simple,C,Twin,1,5,,,
`
	catalogue, err := readText(t, rows, Options{AllowBad: true})
	require.NoError(t, err)
	got := reasons(catalogue.Report.Files[0])
	assert.Equal(t, `its parent "id:9" is not in the file`, got[3])
	assert.Contains(t, got[4], "duplicated id")
}
