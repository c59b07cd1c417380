package config

import (
	"fmt"
	"strings"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"

	"github.com/vitrine-search/vitrine/shared/product"
)

// line is a text of the configuration and where it stands.
type line struct {
	text   string
	number int
}

// UnmarshalYAML reads a text and keeps its line.
func (l *line) UnmarshalYAML(node ast.Node) error {
	if token := node.GetToken(); token != nil && token.Position != nil {
		l.number = token.Position.Line
	}
	return yaml.NodeToValue(node, &l.text)
}

// synonyms reads the lines of search.synonyms: "a, b => c, d" for one way, "a, b,
// c" for all ways.
func synonyms(lines []line) ([]product.Synonym, error) {
	var read []product.Synonym
	for _, l := range lines {
		mistake := func(what, hint string) error {
			return fmt.Errorf("line %d: search.synonyms: %q %s (hint: %s)", l.number, l.text, what, hint)
		}
		left, right, oneWay := strings.Cut(l.text, "=>")
		if strings.Contains(right, "=>") {
			return nil, mistake("has two arrows", "write a line for each arrow")
		}
		s := product.Synonym{From: words(left), To: words(right)}
		switch {
		case oneWay && (len(s.From) == 0 || len(s.To) == 0):
			return nil, mistake("has nothing on one side of its arrow", `for example "sneaker => trainer, gym shoe"`)
		case !oneWay && len(s.From) < 2:
			return nil, mistake("is one word alone", `for example "sofa, couch, settee"`)
		}
		read = append(read, s)
	}
	return read, nil
}

// words splits at commas and leaves out what is empty or said before.
func words(list string) []string {
	var all []string
	seen := map[string]bool{}
	for word := range strings.SplitSeq(list, ",") {
		word = strings.Join(strings.Fields(word), " ")
		if key := strings.ToLower(word); word != "" && !seen[key] {
			seen[key] = true
			all = append(all, word)
		}
	}
	return all
}
