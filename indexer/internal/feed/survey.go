package feed

import (
	"bytes"
	"errors"
	"io"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/unicode"
)

// census counts what kinds of bytes a file is made of.
type census struct {
	total int64
	// blank are white space, control other control characters but NUL.
	blank, control, nul int64
	// multi counts characters of several bytes in valid UTF-8, stray the bytes
	// that are not UTF-8.
	multi, stray int64
	// undefined counts stray bytes that Windows-1252 has no character for,
	// adjacent those that stand beside another.
	undefined, adjacent int64
	lastStray           int64
	carry               []byte
}

// survey reads the whole file once, so that a cut archive, a binary file or a
// foreign encoding is found before the first row is believed.
func (in *input) survey(mapping Mapping) error {
	raw, err := in.bytes()
	if err != nil {
		return err
	}
	defer func() { _ = raw.Close() }() // only read from

	c := census{lastStray: -2}
	var start []byte
	buffer := make([]byte, headSize)
	for {
		n, err := raw.Read(buffer)
		if len(start) < 512 {
			start = append(start, buffer[:min(n, 512)]...)
		}
		c.add(buffer[:n])
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return err
		}
	}
	c.finish()
	if c.total == 0 {
		return fatal(0, hintCutOff, "the file is empty")
	}
	return in.judge(start, &c, mapping)
}

// judge decides the encoding, or says that the file is none of text.
func (in *input) judge(start []byte, c *census, mapping Mapping) error {
	if kind, hint := knownBinary(start); kind != "" {
		return fatal(0, hint, "the file is %s, not text", kind)
	}
	utf16 := func(name string, order unicode.Endianness) {
		in.encoding, in.skip = name, 2
		in.decoder = unicode.UTF16(order, unicode.IgnoreBOM)
	}
	in.encoding = "utf-8"
	switch {
	case bytes.HasPrefix(start, []byte("\xff\xfe")):
		utf16("utf-16le", unicode.LittleEndian)
		return nil
	case bytes.HasPrefix(start, []byte("\xfe\xff")):
		utf16("utf-16be", unicode.BigEndian)
		return nil
	case c.nul > 0 || c.control*20 > c.total:
		return fatal(0, "export as CSV, JSON or XML text; UTF-16 needs its byte order mark", "the file is binary, not text")
	case bytes.HasPrefix(start, []byte("\xef\xbb\xbf")):
		in.skip = 3
	case mapping.Encoding != "":
		decoder, err := htmlindex.Get(mapping.Encoding)
		if err != nil {
			return err
		}
		in.encoding, _ = htmlindex.Name(decoder)
		if in.encoding != "utf-8" {
			in.decoder = decoder
		}
	case c.isWindows1252() && !looksLike(start, '{', '[', '<'):
		// JSON is UTF-8 by its standard, and XML names its encoding itself.
		in.encoding, in.decoder = "windows-1252", charmap.Windows1252
	}
	if c.blank+int64(in.skip) >= c.total {
		return fatal(0, hintCutOff, "the file is empty but for blanks")
	}
	return nil
}

// add counts one more piece of the file.
func (c *census) add(piece []byte) {
	if len(c.carry) > 0 {
		piece = append(c.carry, piece...)
		c.carry = nil
	}
	for len(piece) > 0 {
		if piece[0] < utf8.RuneSelf {
			c.ascii(piece[0])
			c.total++
			piece = piece[1:]
			continue
		}
		if !utf8.FullRune(piece) {
			c.carry = bytes.Clone(piece)
			return
		}
		piece = piece[c.high(piece):]
	}
}

// finish counts what an unfinished character at the end left over.
func (c *census) finish() {
	for len(c.carry) > 0 {
		c.carry = c.carry[c.high(c.carry):]
	}
}

func (c *census) ascii(b byte) {
	switch {
	case b == ' ' || b == '\t' || b == '\n' || b == '\r':
		c.blank++
	case b == 0:
		c.nul++
	case b < ' ' || b == 0x7f:
		c.control++
	}
}

// high counts one character beyond ASCII and returns its length in bytes.
func (c *census) high(piece []byte) int {
	r, size := utf8.DecodeRune(piece)
	if r != utf8.RuneError || size > 1 {
		c.multi++
		c.total += int64(size)
		return size
	}
	c.stray++
	switch piece[0] {
	case 0x81, 0x8d, 0x8f, 0x90, 0x9d:
		c.undefined++
	}
	if c.lastStray == c.total-1 {
		c.adjacent++
	}
	c.lastStray = c.total
	c.total++
	return 1
}

// isWindows1252 is true where that encoding is beyond doubt: some bytes are not
// UTF-8, none is valid UTF-8 beyond ASCII, all have a character, and they stand
// alone among ASCII as accents and signs do, whereas the double-byte encodings
// of East Asia come in runs. One or two stray bytes are damage rather than an
// encoding; their rows are reported.
func (c *census) isWindows1252() bool {
	return c.stray >= 3 && c.multi == 0 && c.undefined == 0 && c.adjacent*5 <= c.stray
}

// knownBinary names files that merchants take for exports.
func knownBinary(start []byte) (kind, hint string) {
	for _, known := range []struct{ magic, kind, hint string }{
		{"PK\x03\x04", "an Excel workbook or a ZIP archive", "save the sheet as CSV in UTF-8, or unpack the archive"},
		{"\xd0\xcf\x11\xe0", "an old Excel workbook", "save the sheet as CSV in UTF-8"},
		{"%PDF", "a PDF", "export as CSV, JSON or XML"},
		{"SQLite format 3", "a database", "export its table as CSV"},
		{"\x28\xb5\x2f\xfd", "packed with zstd", "unpack it, or pack it with gzip"},
		{"BZh", "packed with bzip2", "unpack it, or pack it with gzip"},
		{"\x1f\x8b", "packed twice", "unpack it once"},
		{"\x89PNG", "a picture", "name the product export"},
		{"\xff\xd8\xff", "a picture", "name the product export"},
	} {
		if bytes.HasPrefix(start, []byte(known.magic)) {
			return known.kind, known.hint
		}
	}
	return "", ""
}

// looksLike is true if the first visible byte is one of those.
func looksLike(text []byte, first ...byte) bool {
	text = bytes.TrimLeft(text, " \t\r\n")
	return len(text) > 0 && bytes.IndexByte(first, text[0]) >= 0
}
