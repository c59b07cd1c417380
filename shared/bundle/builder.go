package bundle

// Types of the flat arrays, which are msgpack extensions of these codes. All are
// little-endian.
const (
	extUint8   = 1
	extUint16  = 2
	extUint32  = 3
	extFloat64 = 4
)

// Builder collects the members of a part in the order in which they are written.
// The packages that read a part also fill its Builder, so that both sides of a
// layout stand side by side; bundle/writer turns it into bytes.
type Builder struct {
	Kind    string
	Members []Member
}

// Member is one named value of a part: a number, a text, a binary or, if Ext is
// not 0, a flat array.
type Member struct {
	Name   string
	Number *float64
	Text   *string
	Binary []byte
	Ext    int8
}

// NewBuilder returns an empty part of the given kind.
func NewBuilder(kind string) *Builder { return &Builder{Kind: kind} }

// Number adds a number.
func (b *Builder) Number(name string, v float64) {
	b.Members = append(b.Members, Member{Name: name, Number: &v})
}

// Text adds a string.
func (b *Builder) Text(name, v string) {
	b.Members = append(b.Members, Member{Name: name, Text: &v})
}

// Bytes adds an opaque run of bytes.
func (b *Builder) Bytes(name string, v []byte) {
	b.Members = append(b.Members, Member{Name: name, Binary: v})
}

// Uints adds an array of unsigned integers in the narrowest width that holds
// all of them.
func (b *Builder) Uints(name string, v []uint32) {
	var largest uint32
	for _, x := range v {
		largest = max(largest, x)
	}
	m := Member{Name: name}
	switch {
	case largest < 1<<8:
		m.Ext = extUint8
		m.Binary = make([]byte, 0, len(v))
		for _, x := range v {
			m.Binary = append(m.Binary, byte(x))
		}
	case largest < 1<<16:
		m.Ext = extUint16
		m.Binary = make([]byte, 0, 2*len(v))
		for _, x := range v {
			m.Binary = append(m.Binary, byte(x), byte(x>>8))
		}
	default:
		m.Ext = extUint32
		m.Binary = make([]byte, 0, 4*len(v))
		for _, x := range v {
			m.Binary = append(m.Binary, byte(x), byte(x>>8), byte(x>>16), byte(x>>24))
		}
	}
	b.Members = append(b.Members, m)
}

// Floats adds an array of float64.
func (b *Builder) Floats(name string, v []float64) {
	m := Member{Name: name, Ext: extFloat64, Binary: make([]byte, 0, 8*len(v))}
	for _, x := range v {
		m.Binary = appendFloat64(m.Binary, x)
	}
	b.Members = append(b.Members, m)
}

// Strings adds a list of strings: their bytes in one run, and their lengths.
func (b *Builder) Strings(name string, v []string) {
	lengths := make([]uint32, len(v))
	var text []byte
	for i, s := range v {
		lengths[i] = uint32(len(s))
		text = append(text, s...)
	}
	b.Uints(name+".lengths", lengths)
	b.Bytes(name, text)
}
