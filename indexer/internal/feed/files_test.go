package feed

import (
	"bytes"
	"compress/gzip"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"

	"github.com/vitrine-search/vitrine/indexer/internal/fault"
)

func pack(t *testing.T, text []byte) []byte {
	t.Helper()
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	_, err := w.Write(text)
	require.NoError(t, err)
	require.NoError(t, w.Close())
	return b.Bytes()
}

func sampleBytes(t *testing.T, name string) []byte {
	t.Helper()
	b, err := os.ReadFile(filepath.Join(feeds, name))
	require.NoError(t, err)
	return b
}

func TestGzipOfAnyFormatIsFoundByItsContent(t *testing.T) {
	for _, c := range formats {
		catalogue, err := readText(t, string(pack(t, sampleBytes(t, c.file))), Options{})
		require.NoError(t, err, c.file)
		assert.Equal(t, strings.TrimSpace(c.products), strings.TrimSpace(showAll(catalogue.Products)), c.file)
		assert.Equal(t, "gzip", catalogue.Report.Files[0].Compression)
	}
}

func TestFileThatCannotBeTrusted(t *testing.T) {
	jsonl := sampleBytes(t, "products.jsonl")
	for name, c := range map[string]struct {
		content string
		want    string
	}{
		"empty":                {"", "the file is empty"},
		"blank":                {" \n\t\n", "empty but for blanks"},
		"empty gzip":           {string(pack(t, nil)), "the file is empty"},
		"nothing but a mark":   {"\xef\xbb\xbf\n", "empty but for blanks"},
		"binary":               {"\x00\x01\x02\x03abc\x00", "binary, not text"},
		"control characters":   {strings.Repeat("a\x01", 100), "binary, not text"},
		"workbook":             {"PK\x03\x04rest", "Excel workbook"},
		"picture":              {"\x89PNG\r\n\x1a\n", "a picture"},
		"packed twice":         {string(pack(t, pack(t, jsonl))), "packed twice"},
		"cut gzip":             {string(pack(t, jsonl)[:200]), "the gzip file is cut off"},
		"gzip header alone":    {"\x1f\x8b\x08", "the gzip file is cut off"},
		"damaged gzip":         {flip(pack(t, jsonl), 60), "gzip file"},
		"cut JSON line":        {string(jsonl[:len(jsonl)-20]), "cut off in its last line"},
		"cut JSON array":       {`[{"id":1,"title":"A"},{"id":2,`, "the JSON is cut off"},
		"array never closed":   {`[{"id":1,"title":"A"}`, "the JSON is cut off"},
		"cut JSON document":    {`{"products":[{"id":1,"title":"A"},` + "\n", "the JSON is cut off"},
		"cut XML":              {string(sampleBytes(t, "google.xml")[:900]), "the XML is cut off"},
		"XML never closed":     {"<rss><channel><item><id>1</id><title>A</title></item>", "the XML is cut off"},
		"cut CSV row":          {"id,title,price\na,A,1\nb,B", "cut off in its last row"},
		"cut CSV cell":         {"id,title,price\na,A,1\nb,\"B and", "cut off in a quoted cell"},
		"broken JSON":          {"[\n{\"id\":1,\"title\":\"A\"},\n{id:2}]", "broken JSON after this line"},
		"broken XML":           {"<rss>\n<channel><item><id>1</item></channel></rss>", "broken XML"},
		"XML not UTF-8":        {"<rss>\n<channel><item><title>caf\xe9</title></item></channel></rss>", "the XML is not UTF-8"},
		"unknown XML encoding": {`<?xml version="1.0" encoding="x-none"?><rss></rss>`, `names an encoding that is not known: "x-none"`},
		"other XML":            {"<catalog><product/></catalog>", "its root is <catalog>"},
		"web page":             {"<!DOCTYPE html><html><body>Log in</body></html>", "the file is a web page"},
		"empty array":          {"[]", "there is no product in it"},
		"header alone":         {"id,title\n", "there is no product in it"},
		"feed without items":   {"<rss><channel></channel></rss>", "there is no product in it"},
		"no list":              {"{\n\"a\": {\"b\": 1}\n}", "no column for the id among: a"},
		"document of nothing":  {"{\n\"products\": []\n}", "no column for the id among: products"},
		"cut objects":          {"{\n\"id\": 1,\n\"title\": \"A\"\n}\n{\n\"id\": 2", "the JSON is cut off"},
		"two lists":            {"{\n\"a\": [{\"x\":1}], \"b\": [{\"y\":1}]\n}", "several lists: a, b"},
		"two arrays":           {`[{"id":1,"title":"A"}] [{"id":2,"title":"B"}]`, "more after the end of the list"},
		"prose":                {"Dear reader,\nthis is a letter.\nYours\n", "no column for the id among"},
		"no title column":      {"id,colour\n1,red\n", "no column for the title among: id, colour"},
		"JSON without titles":  {`{"id":1,"colour":"red"}`, "no column for the title among: colour, id"},
		"broken header":        {"id,\"ti\"tle\n1,2\n", "the header cannot be read: broken quoting"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := readText(t, c.content, Options{})
			require.Error(t, err)
			assert.Contains(t, err.Error(), c.want)
			assert.Contains(t, err.Error(), "(hint: ")
			var known *fault.Error
			require.ErrorAs(t, err, &known)
			assert.Equal(t, "export", filepath.Base(known.File))
			assert.Regexp(t, `^[a-z]`, known.Detail)
		})
	}
}

