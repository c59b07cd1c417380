package feed

import (
	"errors"
	"io"
	"slices"
	"strings"
	"unicode/utf8"
)

// tableReader reads records of comma-, semicolon-, tab- or bar-separated values
// as RFC 4180 has them: quoted cells may hold delimiters and line ends, and two
// quotes stand for one.
//
// It is not encoding/csv, because that has no way back from a quote that was
// never closed: it takes all the rows up to the next quote for one cell. This
// reader gives up on the record alone, and goes on with the next line that reads
// as a record of the right width.
type tableReader struct {
	lines     *lines
	delimiter byte
	// pending are lines that were read ahead; first is the number of pending[0].
	pending []string
	first   int
	header  *header
	// allowCut takes a last record that was cut off for one bad row.
	allowCut bool
	// short counts records with fewer cells than the header.
	short int
}

var (
	errQuote   = errors.New("broken quoting")
	errUnended = errors.New("broken quoting: a quote is never closed")
	errWidth   = errors.New("broken quoting: the row goes over several lines and does not fit the header")
)

// openTable finds the delimiter and the header.
func (in *input) openTable(text io.Reader, options Options) (rowReader, error) {
	t := &tableReader{lines: newLines(text), allowCut: options.AllowBad}
	t.delimiter = sniffDelimiter(in.head)
	if err := t.skipDirective(); err != nil {
		return nil, err
	}
	names, used, err := t.read()
	line := t.first
	switch {
	case errors.Is(err, io.EOF):
		return nil, fatal(0, hintCutOff, "the file is empty but for blank lines")
	case errors.Is(err, errQuote), errors.Is(err, errUnended):
		return nil, fatal(t.first, "correct the quotes in the first line", "the header cannot be read: %s", err)
	case err != nil:
		return nil, err
	}
	for i, name := range names {
		if !utf8.ValidString(name) {
			return nil, fatal(line, "save the file as UTF-8, or name its encoding under feed.encoding",
				"the header is not UTF-8")
		}
		names[i] = strings.TrimSpace(name)
	}
	t.drop(used)
	t.header = newHeader(names)
	in.delimiter = t.delimiter
	in.format = tableFormat(names)
	return t, nil
}

// skipDirective drops the line "sep=;" that Excel writes and reads.
func (t *tableReader) skipDirective() error {
	line, ok, err := t.at(0)
	if err != nil || !ok {
		return err
	}
	if sep, found := strings.CutPrefix(strings.ToLower(line), "sep="); found && len(sep) == 1 {
		t.delimiter = sep[0]
		t.drop(1)
	}
	return nil
}

func (t *tableReader) next() (record, error) {
	cells, used, err := t.read()
	switch {
	case errors.Is(err, errQuote), errors.Is(err, errUnended):
		return record{}, t.resume(err, used)
	case err != nil:
		return record{}, err
	case used > 1 && len(cells) != len(t.header.names):
		// A quote that was not closed found its end in a later row.
		return record{}, t.resume(errWidth, used)
	}
	r := record{line: t.first, header: t.header, cells: cells}
	t.drop(used)
	for _, cell := range cells {
		if !utf8.ValidString(cell) {
			return r, bad(r.line, "", "wrong encoding: the row is not UTF-8; feed.encoding can name another one")
		}
	}
	return t.fit(r)
}

// fit gives a record the header's width. Missing cells are empty, as exports
// leave out empty ones at a row's end; surplus cells mean that a delimiter in
// some text shifted all the others.
func (t *tableReader) fit(r record) (record, error) {
	width := len(t.header.names)
	if len(r.cells) > width {
		for _, cell := range r.cells[width:] {
			if strings.TrimSpace(cell) != "" {
				return r, bad(r.line, "", "the row has %d cells, the header %d: is there a cell with an unquoted %q?",
					len(r.cells), width, t.delimiter)
			}
		}
		r.cells = r.cells[:width]
	}
	if len(r.cells) < width {
		if t.short == 0 && !t.allowCut && t.lines.cut() && len(t.pending) == 0 {
			return r, fatal(r.line, hintCutOff, "the file is cut off in its last row, which has %d of %d cells",
				len(r.cells), width)
		}
		t.short++
		r.cells = append(r.cells, make([]string, width-len(r.cells))...)
	}
	return r, nil
}

