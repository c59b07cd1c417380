// Package writer turns the parts of a bundle into files. It is apart from
// package bundle because it needs msgpack/v5 and encoding/json, which the
// browser does without.
package writer

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"hash/crc32"
	"slices"

	"github.com/vmihailenco/msgpack/v5"

	"github.com/vitrine-search/vitrine/shared/bundle"
)

// Bundle is a compiled catalogue, not yet laid out in files.
type Bundle struct {
	Shop          string
	Products      int
	CardsPerChunk int
	// Parts are what searching needs; Cards are the chunks of display cards in
	// order.
	Parts, Cards []*bundle.Builder
	// Encodings are the compressed forms that the caller puts beside every part.
	Encodings []string
}

// File is one file of a bundle: its name and content.
type File struct {
	Name string
	Data []byte
}

// Files lays the bundle out. The manifest is the last file, so that whoever
// writes them in order never leaves a manifest without its parts. The same
// bundle gives the same bytes.
func Files(b Bundle) ([]File, error) {
	manifest := bundle.Manifest{
		Format:        bundle.Format,
		Features:      bundle.Features,
		Shop:          b.Shop,
		Products:      b.Products,
		CardsPerChunk: b.CardsPerChunk,
		Parts:         []bundle.PartInfo{},
		Cards:         []bundle.PartInfo{},
		Encodings:     b.Encodings,
	}
	var files []File
	add := func(p *bundle.Builder, name string) (bundle.PartInfo, error) {
		data, err := Encode(p)
		if err != nil {
			return bundle.PartInfo{}, fmt.Errorf("part %s: %w", name, err)
		}
		info := bundle.PartInfo{Name: name, File: fileName(name, data), Bytes: len(data)}
		files = append(files, File{Name: info.File, Data: data})
		return info, nil
	}
	for _, p := range b.Parts {
		info, err := add(p, p.Kind)
		if err != nil {
			return nil, err
		}
		manifest.Parts = append(manifest.Parts, info)
	}
	for i, p := range b.Cards {
		info, err := add(p, fmt.Sprintf("%s-%03d", p.Kind, i))
		if err != nil {
			return nil, err
		}
		manifest.Cards = append(manifest.Cards, info)
	}
	data, err := json.MarshalIndent(manifest, "", " ")
	if err != nil {
		return nil, err
	}
	return append(files, File{Name: bundle.ManifestFile, Data: append(data, '\n')}), nil
}

// fileName contains 64 bits of the content's SHA-256.
func fileName(name string, data []byte) string {
	sum := sha256.Sum256(data)
	return name + "-" + hex.EncodeToString(sum[:8]) + ".mp"
}

// Encode returns the bytes of one part.
func Encode(p *bundle.Builder) ([]byte, error) {
	payload, err := encodePayload(p)
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	e := msgpack.NewEncoder(&out)
	e.UseCompactInts(true)
	err = firstError(
		func() error { return e.EncodeMapLen(3) },
		func() error { return e.EncodeString(bundle.Magic) },
		func() error { return e.EncodeString(p.Kind) },
		func() error { return e.EncodeString("crc") },
		func() error { return e.EncodeUint(uint64(crc32.ChecksumIEEE(payload))) },
		func() error { return e.EncodeString("payload") },
		func() error { return e.EncodeBytes(payload) },
	)
	return out.Bytes(), err
}

func encodePayload(p *bundle.Builder) ([]byte, error) {
	versions := bundle.NewBuilder("")
	versions.Number("format", bundle.Format)
	versions.Number("features", bundle.Features)
	members := slices.Concat(versions.Members, p.Members)

	var out bytes.Buffer
	e := msgpack.NewEncoder(&out)
	e.UseCompactInts(true)
	e.UseCompactFloats(true)
	if err := e.EncodeMapLen(len(members)); err != nil {
		return nil, err
	}
	for _, m := range members {
		if err := e.EncodeString(m.Name); err != nil {
			return nil, err
		}
		if err := encodeMember(e, &out, m); err != nil {
			return nil, err
		}
	}
	return out.Bytes(), nil
}

func encodeMember(e *msgpack.Encoder, out *bytes.Buffer, m bundle.Member) error {
	switch {
	case m.Number != nil:
		return e.EncodeFloat64(*m.Number)
	case m.Text != nil:
		return e.EncodeString(*m.Text)
	case m.Ext != 0:
		if err := e.EncodeExtHeader(m.Ext, len(m.Binary)); err != nil {
			return err
		}
		_, err := out.Write(m.Binary)
		return err
	case m.Binary == nil:
		// msgpack/v5 writes a nil slice as nil; an empty member is empty.
		return e.EncodeBytes([]byte{})
	default:
		return e.EncodeBytes(m.Binary)
	}
}

func firstError(steps ...func() error) error {
	for _, step := range steps {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}