// flip changes one byte.
func flip(b []byte, at int) string {
	b[at] ^= 0xff
	return string(b)
}

func TestFileThatCannotBeOpened(t *testing.T) {
	for path, want := range map[string]string{
		filepath.Join(t.TempDir(), "none.csv"): "no such file (hint: ",
		t.TempDir():                            "is a folder (hint: ",
	} {
		_, err := Read(context.Background(), []string{path}, Options{})
		require.ErrorContains(t, err, want)
	}
	_, err := Read(context.Background(), nil, Options{})
	require.ErrorContains(t, err, "no file to read (hint: ")
}

func TestCutFileIsReadWhereBadRowsAreAllowed(t *testing.T) {
	for _, content := range []string{
		"{\"id\":1,\"title\":\"A\"}\n{\"id\":2,\"ti", "id,title\na,A\nb", "id,title\na,A\nb,\"B and",
	} {
		catalogue, err := readText(t, content, Options{AllowBad: true})
		require.NoError(t, err, content)
		assert.Len(t, catalogue.Products, 1)
	}
}

func TestEncodingIsFound(t *testing.T) {
	const text = "id,title,price\na,Café crème,\"1,50 €\"\nb,Müsli groß,2\nc,Señor Niño,3\n"
	encode := func(e *encoding.Encoder) string {
		s, err := e.String(text)
		require.NoError(t, err)
		return s
	}
	want, err := readText(t, text, Options{})
	require.NoError(t, err)
	for name, c := range map[string]struct {
		content, encoding, found string
	}{
		"utf-8 with a mark": {"\xef\xbb\xbf" + text, "", "utf-8"},
		"utf-16le":          {encode(unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder()), "", "utf-16le"},
		"utf-16be":          {encode(unicode.UTF16(unicode.BigEndian, unicode.UseBOM).NewEncoder()), "", "utf-16be"},
		"windows-1252":      {encode(charmap.Windows1252.NewEncoder()), "", "windows-1252"},
		"named":             {encode(charmap.Windows1252.NewEncoder()), "windows-1252", "windows-1252"},
		"latin-9 by name":   {encode(charmap.ISO8859_15.NewEncoder()), "iso-8859-15", "iso-8859-15"},
	} {
		catalogue, err := readText(t, c.content, Options{Mapping: Mapping{Encoding: c.encoding}})
		require.NoError(t, err, name)
		assert.Equal(t, want.Products, catalogue.Products, name)
		assert.Equal(t, c.found, catalogue.Report.Files[0].Encoding, name)
	}
}

func TestEncodingThatCannotBeKnownIsReportedAndCanBeNamed(t *testing.T) {
	text, err := simplifiedchinese.GB18030.NewEncoder().String("编号,标题\n1,沙发\n2,桌子\n")
	require.NoError(t, err)
	_, err = readText(t, text, Options{})
	require.ErrorContains(t, err, "the header is not UTF-8 (hint: ")

	catalogue, err := readText(t, text, Options{Mapping: Mapping{Encoding: "gb18030"}})
	require.NoError(t, err)
	assert.Equal(t, "沙发", catalogue.Products[0].Title)

	catalogue, err = readText(t, "id,title\n1,Sofa\n2,Caf\xe9\n3,B\xc3\xbcro\n", Options{AllowBad: true})
	require.NoError(t, err)
	assert.Contains(t, reasons(catalogue.Report.Files[0])[3], "wrong encoding")
	assert.Equal(t, "Büro", catalogue.Products[1].Title)
}

func TestOldMacintoshLinesAndExcelsDirective(t *testing.T) {
	catalogue, err := readText(t, "id,title\r1,Sofa\r2,Chair\r", Options{})
	require.NoError(t, err)
	assert.Len(t, catalogue.Products, 2)

	catalogue, err = readText(t, "sep=|\nid|title\n1|Sofa, large; grey\n", Options{})
	require.NoError(t, err)
	assert.Equal(t, "Sofa, large; grey", catalogue.Products[0].Title)
	assert.Equal(t, "|", catalogue.Report.Files[0].Delimiter)
}

func TestLineWithoutEndIsRefused(t *testing.T) {
	_, err := readText(t, "id,title\n1,"+strings.Repeat("x", maxLine)+"\n", Options{})
	require.ErrorContains(t, err, "export:2: the line is longer than 16 MB (hint: ")
}

func TestCancelledReadingStops(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	_, err := Read(ctx, []string{filepath.Join(feeds, "google.xml")}, Options{})
	require.ErrorIs(t, err, context.Canceled)
}

func TestProgressEndsWithTheWholeFile(t *testing.T) {
	var last Progress
	path := filepath.Join(feeds, "google.tsv")
	_, err := Read(context.Background(), []string{path}, Options{Progress: func(p Progress) { last = p }})
	require.NoError(t, err)
	assert.Equal(t, path, last.File)
	assert.Equal(t, 3, last.Rows)
	assert.Equal(t, last.Size, last.Bytes)
}
