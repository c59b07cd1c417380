package writer_test

import (
	"context"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vitrine-search/vitrine/shared/bundle"
	"github.com/vitrine-search/vitrine/shared/bundle/bundlefs"
	"github.com/vitrine-search/vitrine/shared/bundle/writer"
)

func encoded(t testing.TB) []byte {
	t.Helper()
	b := bundle.NewBuilder("sample")
	b.Text("text", "a chair of oak")
	b.Uints("numbers", []uint32{1, 2, 70000})
	data, err := writer.Encode(b)
	require.NoError(t, err)
	return data
}

func openError(data []byte) *bundle.Error {
	_, err := bundle.OpenPart("sample-0.mp", "sample", data)
	var bad *bundle.Error
	if errors.As(err, &bad) {
		return bad
	}
	return nil
}

func TestEveryTruncationIsAnError(t *testing.T) {
	data := encoded(t)
	for n := range data {
		bad := openError(data[:n])
		require.NotNil(t, bad, "cut to %d of %d bytes", n, len(data))
		assert.Contains(t, []bundle.Code{bundle.NotABundle, bundle.Corrupt}, bad.Code)
		assert.NotEmpty(t, bad.Hint)
	}
}

func TestEveryFlippedBitIsAnError(t *testing.T) {
	data := encoded(t)
	for i := range data {
		for bit := range 8 {
			flipped := append([]byte(nil), data...)
			flipped[i] ^= 1 << bit
			require.NotNil(t, openError(flipped), "bit %d of byte %d", bit, i)
		}
	}
}

func TestBytesAfterThePartAreAnError(t *testing.T) {
	bad := openError(append(encoded(t), 0))
	require.NotNil(t, bad)
	assert.Equal(t, bundle.Corrupt, bad.Code)
}

func TestAnotherFileIsNoBundle(t *testing.T) {
	for _, data := range []string{"", "<!doctype html>", `{"id": 1}`, "\x1f\x8b\x08"} {
		bad := openError([]byte(data))
		require.NotNil(t, bad)
		assert.Equal(t, bundle.NotABundle, bad.Code)
	}
}

func TestAnotherPartIsNamed(t *testing.T) {
	_, err := bundle.OpenPart("lexicon-0.mp", "lexicon", encoded(t))
	assert.ErrorContains(t, err, `is a part "sample" where "lexicon" is expected`)
}

func TestAnErrorOfVersionsNamesBothAndTheWayOut(t *testing.T) {
	err := bundle.CheckVersion("manifest.json", bundle.Format+1, bundle.Features)
	require.Error(t, err)
	assert.Equal(t, "manifest.json: bundle v4, this engine reads v3 (update vitrine, or run the indexer of this version again)", err.Error())
	err = bundle.CheckVersion("manifest.json", bundle.Format, bundle.OldestTerms-1)
	require.Error(t, err)
	assert.Equal(t, "manifest.json: features v2, this engine reads v3 (run the indexer again)", err.Error())
}

func TestFilesAreNamedByTheirContent(t *testing.T) {
	one := bundle.NewBuilder("settings")
	one.Text("shop", "One")
	two := bundle.NewBuilder("settings")
	two.Text("shop", "Two")
	first, err := writer.Files(writer.Bundle{Parts: []*bundle.Builder{one}})
	require.NoError(t, err)
	again, err := writer.Files(writer.Bundle{Parts: []*bundle.Builder{one}})
	require.NoError(t, err)
	other, err := writer.Files(writer.Bundle{Parts: []*bundle.Builder{two}})
	require.NoError(t, err)
	assert.Equal(t, first, again)
	assert.NotEqual(t, first[0].Name, other[0].Name)
	assert.Equal(t, bundle.ManifestFile, first[len(first)-1].Name)
}

func TestADirectoryWithoutAManifestIsNoBundle(t *testing.T) {
	_, _, err := bundlefs.Open(fstest.MapFS{})
	var bad *bundle.Error
	require.ErrorAs(t, err, &bad)
	assert.Equal(t, bundle.NotABundle, bad.Code)
}

func TestAMissingFileIsNamed(t *testing.T) {
	_, source, err := bundlefs.Open(fstest.MapFS{bundle.ManifestFile: {Data: []byte("{}")}})
	require.NoError(t, err)
	_, err = source.Part(context.Background(), "lexicon-0.mp")
	var bad *bundle.Error
	require.ErrorAs(t, err, &bad)
	assert.Equal(t, bundle.Missing, bad.Code)
	assert.Equal(t, "lexicon-0.mp", bad.File)
}

// FuzzOpenPart checks that no payload makes the reader panic or allocate without
// bound. The fuzzer's bytes are put into a sound envelope, since a checksum
// would keep it from ever reaching what lies behind.
func FuzzOpenPart(f *testing.F) {
	f.Add([]byte{0x82, 0xa6, 'f', 'o', 'r', 'm', 'a', 't', 1, 0xa8, 'f', 'e', 'a', 't', 'u', 'r', 'e', 's', 1})
	f.Add([]byte{0x81, 0xa4, 't', 'e', 'x', 't', 0xc6, 0xff, 0xff, 0xff, 0xff})
	f.Add([]byte{0xdf, 0xff, 0xff, 0xff, 0xff})
	f.Add([]byte{0x81, 0xa7, 'n', 'u', 'm', 'b', 'e', 'r', 's', 0xd4, 3, 0})
	f.Fuzz(func(t *testing.T, payload []byte) {
		p, err := bundle.OpenPart("fuzz", "sample", wrap(payload))
		if err != nil {
			var bad *bundle.Error
			require.ErrorAs(t, err, &bad)
			return
		}
		p.Text("text")
		p.Uints("numbers")
		p.Floats("numbers")
		p.Strings("text")
	})
}

// wrap puts a payload into an envelope with the right checksum.
func wrap(payload []byte) []byte {
	out := []byte{0x83, 0xa7}
	out = append(out, bundle.Magic...)
	out = append(out, 0xa6)
	out = append(out, "sample\xa3crc\xce"...)
	out = binary.BigEndian.AppendUint32(out, crc32.ChecksumIEEE(payload))
	out = append(out, "\xa7payload\xc6"...)
	out = binary.BigEndian.AppendUint32(out, uint32(len(payload)))
	return append(out, payload...)
}
