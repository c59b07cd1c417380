package teacher

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"math"
)

// A pack holds the vectors of one answer. It is called by the hash of what is in
// it, so that one that was cut short or damaged is known by its name:
//
//	"vitrine1"                      8 bytes
//	dims, count                     uint32 each, little-endian like all numbers
//	the hashes of the texts         count x 32 bytes
//	the vectors                     count x dims float32
const (
	packMagic  = "vitrine1"
	packHeader = len(packMagic) + 8
	packEnding = ".vectors"
	// maxPackDims keeps sums of lengths within 64 bits.
	maxPackDims = 1 << 20
)

// key is the SHA-256 of a text, as it is sent.
type key [sha256.Size]byte

func keyOf(text string) key { return sha256.Sum256([]byte(text)) }

// pack is the vectors of some texts.
type pack struct {
	dims int
	keys []key
	// values (keys, dims) are little-endian float32s.
	values []byte
}

// encodePack lays out vectors, all of the same length.
func encodePack(keys []key, vectors [][]float32) []byte {
	dims := len(vectors[0])
	out := make([]byte, 0, packHeader+len(keys)*(len(key{})+4*dims))
	out = append(out, packMagic...)
	out = binary.LittleEndian.AppendUint32(out, uint32(dims))
	out = binary.LittleEndian.AppendUint32(out, uint32(len(keys)))
	for _, k := range keys {
		out = append(out, k[:]...)
	}
	for _, vector := range vectors {
		for _, v := range vector {
			out = binary.LittleEndian.AppendUint32(out, math.Float32bits(v))
		}
	}
	return out
}

// packName is what a pack's file is called.
func packName(content []byte) string {
	sum := sha256.Sum256(content)
	return hex.EncodeToString(sum[:16]) + packEnding
}

// decodePack reads the pack in a file, and returns false where it is not what the
// file was written with.
func decodePack(name string, content []byte) (p pack, ok bool) {
	if name != packName(content) || len(content) < packHeader || !bytes.HasPrefix(content, []byte(packMagic)) {
		return pack{}, false
	}
	dims := binary.LittleEndian.Uint32(content[len(packMagic):])
	count := binary.LittleEndian.Uint32(content[len(packMagic)+4:])
	content = content[packHeader:]
	if dims == 0 || dims > maxPackDims || uint64(len(content)) != uint64(count)*(uint64(len(key{}))+4*uint64(dims)) {
		return pack{}, false
	}
	p = pack{dims: int(dims), keys: make([]key, count)}
	for i := range p.keys {
		content = content[copy(p.keys[i][:], content):]
	}
	p.values = content
	return p, true
}

// vector writes a vector to out (dims).
func (p pack) vector(i int, out []float32) {
	row := p.values[4*i*p.dims:]
	for j := range out {
		out[j] = math.Float32frombits(binary.LittleEndian.Uint32(row[4*j:]))
	}
}
