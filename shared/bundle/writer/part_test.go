package writer_test

import (
	"math"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/vmihailenco/msgpack/v5"

	"github.com/vitrine-search/vitrine/shared/bundle"
	"github.com/vitrine-search/vitrine/shared/bundle/bundletest"
	"github.com/vitrine-search/vitrine/shared/bundle/writer"
)

// sample has every type of member, in sizes that need every width of length.
func sample() *bundle.Builder {
	b := bundle.NewBuilder("sample")
	b.Number("small", 7)
	b.Number("negative", -70000)
	b.Number("fraction", 0.1)
	b.Text("text", "Zürich 🛋")
	b.Text("long text", strings.Repeat("x", 70000))
	b.Bytes("empty", nil)
	b.Bytes("bytes", []byte{0, 255})
	b.Uints("narrow", []uint32{0, 255})
	b.Uints("middle", []uint32{256, 65535})
	b.Uints("wide", []uint32{1 << 16, math.MaxUint32})
	b.Uints("none", nil)
	b.Floats("floats", []float64{-0.5, math.Inf(1), 1e300})
	b.Strings("strings", []string{"", "a", "日本"})
	return b
}

func TestWhatIsWrittenIsRead(t *testing.T) {
	p := bundletest.Reopen(t, sample())
	assert.Equal(t, 7, p.Int("small"))
	assert.Equal(t, -70000, p.Int("negative"))
	assert.InDelta(t, 0.1, p.Number("fraction"), 0)
	assert.Equal(t, "Zürich 🛋", p.Text("text"))
	assert.Len(t, p.Text("long text"), 70000)
	assert.Empty(t, p.Bytes("empty"))
	assert.Equal(t, []byte{0, 255}, p.Bytes("bytes"))
	assert.Equal(t, []uint32{0, 255}, p.Uints("narrow"))
	assert.Equal(t, []uint32{256, 65535}, p.Uints("middle"))
	assert.Equal(t, []uint32{1 << 16, math.MaxUint32}, p.Uints("wide"))
	assert.Empty(t, p.Uints("none"))
	assert.Equal(t, []float64{-0.5, math.Inf(1), 1e300}, p.Floats("floats"))
	assert.Equal(t, []string{"", "a", "日本"}, p.Strings("strings").All())
	assert.NoError(t, p.Err())
}

// The envelope is plain msgpack: a library that knows nothing of bundles reads it.
func TestMsgpackReadsTheEnvelope(t *testing.T) {
	data, err := writer.Encode(sample())
	require.NoError(t, err)
	var envelope struct {
		Vitrine string `msgpack:"vitrine"`
		CRC     uint32 `msgpack:"crc"`
		Payload []byte `msgpack:"payload"`
	}
	require.NoError(t, msgpack.Unmarshal(data, &envelope))
	assert.Equal(t, "sample", envelope.Vitrine)
	assert.NotZero(t, envelope.CRC)
	assert.NotEmpty(t, envelope.Payload)
}

func TestTheFirstMissingMemberIsRemembered(t *testing.T) {
	p := bundletest.Reopen(t, sample())
	p.Text("nothing")
	p.Int("text")
	var bad *bundle.Error
	require.ErrorAs(t, p.Err(), &bad)
	assert.Equal(t, bundle.Corrupt, bad.Code)
	assert.Contains(t, bad.Error(), `sample.mp: has no member "nothing"`)
}

func TestAMemberOfAnotherTypeIsAnError(t *testing.T) {
	for name, read := range map[string]func(p *bundle.Part){
		"int of text":        func(p *bundle.Part) { p.Int("text") },
		"int of fraction":    func(p *bundle.Part) { p.Int("fraction") },
		"uints of bytes":     func(p *bundle.Part) { p.Uints("bytes") },
		"uints of floats":    func(p *bundle.Part) { p.Uints("floats") },
		"floats of uints":    func(p *bundle.Part) { p.Floats("wide") },
		"strings of nothing": func(p *bundle.Part) { p.Strings("text") },
	} {
		t.Run(name, func(t *testing.T) {
			p := bundletest.Reopen(t, sample())
			read(p)
			assert.Error(t, p.Err())
		})
	}
}
