package feed

import (
	"bufio"
	"bytes"
	"errors"
	"io"
)

// maxLine bounds a line, and maxRecord a record of several lines: what is longer
// is no product but a quote that was never closed, or no text at all.
const (
	maxLine   = 16 << 20
	maxRecord = 4 << 20
)

// lines reads a text line by line, whether lines end in LF, CRLF or, as old
// Macintosh spreadsheets write them, CR.
type lines struct {
	reader *bufio.Reader
	end    byte
	number int
	// unfinished is true after a last line without a line end.
	unfinished bool
}

func newLines(text io.Reader) *lines {
	l := &lines{reader: bufio.NewReaderSize(text, headSize), end: '\n'}
	head, _ := l.reader.Peek(headSize) // a failed read comes back on the first line
	if bytes.IndexByte(head, '\n') < 0 && bytes.IndexByte(head, '\r') >= 0 {
		l.end = '\r'
	}
	return l
}

// next returns the next line without its end, valid until the following call,
// and its number from 1.
func (l *lines) next() ([]byte, int, error) {
	line, err := l.reader.ReadSlice(l.end)
	if errors.Is(err, bufio.ErrBufferFull) {
		long := bytes.Clone(line)
		for errors.Is(err, bufio.ErrBufferFull) {
			line, err = l.reader.ReadSlice(l.end)
			long = append(long, line...)
			if len(long) > maxLine {
				return nil, 0, fatal(l.number+1, "a feed has one product per line, or several lines per product",
					"the line is longer than %d MB", maxLine>>20)
			}
		}
		line = long
	}
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, 0, err
	}
	if len(line) == 0 {
		return nil, 0, io.EOF
	}
	l.number++
	l.unfinished = line[len(line)-1] != l.end
	if !l.unfinished {
		line = line[:len(line)-1]
	}
	return bytes.TrimSuffix(line, []byte("\r")), l.number, nil
}

// cut is true if the line that came last is the file's last and has no end: the
// mark of a file that may have been cut off.
func (l *lines) cut() bool { return l.unfinished }

// lineTracker passes a text on and knows the lines of its offsets.
type lineTracker struct {
	r io.Reader
	// read is how much was passed on; ends are the offsets of the line ends that
	// at has not yet passed.
	read int64
	ends []int64
	line int
}

func newLineTracker(r io.Reader) *lineTracker {
	return &lineTracker{r: r, line: 1}
}

func (t *lineTracker) Read(p []byte) (int, error) {
	n, err := t.r.Read(p)
	for i, b := range p[:n] {
		if b == '\n' {
			t.ends = append(t.ends, t.read+int64(i))
		}
	}
	t.read += int64(n)
	return n, err
}

// at returns the line, from 1, in which an offset stands. Offsets must not
// decrease from call to call.
func (t *lineTracker) at(offset int64) int {
	passed := 0
	for passed < len(t.ends) && t.ends[passed] < offset {
		passed++
	}
	t.line += passed
	t.ends = t.ends[passed:]
	return t.line
}
