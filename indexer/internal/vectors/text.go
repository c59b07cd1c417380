package vectors

import (
	"bufio"
	"errors"
	"io"
	"math"
	"strconv"
	"strings"
)

// mostLine is above every line of a table: a word and mostDims numbers.
const mostLine = 1 << 20

// readText reads a word and its numbers from each line, divided by blanks. The
// first line may say how many words of how many numbers follow (fastText and
// word2vec do, GloVe does not). Words may have blanks in them, as some of
// GloVe's do: the numbers are counted from the end. It reads up to most numbers.
func readText(r *bufio.Reader, most int) (*Vectors, error) {
	t := collector{most: most}
	promised := -1
	for n := 1; ; n++ {
		line, err := readLine(r)
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, atLine(n, err)
		}
		if line == "" {
			continue
		}
		if t.dims == 0 { // the first line
			if words, dims, ok := header(line); ok {
				if err := t.begin(dims); err != nil {
					return nil, atLine(n, err)
				}
				promised = words
				continue
			}
			if err := t.begin(len(strings.FieldsFunc(line, isBlank)) - 1); err != nil {
				return nil, atLine(n, err)
			}
		}
		if t.full() {
			return t.vectors(), nil
		}
		if err := t.addLine(line); err != nil {
			return nil, atLine(n, err)
		}
	}
	if t.read == 0 {
		return nil, broken("", hintAgain, "it has no words")
	}
	if promised > t.read {
		return nil, broken("", hintAgain, "the file is cut off: its first line promises %d words and %d follow", promised, t.read)
	}
	return t.vectors(), nil
}

// readLine returns the next line without its end, or io.EOF.
func readLine(r *bufio.Reader) (string, error) {
	var line []byte
	for {
		piece, err := r.ReadSlice('\n')
		line = append(line, piece...)
		switch {
		case len(line) > mostLine:
			return "", broken("", "the file must be text in the format of GloVe or fastText", "the line has more than %d bytes", mostLine)
		case errors.Is(err, bufio.ErrBufferFull):
			continue
		case err != nil && (!errors.Is(err, io.EOF) || len(line) == 0):
			return "", err
		}
		return strings.TrimRight(string(line), " \t\r\n"), nil
	}
}

// isBlank tells what divides the columns. Other white space, such as the
// no-break space, is part of words.
func isBlank(r rune) bool { return r == ' ' || r == '\t' }

// header reads "words dims".
func header(line string) (words, dims int, ok bool) {
	first, second, _ := strings.Cut(line, " ")
	words, err := strconv.Atoi(first)
	if err != nil || words < 0 {
		return 0, 0, false
	}
	dims, err = strconv.Atoi(second)
	return words, dims, err == nil
}

// addLine reads "word number number ...".
func (t *collector) addLine(line string) error {
	rest, from := line, len(t.rows)
	t.rows = append(t.rows, make([]float32, t.dims)...)
	for k := t.dims - 1; k >= 0; k-- {
		at := strings.LastIndexAny(rest, " \t")
		if at < 0 {
			return broken("", hintAgain, "%d numbers follow the word, not %d", t.dims-1-k, t.dims)
		}
		x, err := strconv.ParseFloat(rest[at+1:], 32)
		if err != nil || math.IsNaN(x) || math.IsInf(x, 0) {
			return broken("", hintAgain, "column %q is no number", shorten(rest[at+1:]))
		}
		t.rows[from+k] = float32(x)
		rest = strings.TrimRight(rest[:at], " \t")
	}
	if !t.keep(strings.Clone(rest)) {
		t.rows = t.rows[:from]
	}
	return nil
}

// shorten keeps a message readable that quotes the file.
func shorten(s string) string {
	const most = 40
	if len(s) > most {
		return s[:most] + "..."
	}
	return s
}
