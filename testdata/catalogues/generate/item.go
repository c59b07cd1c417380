package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// item is one product as a line of the catalogue file.
type item struct {
	ID           string         `json:"id"`
	Title        string         `json:"title"`
	Description  string         `json:"description"`
	Brand        string         `json:"brand"`
	Category     []string       `json:"category"`
	Price        float64        `json:"price"`
	ListPrice    float64        `json:"list_price,omitempty"`
	Rating       float64        `json:"rating,omitempty"`
	Reviews      int            `json:"reviews"`
	Availability string         `json:"availability"`
	URL          string         `json:"url"`
	Image        string         `json:"image"`
	Attributes   map[string]any `json:"attributes"`
	Variants     []variant      `json:"variants,omitempty"`
}

type variant struct {
	ID           string            `json:"id"`
	Options      map[string]string `json:"options"`
	Price        float64           `json:"price"`
	URL          string            `json:"url"`
	Image        string            `json:"image"`
	Availability string            `json:"availability"`
}

// marshalLines writes one product a line.
func marshalLines(items []item) ([]byte, error) {
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	for _, it := range items {
		if err := enc.Encode(it); err != nil {
			return nil, fmt.Errorf("%s: %w", it.ID, err)
		}
	}
	return out.Bytes(), nil
}

// attributes lists everything that is true of the product or of one of its
// variants.
func (w *workshop) attributes(p plan) map[string]any {
	all := map[string]any{
		"colour":   w.sayAll(p.colours),
		"material": w.sayAll(append([]string{p.material}, w.kind.Also...)),
		"room":     w.sayAll(w.kind.Room),
		"style":    []string{w.say(p.brand.styles[p.series])},
	}
	if len(p.features) > 0 {
		all["feature"] = w.sayAll(p.features)
	}
	for _, key := range slices.Sorted(maps.Keys(w.sizeKeys(p))) {
		var values []any
		for _, size := range p.sizes {
			v, ok := size[key]
			if text, isText := v.(string); isText {
				v = w.saySize(text)
			}
			if ok && !slices.Contains(values, v) {
				values = append(values, v)
			}
		}
		if key == "name" {
			key = "size"
		}
		all[key] = values
		if _, isText := values[0].(string); !isText && len(values) == 1 {
			all[key] = values[0]
		}
	}
	return all
}

func (w *workshop) sizeKeys(p plan) map[string]bool {
	keys := map[string]bool{}
	for _, size := range p.sizes {
		for key := range size {
			if key != "times" {
				keys[key] = true
			}
		}
	}
	return keys
}

// saySize writes a size as the language does: "140×200cm" in Chinese.
func (w *workshop) saySize(size string) string {
	if own := w.say(size); own != size || w.language == "en" {
		return own
	}
	return strings.NewReplacer(" x ", "×", " cm", "cm", " W", "W").Replace(size)
}

func (w *workshop) variants(it item, p plan, base float64) []variant {
	if !p.byColour && !p.bySize {
		return nil
	}
	sizes := p.sizes
	if !p.bySize {
		sizes = sizes[:min(1, len(sizes))]
	}
	var all []variant
	for _, colour := range p.colours {
		for i := range max(1, len(sizes)) {
			v := variant{Options: map[string]string{}, Price: it.Price, Image: w.picture(p.noun, colour), Availability: it.Availability}
			name := it.ID
			if p.byColour {
				v.Options[w.phrases.Colour] = w.say(colour)
				name += "-" + slug(colour)
			}
			if p.bySize {
				text := fmt.Sprint(sizes[i]["name"])
				v.Options[w.phrases.Size] = w.saySize(text)
				v.Price = w.priceOf(base, sizes[i:i+1])
				name += "-" + slug(text)
			}
			v.ID, v.URL = name, it.URL+"&variant="+name
			if it.Availability == "in_stock" && len(all) > 0 && w.chance(12) {
				v.Availability = "out_of_stock"
			}
			all = append(all, v)
		}
	}
	return all
}

// picture is the path of a drawing in a colour, relative to the shop.
func (w *workshop) picture(noun, colour string) string {
	drawing, own := w.kind.Drawings[noun]
	if !own {
		drawing = w.kind.Draw
	}
	return "pictures/" + drawing + "-" + slug(colour) + ".svg"
}

// slug writes a name as part of an id or of a file name.
func slug(name string) string {
	var out strings.Builder
	for _, r := range strings.ToLower(name) {
		switch {
		case r >= 'a' && r <= 'z', r >= '0' && r <= '9':
			out.WriteRune(r)
		case out.Len() > 0 && !strings.HasSuffix(out.String(), "-"):
			out.WriteByte('-')
		}
	}
	return strings.Trim(out.String(), "-")
}
