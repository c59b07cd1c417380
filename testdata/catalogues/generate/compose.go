package main

import (
	"fmt"
	"hash/fnv"
	"math/rand/v2"
	"slices"
	"strings"
)

// compose makes every product of a catalogue. Each type draws its lots from a
// source of its own, so that a new type leaves the others as they were.
func compose(m *material, seed uint64) ([]item, error) {
	var items []item
	sentences := newSentences(m.phrases.Join)
	for i := range m.types {
		t := &m.types[i]
		name := fnv.New64a()
		_, _ = name.Write([]byte(m.language + "/" + t.Type))
		w := &workshop{
			material: m,
			kind:     t,
			//nolint:gosec // the lots must fall the same way each time; nothing secret hangs on them
			lots:      rand.New(rand.NewPCG(seed, name.Sum64())),
			sentences: sentences,
		}
		made, err := w.makeAll()
		if err != nil {
			return nil, fmt.Errorf("%s %s: %w", m.language, t.Type, err)
		}
		items = append(items, made...)
	}
	return items, nil
}

// workshop makes the products of one type.
type workshop struct {
	*material
	kind      *productType
	lots      *rand.Rand
	sentences *sentences
}

// plan is what has been decided about one product before any word is written.
type plan struct {
	brand    brand
	series   string
	noun     string
	material string
	colours  []string
	sizes    []map[string]any
	features []string
	// byColour and bySize say that the product has variants that differ so.
	byColour, bySize bool
}

func (w *workshop) makeAll() ([]item, error) {
	var items []item
	taken := map[string]bool{}
	for n := range w.kind.Count {
		p, err := w.plan(n, taken)
		if err != nil {
			return nil, err
		}
		items = append(items, w.makeOne(n, p))
	}
	return items, nil
}

// plan goes round the nouns, brands, materials, colours and sizes of the type in
// turn, so that a type with few products still shows its breadth.
func (w *workshop) plan(n int, taken map[string]bool) (plan, error) {
	t := w.kind
	p := plan{noun: t.Nouns[n%len(t.Nouns)]}
	key := t.Brands[n%len(t.Brands)]
	b, ok := w.brands[key]
	if !ok {
		return p, fmt.Errorf("brand %q is not in brands.yaml", key)
	}
	p.brand = b
	start := w.lots.IntN(len(b.order))
	for i := range b.order {
		p.series = b.order[(start+i)%len(b.order)]
		if !taken[p.series] {
			break
		}
	}
	taken[p.series] = true

	f := t.finishes[n%len(t.finishes)]
	p.material = f.material
	first := (n / len(t.finishes)) % len(f.colours)
	p.colours = []string{f.colours[first]}
	if slices.Contains(t.Vary, "colour") && len(f.colours) > 1 && w.chance(60) {
		p.byColour = true
		for i := 1; i < min(len(f.colours), 2+w.lots.IntN(3)); i++ {
			p.colours = append(p.colours, f.colours[(first+i)%len(f.colours)])
		}
	}
	if len(t.Sizes) > 0 {
		at := n % len(t.Sizes)
		p.sizes = t.Sizes[at : at+1]
		// With a size for each noun ("runner", "round rug") the noun fixes the size.
		fixed := len(t.Sizes) == len(t.Nouns)
		if slices.Contains(t.Vary, "size") && len(t.Sizes) > 1 && !fixed && w.chance(55) {
			p.bySize = true
			at = w.lots.IntN(len(t.Sizes) - 1)
			p.sizes = t.Sizes[at:min(len(t.Sizes), at+2+w.lots.IntN(2))]
		}
	}
	p.features = slices.Clone(t.Features)
	for i, f := range t.Maybe {
		if (n+i)%2 == 0 {
			p.features = append(p.features, f)
		}
	}
	return p, nil
}

