package main

import (
	"embed"
	"fmt"
	"path"
	"regexp"
	"strings"

	"github.com/goccy/go-yaml"
)

//go:embed drawings
var drawingFS embed.FS

// studio colours the drawings. A drawing is the inside of a 400 x 400 SVG whose
// fills and strokes are letters (see palette); it holds no style sheet and no
// reference, so that it shows under the strictest content security policy.
type studio struct {
	drawings map[string]string
	colours  map[string]rgb // by slug
}

func openStudio() (*studio, error) {
	s := &studio{drawings: map[string]string{}, colours: map[string]rgb{}}
	entries, err := drawingFS.ReadDir("drawings")
	if err != nil {
		return nil, err
	}
	for _, e := range entries {
		text, err := drawingFS.ReadFile("drawings/" + e.Name())
		if err != nil {
			return nil, err
		}
		s.drawings[strings.TrimSuffix(e.Name(), ".svg")] = string(text)
	}
	var hex map[string]string
	text, err := materialFS.ReadFile("material/colours.yaml")
	if err != nil {
		return nil, err
	}
	if err := yaml.Unmarshal(text, &hex); err != nil {
		return nil, fmt.Errorf("material/colours.yaml: %w", err)
	}
	for name, value := range hex {
		c, err := parseRGB(value)
		if err != nil {
			return nil, fmt.Errorf("material/colours.yaml: %s: %w", name, err)
		}
		s.colours[slug(name)] = c
	}
	return s, nil
}

// drawAll adds the pictures that the products and their variants show.
func (s *studio) drawAll(files map[string][]byte, items []item) error {
	for _, it := range items {
		images := []string{it.Image}
		for _, v := range it.Variants {
			images = append(images, v.Image)
		}
		for _, image := range images {
			name := pictureDir + "/" + path.Base(image)
			if files[name] != nil {
				continue
			}
			drawing, colour, err := s.parse(strings.TrimSuffix(path.Base(image), ".svg"))
			if err != nil {
				return fmt.Errorf("%s: %w", it.ID, err)
			}
			if files[name], err = s.draw(drawing, colour); err != nil {
				return fmt.Errorf("%s: %w", it.ID, err)
			}
		}
	}
	return nil
}

// parse splits "floor-lamp-dove-grey" into its drawing and its colour.
func (s *studio) parse(picture string) (drawing, colour string, err error) {
	for at, r := range picture {
		if r != '-' {
			continue
		}
		drawing, colour = picture[:at], picture[at+1:]
		_, drawn := s.drawings[drawing]
		if _, mixed := s.colours[colour]; drawn && mixed {
			return drawing, colour, nil
		}
	}
	return "", "", fmt.Errorf("picture %q: no drawing in drawings/ and colour in material/colours.yaml make this name", picture)
}

var (
	paint  = regexp.MustCompile(`(fill|stroke)="([a-z])"`)
	indent = regexp.MustCompile(`\n\s*`)
)

func (s *studio) draw(drawing, colour string) ([]byte, error) {
	inside, ok := s.drawings[drawing]
	if !ok {
		return nil, fmt.Errorf("no drawing drawings/%s.svg", drawing)
	}
	c, ok := s.colours[colour]
	if !ok {
		return nil, fmt.Errorf("colour %q is not in material/colours.yaml", colour)
	}
	colours := palette(c)
	for _, m := range paint.FindAllStringSubmatch(inside, -1) {
		if colours[m[2]] == "" {
			return nil, fmt.Errorf("drawings/%s.svg: no paint %q", drawing, m[2])
		}
	}
	body := paint.ReplaceAllStringFunc(indent.ReplaceAllString(strings.TrimSpace(inside), ""), func(p string) string {
		m := paint.FindStringSubmatch(p)
		return m[1] + `="` + colours[m[2]] + `"`
	})
	return fmt.Appendf(nil, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 400"><path fill="%s" d="M0 0h400v400H0z"/>%s</svg>`+"\n",
		colours["z"], body), nil
}

// palette gives every letter that a drawing may paint with.
func palette(c rgb) map[string]string {
	wall := rgb{243, 237, 228}
	if c.lightness() > 0.8 {
		wall = rgb{222, 211, 196}
	}
	wall = wall.mix(c, 0.09)
	black, white := rgb{30, 24, 20}, rgb{255, 255, 255}
	return map[string]string{
		"z": wall.hex(),                  // the wall behind
		"x": wall.mix(black, 0.07).hex(), // the floor, or a quiet shape behind
		"s": wall.mix(black, 0.16).hex(), // the shadow on the floor
		"c": c.hex(),                     // the product's colour,
		"d": c.mix(black, 0.2).hex(),     // in the shade,
		"e": c.mix(black, 0.4).hex(),     // in deep shade,
		"l": c.mix(white, 0.25).hex(),    // in the light,
		"i": c.mix(white, 0.5).hex(),     // and in bright light
		"w": rgb{200, 155, 108}.hex(),    // wood
		"v": rgb{165, 122, 80}.hex(),     // wood in the shade
		"m": rgb{188, 191, 195}.hex(),    // metal
		"n": rgb{140, 145, 150}.hex(),    // metal in the shade
		"k": rgb{58, 56, 54}.hex(),       // charcoal
		"p": rgb{252, 249, 244}.hex(),    // paper
		"q": rgb{231, 223, 211}.hex(),    // paper in the shade
		"g": rgb{118, 158, 112}.hex(),    // leaves
		"f": rgb{86, 126, 88}.hex(),      // leaves in the shade
		"y": rgb{255, 226, 163}.hex(),    // light from a lamp
		"h": rgb{255, 246, 222}.hex(),    // its halo
		"t": rgb{193, 112, 80}.hex(),     // terracotta
		"b": rgb{150, 186, 203}.hex(),    // water and sky
		"r": rgb{196, 84, 74}.hex(),      // a red accent
	}
}

type rgb [3]uint8

func parseRGB(text string) (rgb, error) {
	var c rgb
	_, err := fmt.Sscanf(text, "#%02x%02x%02x", &c[0], &c[1], &c[2])
	return c, err
}

func (c rgb) hex() string { return fmt.Sprintf("#%02x%02x%02x", c[0], c[1], c[2]) }

// mix goes the given part of the way (0 to 1) to the other colour.
func (c rgb) mix(other rgb, part float64) rgb {
	for i := range c {
		c[i] = uint8(float64(c[i])*(1-part) + float64(other[i])*part + 0.5)
	}
	return c
}

// lightness is the relative luma, 0 to 1.
func (c rgb) lightness() float64 {
	return (0.299*float64(c[0]) + 0.587*float64(c[1]) + 0.114*float64(c[2])) / 255
}