// read skips blank lines and parses the next record, which begins in line
// t.first. It takes none of the lines it used: that is for the caller to do.
func (t *tableReader) read() (cells []string, used int, err error) {
	for {
		text, ok, err := t.at(0)
		if err != nil {
			return nil, 0, err
		}
		if !ok {
			return nil, 0, io.EOF
		}
		if strings.TrimSpace(text) != "" {
			return t.parse(0)
		}
		t.drop(1)
	}
}

// resume skips a broken record, for which so many lines were used, and finds the
// next that can be trusted: where the fault is within one line, that is the next
// line; where a quoted cell was open, the next line that has as many cells as
// the header.
func (t *tableReader) resume(cause error, used int) error {
	start := t.first
	t.drop(1)
	if used <= 1 && !errors.Is(cause, errUnended) {
		return bad(start, "", "%s", cause)
	}
	for {
		_, ok, err := t.at(0)
		if err != nil {
			return err
		}
		if !ok {
			if t.lines.cut() && !t.allowCut {
				return fatal(start, hintCutOff, "the file is cut off in a quoted cell that begins here")
			}
			break
		}
		if cells, _, err := t.parse(0); err == nil && len(cells) == len(t.header.names) {
			break
		}
		t.drop(1)
	}
	if last := t.first - 1; last > start {
		return bad(start, "", "%s (lines %d to %d are skipped)", cause, start, last)
	}
	return bad(start, "", "%s", cause)
}

// at returns the i-th line from here on; ok is false after the last one.
func (t *tableReader) at(i int) (line string, ok bool, err error) {
	for len(t.pending) <= i {
		line, number, err := t.lines.next()
		if errors.Is(err, io.EOF) {
			return "", false, nil
		}
		if err != nil {
			return "", false, err
		}
		if len(t.pending) == 0 {
			t.first = number
		}
		t.pending = append(t.pending, string(line))
	}
	return t.pending[i], true, nil
}

func (t *tableReader) drop(n int) {
	t.pending = slices.Delete(t.pending, 0, n)
	t.first += n
}

// parse reads one record that begins with the i-th line, and says how many lines
// it looked at. A quote within a cell that did not begin with one is a quote.
func (t *tableReader) parse(i int) (cells []string, used int, err error) {
	line, ok, err := t.at(i)
	if err != nil || !ok {
		return nil, 0, err
	}
	used, size := 1, len(line)
	rest := line
	for {
		if rest == "" || rest[0] != '"' {
			cell, tail, more := strings.Cut(rest, string(t.delimiter))
			cells = append(cells, cell)
			if !more {
				return cells, used, nil
			}
			rest = tail
			continue
		}
		var cell strings.Builder
		rest = rest[1:]
		for {
			quote := strings.IndexByte(rest, '"')
			if quote < 0 {
				cell.WriteString(rest)
				cell.WriteByte('\n')
				next, ok, err := t.at(i + used)
				if err != nil {
					return nil, used, err
				}
				size += len(next)
				if !ok || size > maxRecord {
					return t.literal(i, used, errUnended)
				}
				rest = next
				used++
				continue
			}
			cell.WriteString(rest[:quote])
			rest = rest[quote+1:]
			if rest == "" || rest[0] != '"' {
				break
			}
			cell.WriteByte('"')
			rest = rest[1:]
		}
		cells = append(cells, cell.String())
		if rest == "" {
			return cells, used, nil
		}
		if rest[0] != t.delimiter {
			return t.literal(i, used, errQuote)
		}
		rest = rest[1:]
	}
}

// literal takes a line as it stands where tabs part the cells and their number
// is right: feeds of that kind do not quote, so a cell may begin with a quote
// that means nothing.
func (t *tableReader) literal(i, used int, cause error) ([]string, int, error) {
	if t.delimiter != '\t' || t.header == nil {
		return nil, used, cause
	}
	line, _, _ := t.at(i) // it was read before
	cells := strings.Split(line, "\t")
	if len(cells) != len(t.header.names) {
		return nil, used, cause
	}
	return cells, 1, nil
}
