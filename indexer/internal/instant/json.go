package instant

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/vitrine-search/vitrine/shared/wire"
)

// selection is what of the answers a shard has: by a beginning's place, whether with
// its hits.
type selection map[int]bool

// encode writes the shard of a selection. Keys ascend, so that what begins alike
// stands close together and compresses well; hits are numbered as they are used.
func (a *answers) encode(bundle string, chosen selection) []byte {
	places := slices.Collect(maps.Keys(chosen))
	slices.SortFunc(places, func(i, j int) int { return strings.Compare(a.of[i].key, a.of[j].key) })
	var hits, prefixes []byte
	numbers := make(map[int]int)
	for _, i := range places {
		of := &a.of[i]
		prefixes = fmt.Appendf(prefixes, `%s:{"s":%s`, quoted(of.key), of.suggestions)
		if chosen[i] {
			prefixes = append(prefixes, `,"h":[`...)
			for _, hit := range of.hits {
				if _, used := numbers[hit]; !used {
					numbers[hit] = len(numbers)
					hits = append(append(hits, a.hits[hit]...), ',')
				}
				prefixes = append(strconv.AppendInt(prefixes, int64(numbers[hit]), 10), ',')
			}
			prefixes = fmt.Appendf(trimmed(prefixes), `],"t":%d`, of.total)
		}
		prefixes = append(prefixes, "},"...)
	}
	return fmt.Appendf(nil, `{"format":%d,"bundle":%s,"currency":%s,"hits":[%s],"prefixes":{%s}}`+"\n",
		Format, quoted(bundle), quoted(a.currency), trimmed(hits), trimmed(prefixes))
}

// trimmed returns the data without the comma at its end.
func trimmed(data []byte) []byte { return data[:max(0, len(data)-1)] }

// quoted writes a string as JSON.
func quoted(s string) []byte {
	data, err := json.Marshal(s)
	if err != nil {
		panic(err) // a string can always be written
	}
	return data
}

// hitJSON writes what a card shows of a hit.
func hitJSON(hit wire.Hit) []byte {
	hit.Category, hit.TitleMatches, hit.Explanation, hit.Score = nil, nil, nil, 0
	return hit.AppendJSON(nil)
}

func suggestionsJSON(suggestions []wire.Suggestion) []byte {
	data := []byte{'['}
	for i := range suggestions {
		data = append(suggestions[i].AppendJSON(data), ',')
	}
	if len(suggestions) > 0 {
		data = trimmed(data)
	}
	return append(data, ']')
}

// Open reads the shard of the bundle in fsys, nil if it has none. It fails as Parse
// does, or if the file cannot be read.
func Open(fsys fs.FS) (*Shard, error) {
	data, err := fs.ReadFile(fsys, File)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, nil //nolint:nilnil // a bundle need not have one
	case err != nil:
		return nil, err
	}
	return Parse(data)
}

// Parse reads a shard. It fails if the data is none, or one of another format.
func Parse(data []byte) (*Shard, error) {
	var s Shard
	if err := json.Unmarshal(data, &s); err != nil {
		return nil, fmt.Errorf("%s: is not the JSON of a shard: %w (hint: build the bundle again)", File, err)
	}
	if s.Format != Format {
		return nil, fmt.Errorf("%s: format %d, this program reads %d (hint: build the bundle again)", File, s.Format, Format)
	}
	for key, answer := range s.Prefixes {
		for _, place := range answer.Hits {
			if place < 0 || place >= len(s.Hits) {
				return nil, fmt.Errorf("%s: %q names hit %d of %d (hint: build the bundle again)", File, key, place, len(s.Hits))
			}
		}
	}
	return &s, nil
}
