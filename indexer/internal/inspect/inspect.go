// Package inspect tells what is in a bundle: its versions, its fields and the
// bytes of every part, as they lie on disk and as a host would send them.
//
// It opens the parts by themselves and not through the engine, which keeps what
// it opened to itself.
package inspect

import (
	"context"
	"io/fs"

	"github.com/vitrine-search/vitrine/shared/bundle"
	"github.com/vitrine-search/vitrine/shared/bundle/bundlefs"
	"github.com/vitrine-search/vitrine/shared/bundle/cards"
	"github.com/vitrine-search/vitrine/shared/bundle/columns"
	"github.com/vitrine-search/vitrine/shared/bundle/embeddings"
	"github.com/vitrine-search/vitrine/shared/bundle/settings"
	"github.com/vitrine-search/vitrine/shared/lexical"
)

// Report describes a bundle.
type Report struct {
	Shop     string `json:"shop"`
	Language string `json:"language"`
	Currency string `json:"currency"`
	Format   int    `json:"format"`
	Features int    `json:"features"`
	Products int    `json:"products"`
	// Terms counts the distinct terms of the index.
	Terms  int     `json:"terms"`
	Fields []Field `json:"fields"`
	// Parts are needed to search; SecondStage are loaded after them; Cards are
	// fetched with the hits.
	Parts       Files `json:"parts"`
	SecondStage Files `json:"second_stage"`
	Cards       Files `json:"cards"`
	// Instant are the answers to the first letters, nil if the bundle has none.
	Instant *Instant `json:"instant,omitempty"`
	// Table is the table of the embeddings, nil if the bundle has none.
	Table *Table `json:"table,omitempty"`
	// Texts are the searched texts as they were, in the bundle's order, one line
	// for each field of a product that has any; nil if they were not kept.
	Texts *Bytes `json:"texts,omitempty"`
	// LexiconShare is the lexicon's bytes as a share of those of the texts that are
	// in it, both as brotli; 0 without Texts.
	LexiconShare float64 `json:"lexicon_share,omitempty"`
}

// Table says which words have a row in the embeddings.
type Table struct {
	// Dims is the length of a row.
	Dims int `json:"dims"`
	// Terms counts the rows of the catalogue's terms, Words those of words that it
	// lacks.
	Terms int `json:"terms"`
	Words int `json:"words"`
}

// Field is one field that can be filtered on.
type Field struct {
	Name  string `json:"name"`
	Label string `json:"label"`
	Kind  string `json:"kind"`
	Facet bool   `json:"facet"`
	// Values counts the distinct ones.
	Values int `json:"values"`
}

// Files are files of the bundle and their sum.
type Files struct {
	Files []File `json:"files"`
	Bytes Bytes  `json:"bytes"`
}

// File is one file of the bundle.
type File struct {
	Name  string `json:"name"`
	File  string `json:"file"`
	Bytes Bytes  `json:"bytes"`
	// Members are those of the lexicon and the embeddings, each measured by itself.
	Members []Member `json:"members,omitempty"`
}

// Member is one member of a part.
type Member struct {
	Name  string `json:"name"`
	Bytes Bytes  `json:"bytes"`
}

// Bundle inspects the bundle in fsys. It fails with a *bundle.Error, with ctx's,
// or because the texts or the answers beside the parts are damaged.
func Bundle(ctx context.Context, fsys fs.FS) (Report, error) {
	manifest, source, err := bundlefs.Open(fsys)
	if err != nil {
		return Report{}, err
	}
	if err := bundle.CheckVersion(bundle.ManifestFile, manifest.Format, manifest.Features); err != nil {
		return Report{}, err
	}
	report := Report{Format: manifest.Format, Features: manifest.Features, Products: manifest.Products, Fields: []Field{}}
	parts := map[string]*bundle.Part{}
	open := func(info bundle.PartInfo, data []byte) (err error) {
		parts[info.Name], err = bundle.OpenPart(info.File, info.Name, data)
		return err
	}
	needed, later := stages(manifest.Parts)
	if report.Parts, err = each(ctx, source, needed, open); err != nil {
		return Report{}, err
	}
	if report.SecondStage, err = each(ctx, source, later, open); err != nil {
		return Report{}, err
	}
	report.Cards, err = each(ctx, source, manifest.Cards, func(info bundle.PartInfo, data []byte) error {
		part, err := bundle.OpenPart(info.File, bundle.PartCards, data)
		if err == nil {
			_, err = cards.Decode(part)
		}
		return err
	})
	if err != nil {
		return Report{}, err
	}
	for _, name := range []string{bundle.PartSettings, bundle.PartLexicon, bundle.PartColumns} {
		if _, err := manifest.Part(name); err != nil {
			return Report{}, err
		}
	}
	if err := report.describe(parts); err != nil {
		return Report{}, err
	}
	report.Texts, err = texts(fsys)
	if err != nil {
		return Report{}, err
	}
	report.measureMembers(parts)
	report.Instant, err = openInstant(fsys, manifest)
	return report, err
}

// each measures the files and hands them to open.
func each(ctx context.Context, source bundle.Source, infos []bundle.PartInfo, open func(bundle.PartInfo, []byte) error) (Files, error) {
	files := Files{Files: []File{}}
	for _, info := range infos {
		if err := ctx.Err(); err != nil {
			return Files{}, err
		}
		data, err := source.Part(ctx, info.File)
		if err != nil {
			return Files{}, err
		}
		if err := open(info, data); err != nil {
			return Files{}, err
		}
		file := File{Name: info.Name, File: info.File, Bytes: measure(data)}
		files.Files = append(files.Files, file)
		files.Bytes.add(file.Bytes)
	}
	return files, nil
}

// describe reads what the parts say about the shop.
func (r *Report) describe(parts map[string]*bundle.Part) error {
	described, err := settings.Decode(parts[bundle.PartSettings])
	if err != nil {
		return err
	}
	r.Shop, r.Language, r.Currency = described.Shop, described.Language, described.Currency
	index, err := lexical.Open(parts[bundle.PartLexicon], described.BM25)
	if err != nil {
		return err
	}
	r.Terms = index.Terms()
	if part := parts[bundle.PartEmbeddings]; part != nil {
		table, err := embeddings.Decode(part, index.Terms())
		if err != nil {
			return err
		}
		r.Table = &Table{Dims: table.Dims, Terms: len(table.Terms), Words: len(table.Words)}
	}
	values, err := columns.Decode(parts[bundle.PartColumns], r.Products)
	if err != nil {
		return err
	}
	for i, f := range described.Fields {
		field := Field{Name: f.Name, Label: f.Label, Kind: string(f.Kind), Facet: f.Facet}
		if i < len(values) {
			field.Values = values[i].Len()
		}
		r.Fields = append(r.Fields, field)
	}
	return nil
}
