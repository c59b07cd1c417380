package bundle

import (
	"encoding/binary"
	"hash/crc32"
	"maps"
	"math"
	"slices"
	"strconv"
)

// Magic is the key of the first pair of every part; its value is the part's kind.
const Magic = "vitrine"

// Part is an opened part. Its methods return a member by name; the first member
// that is missing or of another type is remembered, and Err returns it, so that
// a reader checks once, at its end. Byte members share memory with the data that
// was opened.
type Part struct {
	file    string
	members map[string]value
	err     error
}

// OpenPart checks the envelope, checksum and version of a part and finds its
// members. The file is named in errors; the kind is what the caller expects. It
// fails with an *Error.
func OpenPart(file, kind string, data []byte) (*Part, error) {
	payload, err := openEnvelope(file, kind, data)
	if err != nil {
		return nil, err
	}
	d := &decoder{data: payload}
	members, err := d.members()
	if err != nil {
		return nil, corrupt(file, err)
	}
	p := &Part{file: file, members: members}
	format, features := p.Int("format"), p.Int("features")
	if p.err != nil {
		return nil, p.err
	}
	if err := CheckVersion(file, format, features); err != nil {
		return nil, err
	}
	return p, nil
}

// openEnvelope returns the payload of a part: {"vitrine": kind, "crc": uint32,
// "payload": binary}.
func openEnvelope(file, kind string, data []byte) ([]byte, error) {
	d := &decoder{data: data}
	n, err := d.mapLen()
	if err != nil || n != 3 {
		return nil, notABundle(file)
	}
	key, err := d.text()
	if err != nil || key != Magic {
		return nil, notABundle(file)
	}
	found, err := d.text()
	if err != nil {
		return nil, corrupt(file, err)
	}
	if found != kind {
		return nil, &Error{
			Code: Corrupt, File: file,
			Detail: "is a part " + strconv.Quote(found) + " where " + strconv.Quote(kind) + " is expected",
			Hint:   "upload the whole bundle again",
		}
	}
	var sum, payload value
	for _, want := range []struct {
		key  string
		kind valueKind
		into *value
	}{{"crc", kindNumber, &sum}, {"payload", kindBinary, &payload}} {
		key, err := d.text()
		if err == nil && key == want.key {
			*want.into, err = d.value()
		}
		if err != nil || key != want.key || want.into.kind != want.kind {
			return nil, corrupt(file, err)
		}
	}
	if d.at != len(data) || float64(crc32.ChecksumIEEE(payload.bytes)) != sum.num {
		return nil, corrupt(file, nil)
	}
	return payload.bytes, nil
}

func (d *decoder) members() (map[string]value, error) {
	n, err := d.mapLen()
	if err != nil {
		return nil, err
	}
	members := make(map[string]value)
	for range n {
		name, err := d.text()
		if err != nil {
			return nil, err
		}
		if members[name], err = d.value(); err != nil {
			return nil, err
		}
	}
	return members, nil
}

// Err returns the first member that could not be read, as an *Error.
func (p *Part) Err() error { return p.err }

// Fail remembers that the part's content makes no sense; Err returns it unless
// something else went wrong before.
func (p *Part) Fail(detail string) {
	if p.err == nil {
		p.err = &Error{Code: Corrupt, File: p.file, Detail: detail, Hint: "run the indexer again"}
	}
}

func (p *Part) member(name string, kind valueKind) value {
	v, ok := p.members[name]
	if !ok {
		p.Fail("has no member " + strconv.Quote(name))
	} else if v.kind != kind {
		p.Fail("has a member " + strconv.Quote(name) + " of another type")
		return value{}
	}
	return v
}

// Has says whether the part has a member of that name.
func (p *Part) Has(name string) bool {
	_, ok := p.members[name]
	return ok
}

// Each calls visit with the bytes of every member that is no number, as they lie in
// the part, in order of the names.
func (p *Part) Each(visit func(name string, data []byte)) {
	for _, name := range slices.Sorted(maps.Keys(p.members)) {
		if v := p.members[name]; v.kind != kindNumber {
			visit(name, v.bytes)
		}
	}
}

// Number returns a number.
func (p *Part) Number(name string) float64 { return p.member(name, kindNumber).num }

// Int returns a number that is an integer.
func (p *Part) Int(name string) int {
	f := p.Number(name)
	if f != math.Trunc(f) || math.Abs(f) > 1<<31 {
		p.Fail("has a member " + strconv.Quote(name) + " that is no integer")
		return 0
	}
	return int(f)
}

// Text returns a string.
func (p *Part) Text(name string) string { return string(p.member(name, kindText).bytes) }

// Bytes returns an opaque run of bytes, which must not be changed.
func (p *Part) Bytes(name string) []byte { return p.member(name, kindBinary).bytes }

// Uints returns an array of unsigned integers of any width.
func (p *Part) Uints(name string) []uint32 {
	v := p.member(name, kindExtension)
	b := v.bytes
	switch {
	case v.ext == extUint8:
		out := make([]uint32, len(b))
		for i, x := range b {
			out[i] = uint32(x)
		}
		return out
	case v.ext == extUint16 && len(b)%2 == 0:
		out := make([]uint32, len(b)/2)
		for i := range out {
			out[i] = uint32(binary.LittleEndian.Uint16(b[2*i:]))
		}
		return out
	case v.ext == extUint32 && len(b)%4 == 0:
		out := make([]uint32, len(b)/4)
		for i := range out {
			out[i] = binary.LittleEndian.Uint32(b[4*i:])
		}
		return out
	}
	p.Fail("has a member " + strconv.Quote(name) + " that is no array of integers")
	return nil
}

// Floats returns an array of float64.
func (p *Part) Floats(name string) []float64 {
	v := p.member(name, kindExtension)
	if v.ext != extFloat64 || len(v.bytes)%8 != 0 {
		p.Fail("has a member " + strconv.Quote(name) + " that is no array of floats")
		return nil
	}
	out := make([]float64, len(v.bytes)/8)
	for i := range out {
		out[i] = math.Float64frombits(binary.LittleEndian.Uint64(v.bytes[8*i:]))
	}
	return out
}

func appendFloat64(dst []byte, x float64) []byte {
	return binary.LittleEndian.AppendUint64(dst, math.Float64bits(x))
}

func notABundle(file string) error {
	return &Error{
		Code: NotABundle, File: file, Detail: "is no part of a vitrine bundle",
		Hint: "point to the directory that `vitrine build --out` wrote",
	}
}

func corrupt(file string, err error) error {
	return &Error{
		Code: Corrupt, File: file, Detail: "is truncated or damaged", Err: err,
		Hint: "upload the whole bundle again, or run the indexer again",
	}
}
