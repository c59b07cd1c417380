package main

import (
	"embed"
	"errors"
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/goccy/go-yaml"
)

//go:embed material
var materialFS embed.FS

// material is what one language's catalogue is composed of.
type material struct {
	language string
	brands   map[string]brand
	types    []productType
	phrases  phrases
	// words translates values of the English structure (colours, materials,
	// rooms ...); it is empty for English itself.
	words map[string]string
}

// brand is an invented maker. Series carry the style, so that everything called
// "Tove" looks alike.
type brand struct {
	Name   string            `yaml:"name"`
	Code   string            `yaml:"code"`
	Series yaml.MapSlice     `yaml:"series"`
	styles map[string]string // series -> style
	order  []string          // series, as written
}

// productType is one kind of thing with everything needed to make several
// products of it.
type productType struct {
	Type     string   `yaml:"type"`
	Category []string `yaml:"category"`
	// Nouns are synonyms, one for each product in turn.
	Nouns []string `yaml:"nouns"`
	// Draw names the drawing; it is Type where it is empty.
	Draw string `yaml:"draw"`
	// Drawings are the nouns that look different, with a drawing of their own.
	Drawings map[string]string `yaml:"drawings"`
	Count    int               `yaml:"count"`
	// Brands are keys of the brands file.
	Brands []string `yaml:"brands"`
	// Price is the band of the plainest size, from lowest to highest.
	Price [2]float64 `yaml:"price"`
	Room  []string   `yaml:"room"`
	// In lists the colours that each material comes in.
	In yaml.MapSlice `yaml:"in"`
	// Also are further materials that every product of the type has.
	Also  []string         `yaml:"also"`
	Sizes []map[string]any `yaml:"sizes"`
	// Vary says what the variants of a product differ in: "colour", "size",
	// both or nothing.
	Vary []string `yaml:"vary"`
	// Features hold for every product; Maybe features for about half of them.
	Features []string `yaml:"features"`
	Maybe    []string `yaml:"maybe"`
	// Titles replace the language's usual title patterns.
	Titles []string `yaml:"titles"`
	// Care is a key of phrases.Care; it is the material where it is empty.
	Care string `yaml:"care"`
	// Use and Detail are the sentences of descriptions: what it is for, and what
	// it is like. A sentence that begins with "[Linen]" is true only of products
	// that have that noun, material, colour, size, feature or category.
	Use    []string `yaml:"use"`
	Detail []string `yaml:"detail"`

	finishes []finish
}

// finish is a material and the colours it comes in.
type finish struct {
	material string
	colours  []string
}

// phrases are the sentences and patterns that many types share.
type phrases struct {
	Titles map[string][]string `yaml:"titles"`
	Care   map[string][]string `yaml:"care"`
	// Measures are sentences about dimensions; one is fit for a product that has
	// every number it names.
	Measures []string `yaml:"measures"`
	Colour   string   `yaml:"colour"`
	Size     string   `yaml:"size"`
	// Join stands between two sentences.
	Join string `yaml:"join"`
}

// loadMaterial reads a language's material. The structure of a type (sizes,
// finishes, features) is written once, in English; another language gives its
// words, its prices and a table that translates the values.
func loadMaterial(language string) (*material, error) {
	m := &material{language: language, words: map[string]string{}}
	if err := readYAML(language+"/brands.yaml", &m.brands); err != nil {
		return nil, err
	}
	for key, b := range m.brands {
		if err := b.settle(); err != nil {
			return nil, fmt.Errorf("material/%s/brands.yaml: %s: %w", language, key, err)
		}
		m.brands[key] = b
	}
	if err := readYAML(language+"/phrases.yaml", &m.phrases); err != nil {
		return nil, err
	}
	types, err := readTypes("en")
	if err != nil {
		return nil, err
	}
	m.types = types
	if language == "en" {
		return m, nil
	}
	if err := readYAML(language+"/words.yaml", &m.words); err != nil {
		return nil, err
	}
	own, err := readTypes(language)
	if err != nil {
		return nil, err
	}
	m.types, err = dress(types, own)
	return m, err
}

// readTypes reads the department files of one language in the order of their
// names.
func readTypes(language string) ([]productType, error) {
	entries, err := materialFS.ReadDir("material/" + language)
	if err != nil {
		return nil, err
	}
	var all []productType
	for _, e := range entries {
		if slices.Contains([]string{"brands.yaml", "phrases.yaml", "words.yaml"}, e.Name()) {
			continue
		}
		var types []productType
		if err := readYAML(language+"/"+e.Name(), &types); err != nil {
			return nil, err
		}
		for i := range types {
			if err := types[i].settle(); err != nil {
				return nil, fmt.Errorf("material/%s/%s: %s: %w", language, e.Name(), types[i].Type, err)
			}
		}
		all = append(all, types...)
	}
	return all, nil
}

// dress puts another language's words on the structure of the same types.
func dress(structure, words []productType) ([]productType, error) {
	dressed := make([]productType, 0, len(words))
	for _, w := range words {
		i := slices.IndexFunc(structure, func(t productType) bool { return t.Type == w.Type })
		if i < 0 {
			return nil, fmt.Errorf("type %q has no English twin to take its structure from", w.Type)
		}
		t := structure[i]
		t.Category, t.Nouns, t.Count, t.Price = w.Category, w.Nouns, w.Count, w.Price
		t.Drawings, t.Titles, t.Care, t.Use, t.Detail = w.Drawings, w.Titles, w.Care, w.Use, w.Detail
		dressed = append(dressed, t)
	}
	return dressed, nil
}

func (t *productType) settle() error {
	if t.Draw == "" {
		t.Draw = t.Type
	}
	for _, item := range t.In {
		colours, ok := item.Value.([]any)
		if !ok || len(colours) == 0 {
			return fmt.Errorf("in: %v: want a list of colours", item.Key)
		}
		f := finish{material: fmt.Sprint(item.Key)}
		for _, c := range colours {
			f.colours = append(f.colours, fmt.Sprint(c))
		}
		t.finishes = append(t.finishes, f)
	}
	if len(t.Nouns) == 0 || len(t.Use) == 0 || len(t.Detail) == 0 || t.Count == 0 {
		return errors.New("nouns, use, detail and count must not be empty")
	}
	return nil
}

func (b *brand) settle() error {
	b.styles = map[string]string{}
	for _, item := range b.Series {
		name := fmt.Sprint(item.Key)
		b.order = append(b.order, name)
		b.styles[name] = fmt.Sprint(item.Value)
	}
	if len(b.order) == 0 {
		return errors.New("no series (hint: a brand names at least one, with its style)")
	}
	return nil
}

func readYAML(name string, into any) error {
	name = path.Join("material", name)
	text, err := materialFS.ReadFile(name)
	if err != nil {
		return err
	}
	if err := yaml.UnmarshalWithOptions(text, into, yaml.Strict()); err != nil {
		return fmt.Errorf("%s: %s", name, strings.TrimSpace(yaml.FormatError(err, false, true)))
	}
	return nil
}

// say returns an English value in the catalogue's language.
func (m *material) say(value string) string {
	if own, ok := m.words[value]; ok {
		return own
	}
	return value
}

func (m *material) sayAll(values []string) []string {
	own := make([]string, len(values))
	for i, v := range values {
		own[i] = m.say(v)
	}
	return own
}
