//go:build js

package jsbridge

import (
	"fmt"
	"strconv"
	"strings"
	"syscall/js"

	"github.com/vitrine-search/vitrine/shared/bundle"
)

// Manifest reads argument i, the parsed manifest.json, but for its lists of parts:
// each is a text with one line for a part, "NAME FILE BYTES". A list of some hundred
// objects took a tenth of the time in which a bundle opens. Members that it does not
// know are passed over: the versions in it say whether it can be read, and
// engine.Open checks them. It fails with a *bundle.Error.
func (a Arguments) Manifest(i int) (bundle.Manifest, error) {
	var m bundle.Manifest
	err := members(a.at(i), "the manifest", func(name string, v js.Value) (bool, error) {
		switch name {
		case "format":
			return true, readInt(v, name, &m.Format)
		case "features":
			return true, readInt(v, name, &m.Features)
		case "shop":
			return true, readText(v, name, &m.Shop)
		case "products":
			return true, readInt(v, name, &m.Products)
		case "parts":
			return true, readParts(v, name, &m.Parts)
		case "cards":
			return true, readParts(v, name, &m.Cards)
		case "cards_per_chunk":
			return true, readInt(v, name, &m.CardsPerChunk)
		}
		return true, nil
	})
	if err == nil {
		return m, nil
	}
	return m, &bundle.Error{
		Code: bundle.Corrupt, File: bundle.ManifestFile, Detail: "is not the JSON of a manifest", Err: err,
		Hint: "run the indexer again",
	}
}

func readParts(v js.Value, path string, into *[]bundle.PartInfo) error {
	var list string
	if err := readText(v, path, &list); err != nil {
		return err
	}
	parts := make([]bundle.PartInfo, 0, strings.Count(list, "\n"))
	for list != "" {
		var line string
		line, list, _ = strings.Cut(list, "\n")
		name, rest, _ := strings.Cut(line, " ")
		file, length, _ := strings.Cut(rest, " ")
		bytes, err := strconv.ParseUint(length, 10, 31)
		if err != nil {
			return fmt.Errorf("%s[%d] must be a name, a file and its length, not %q", path, len(parts), line)
		}
		parts = append(parts, bundle.PartInfo{Name: name, File: file, Bytes: int(bytes)})
	}
	*into = parts
	return nil
}
