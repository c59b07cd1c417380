//go:build js

package jsbridge

import (
	"fmt"
	"syscall/js"

	"github.com/vitrine-search/vitrine/shared/bundle"
)

// Manifest reads argument i, the parsed manifest.json. Members that it does not
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
	if v.Type() != js.TypeObject || !isArray(v) {
		return fmt.Errorf("%s must be an array, not %s", path, typeName(v))
	}
	parts := make([]bundle.PartInfo, v.Length())
	for i := range parts {
		part := &parts[i]
		path := fmt.Sprintf("%s[%d]", path, i)
		err := members(v.Index(i), path, func(name string, v js.Value) (bool, error) {
			switch name {
			case "name":
				return true, readText(v, path+".name", &part.Name)
			case "file":
				return true, readText(v, path+".file", &part.File)
			case "bytes":
				return true, readInt(v, path+".bytes", &part.Bytes)
			}
			return true, nil
		})
		if err != nil {
			return err
		}
	}
	*into = parts
	return nil
}
