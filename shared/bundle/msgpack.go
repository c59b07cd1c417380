package bundle

import (
	"encoding/binary"
	"errors"
	"math"
)

// decoder reads the part of msgpack that a bundle uses: maps, strings, binaries,
// integers, floats and extensions, always copying nothing. msgpack/v5 writes the
// same bytes and is the oracle in the tests; it would add 160 kB to the
// WebAssembly.
type decoder struct {
	data []byte
	at   int
}

var (
	errTruncated = errors.New("the data ends in the middle of a value")
	errType      = errors.New("a value of an unexpected type")
)

// value is one decoded msgpack value of the kinds a part may have.
type value struct {
	kind  valueKind
	bytes []byte  // text, binary, extension
	ext   int8    // extension type
	num   float64 // number
}

type valueKind uint8

const (
	kindNumber valueKind = iota + 1
	kindText
	kindBinary
	kindExtension
)

func (d *decoder) take(n int) ([]byte, error) {
	if n < 0 || n > len(d.data)-d.at {
		return nil, errTruncated
	}
	b := d.data[d.at : d.at+n : d.at+n]
	d.at += n
	return b, nil
}

// uint reads a big-endian unsigned integer of 1, 2, 4 or 8 bytes.
func (d *decoder) uint(width int) (uint64, error) {
	b, err := d.take(width)
	if err != nil {
		return 0, err
	}
	switch width {
	case 1:
		return uint64(b[0]), nil
	case 2:
		return uint64(binary.BigEndian.Uint16(b)), nil
	case 4:
		return uint64(binary.BigEndian.Uint32(b)), nil
	default:
		return binary.BigEndian.Uint64(b), nil
	}
}

// mapLen reads the head of a map and returns the number of its pairs.
func (d *decoder) mapLen() (int, error) {
	c, err := d.uint(1)
	if err != nil {
		return 0, err
	}
	switch {
	case c&0xf0 == 0x80:
		return int(c & 0x0f), nil
	case c == 0xde:
		n, err := d.uint(2)
		return int(n), err
	case c == 0xdf:
		n, err := d.uint(4)
		return int(n), err
	}
	return 0, errType
}

// sized reads a length of the given width and then so many bytes.
func (d *decoder) sized(width int) ([]byte, error) {
	n, err := d.uint(width)
	if err != nil {
		return nil, err
	}
	if n > uint64(len(d.data)) {
		return nil, errTruncated
	}
	return d.take(int(n))
}

// text reads a string.
func (d *decoder) text() (string, error) {
	v, err := d.value()
	if err != nil {
		return "", err
	}
	if v.kind != kindText {
		return "", errType
	}
	return string(v.bytes), nil
}

// value reads any value but a map or an array, which no member is.
func (d *decoder) value() (value, error) {
	c, err := d.uint(1)
	if err != nil {
		return value{}, err
	}
	switch {
	case c <= 0x7f:
		return value{kind: kindNumber, num: float64(c)}, nil
	case c >= 0xe0:
		return value{kind: kindNumber, num: float64(int8(c))}, nil
	case c&0xe0 == 0xa0:
		b, err := d.take(int(c & 0x1f))
		return value{kind: kindText, bytes: b}, err
	case c >= 0xd9 && c <= 0xdb:
		b, err := d.sized(1 << (c - 0xd9))
		return value{kind: kindText, bytes: b}, err
	case c >= 0xc4 && c <= 0xc6:
		b, err := d.sized(1 << (c - 0xc4))
		return value{kind: kindBinary, bytes: b}, err
	case c >= 0xc7 && c <= 0xc9:
		return d.extension(1 << (c - 0xc7))
	case c >= 0xd4 && c <= 0xd8:
		return d.fixedExtension(1 << (c - 0xd4))
	case c >= 0xca && c <= 0xd3:
		return d.number(c)
	}
	return value{}, errType
}

func (d *decoder) extension(width int) (value, error) {
	n, err := d.uint(width)
	if err != nil {
		return value{}, err
	}
	if n > uint64(len(d.data)) {
		return value{}, errTruncated
	}
	return d.fixedExtension(int(n))
}

func (d *decoder) fixedExtension(n int) (value, error) {
	ext, err := d.uint(1)
	if err != nil {
		return value{}, err
	}
	b, err := d.take(n)
	return value{kind: kindExtension, ext: int8(ext), bytes: b}, err
}

// number reads what follows the code of a float (0xca, 0xcb), an unsigned
// (0xcc to 0xcf) or a signed integer (0xd0 to 0xd3).
func (d *decoder) number(c uint64) (value, error) {
	widths := [...]int{4, 8, 1, 2, 4, 8, 1, 2, 4, 8}
	n, err := d.uint(widths[c-0xca])
	if err != nil {
		return value{}, err
	}
	v := value{kind: kindNumber, num: float64(n)}
	switch c {
	case 0xca:
		v.num = float64(math.Float32frombits(uint32(n)))
	case 0xcb:
		v.num = math.Float64frombits(n)
	case 0xd0:
		v.num = float64(int8(n))
	case 0xd1:
		v.num = float64(int16(n))
	case 0xd2:
		v.num = float64(int32(n))
	case 0xd3:
		v.num = float64(int64(n))
	}
	return v, nil
}
