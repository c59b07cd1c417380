package feedback

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Click is one product that was shown for a query, and what became of it.
type Click struct {
	Query   string `json:"query"`
	Product string `json:"product"`
	// Position is where it was shown, from 1.
	Position int `json:"position"`
	// Clicked is false for what was seen and left alone. A log needs those too:
	// they tell how much the position had to do with it.
	Clicked bool `json:"clicked"`
}

const (
	// longestLine bounds a line, and longestQuery a query: a longer one is pasted.
	longestLine  = 1 << 20
	longestQuery = 512
	// lastPosition bounds the positions; nobody looks further down.
	lastPosition = 1000
)

// clicksHint ends every error about a log.
const clicksHint = `(hint: a line is {"query": "desk lamp", "product": "lamp-3", "position": 1, "clicked": true}, or these four divided by tabs, the last as 1 or 0)`

// ReadClicks reads a log of clicks: one shown product to a line, as a JSON object or
// as the columns query, product, position and clicked (1 or 0, true or false)
// divided by tabs. Empty lines are skipped, and a first line that names the columns.
// name is the file's, for errors, which name the line and say how one looks.
func ReadClicks(r io.Reader, name string) ([]Click, error) {
	var clicks []Click
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, longestLine)
	number := 0
	for lines.Scan() {
		number++
		line := bytes.TrimPrefix(lines.Bytes(), []byte("\ufeff"))
		if len(bytes.TrimSpace(line)) == 0 || number == 1 && bytes.HasPrefix(line, []byte("query\t")) {
			continue
		}
		click, err := parseClick(line)
		if err != nil {
			return nil, fmt.Errorf("%s:%d: %w %s", name, number, err, clicksHint)
		}
		clicks = append(clicks, click)
	}
	if err := lines.Err(); err != nil {
		return nil, fmt.Errorf("%s:%d: %w %s", name, number+1, err, clicksHint)
	}
	if len(clicks) == 0 {
		return nil, fmt.Errorf("%s: holds no clicks %s", name, clicksHint)
	}
	return clicks, nil
}

// parseClick reads one line.
func parseClick(line []byte) (c Click, err error) {
	if !utf8.Valid(line) {
		return c, errors.New("is not UTF-8")
	}
	if bytes.HasPrefix(bytes.TrimSpace(line), []byte("{")) {
		c, err = parseObject(line)
	} else {
		c, err = parseColumns(string(line))
	}
	if err != nil {
		return c, err
	}
	c.Query, c.Product = strings.Join(strings.Fields(c.Query), " "), strings.TrimSpace(c.Product)
	switch {
	case c.Query == "":
		return c, errors.New("the query is empty")
	case len(c.Query) > longestQuery:
		return c, fmt.Errorf("the query has %d bytes, and more than %d are no query", len(c.Query), longestQuery)
	case c.Product == "":
		return c, errors.New("the product is empty")
	case c.Position < 1 || c.Position > lastPosition:
		return c, fmt.Errorf("position %d is not from 1 to %d", c.Position, lastPosition)
	}
	return c, nil
}

// parseObject reads a JSON object, all of whose members must be there and known.
func parseObject(line []byte) (Click, error) {
	var row struct {
		Query, Product *string
		Position       *int
		Clicked        *bool
	}
	decoder := json.NewDecoder(bytes.NewReader(line))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(&row); err != nil {
		return Click{}, err
	}
	if row.Query == nil || row.Product == nil || row.Position == nil || row.Clicked == nil {
		return Click{}, errors.New("one of query, product, position and clicked is missing")
	}
	if decoder.More() {
		return Click{}, errors.New("has more than one object")
	}
	return Click{Query: *row.Query, Product: *row.Product, Position: *row.Position, Clicked: *row.Clicked}, nil
}

// parseColumns reads four columns.
func parseColumns(line string) (c Click, err error) {
	columns := strings.Split(line, "\t")
	if len(columns) != 4 {
		return c, fmt.Errorf("has %d columns where four are expected", len(columns))
	}
	c.Query, c.Product = columns[0], columns[1]
	if c.Position, err = strconv.Atoi(strings.TrimSpace(columns[2])); err != nil {
		return c, fmt.Errorf("position %q is no whole number", columns[2])
	}
	if c.Clicked, err = strconv.ParseBool(strings.TrimSpace(columns[3])); err != nil {
		return c, fmt.Errorf("clicked is %q, neither 1 nor 0", columns[3])
	}
	return c, nil
}