func (w *workshop) makeOne(n int, p plan) item {
	f := w.facts(p)
	it := item{
		ID:       fmt.Sprintf("%s-%02d", w.kind.Type, n+1),
		Brand:    p.brand.Name,
		Category: w.kind.Category,
		Image:    w.picture(p.noun, p.colours[0]),
	}
	it.Title = w.title(n, p, f)
	it.URL = "product.html?id=" + it.ID
	it.Description = w.describe(f)
	it.Attributes = w.attributes(p)
	base := w.basePrice(n)
	it.Price = w.priceOf(base, p.sizes)
	if w.chance(15) {
		it.ListPrice = roundPrice(it.Price/(1-float64(10+5*w.lots.IntN(6))/100), w.language)
	}
	it.Rating, it.Reviews = w.opinion(it.Price)
	it.Availability = w.stock()
	if w.chance(40) {
		it.Attributes["sku"] = []string{fmt.Sprintf("%s-%04d", p.brand.Code, 1000+w.lots.IntN(9000))}
	}
	it.Variants = w.variants(it, p, base)
	return it
}

// facts are the words and numbers that sentences and titles may name.
func (w *workshop) facts(p plan) facts {
	f := facts{values: map[string]string{
		"series":   p.series,
		"noun":     p.noun,
		"brand":    p.brand.Name,
		"material": inSentence(w.say(p.material)),
		"colour":   inSentence(w.say(p.colours[0])),
	}, tags: map[string]bool{p.noun: true}}
	f.values["finish"] = f.values["colour"] + w.phrases.Join + f.values["material"]
	if p.colours[0] == p.material {
		// "Oak oak" and "a bench in oak, oak" are never said.
		f.values["finish"] = f.values["material"]
		f.values["colour"] = ""
	}
	for _, v := range slices.Concat([]string{p.material}, p.colours, w.kind.Also, p.features) {
		f.tags[w.say(v)] = true
	}
	for _, c := range w.kind.Category {
		f.tags[c] = true
	}
	if len(p.sizes) > 0 && !p.bySize {
		for key, v := range p.sizes[0] {
			f.values[key] = w.saySize(fmt.Sprint(v))
			f.tags[w.saySize(fmt.Sprint(v))] = true
		}
		f.values["size"] = f.values["name"]
	}
	delete(f.values, "name")
	delete(f.values, "times")
	return f
}

// title fits the language's pattern for what the title need not say, because
// the variants say it.
func (w *workshop) title(n int, p plan, f facts) string {
	patterns := w.kind.Titles
	if len(patterns) == 0 {
		key := "single"
		if p.byColour {
			key = "colours"
		}
		patterns = w.phrases.Titles[key]
		if f.values["size"] != "" {
			patterns = w.phrases.Titles[key+" sized"]
		}
	}
	for i := range patterns {
		pattern := patterns[(n+i)%len(patterns)]
		if p.byColour && (strings.Contains(pattern, "{colour}") || strings.Contains(pattern, "{finish}")) {
			continue
		}
		if f.fits(pattern) {
			return f.fill(pattern)
		}
	}
	return f.fill("{series} {noun}")
}

func (w *workshop) describe(f facts) string {
	s := w.sentences
	opening := s.pick(w.lots, w.kind.Use, f)
	detail := s.pick(w.lots, w.kind.Detail, f)
	lines := []string{opening, detail}
	if w.chance(35) {
		lines = []string{detail, opening}
	}
	care := w.kind.Care
	if care == "" {
		care = w.materialOf(f)
	}
	var closing []string
	if w.chance(50) && !strings.Contains(opening+detail, "_cm}") {
		closing = append(closing, s.pick(w.lots, w.phrases.Measures, f))
	}
	if w.chance(45) {
		closing = append(closing, s.pick(w.lots, w.phrases.Care[care], f))
	}
	closing = slices.DeleteFunc(closing, func(line string) bool { return line == "" })
	if len(closing) == 0 || len(closing) == 1 && w.chance(60) {
		lines = append(lines, s.pick(w.lots, w.kind.Detail, f, detail))
	}
	return s.join(f, append(lines, closing...))
}

func (w *workshop) materialOf(f facts) string {
	for _, fin := range w.kind.finishes {
		if inSentence(w.say(fin.material)) == f.values["material"] {
			return w.say(fin.material)
		}
	}
	return ""
}

func (w *workshop) chance(percent int) bool { return w.lots.IntN(100) < percent }
