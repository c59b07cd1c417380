// Command generate writes the demo shop: the English and the Chinese catalogue,
// and the pictures of their products.
//
// Everything a shopper reads is written by hand in material/ (one file for each
// department and language), every picture is drawn by hand in drawings/; this
// program only composes. The same material and seed give the same bytes, so the
// files can be kept in the repository and a test can hold them to their source.
//
//	go run ./testdata/catalogues/generate
package main

import (
	"bytes"
	"flag"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
)

// Where the files lie, relative to the root of the repository.
const (
	catalogueDir = "testdata/catalogues"
	pictureDir   = "web/demo/pictures"
)

// defaultSeed gives the catalogues that the repository holds.
const defaultSeed = 1851

func main() {
	root := flag.String("root", ".", "root of the repository")
	seed := flag.Uint64("seed", defaultSeed, "seed of everything that is drawn by lot")
	flag.Parse()
	if err := run(*root, *seed); err != nil {
		fmt.Fprintln(os.Stderr, "generate:", err)
		os.Exit(1)
	}
}

func run(root string, seed uint64) error {
	files, err := generate(seed)
	if err != nil {
		return err
	}
	if err := removeStalePictures(root, files); err != nil {
		return err
	}
	for _, name := range slices.Sorted(maps.Keys(files)) {
		path := filepath.Join(root, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return err
		}
		if old, err := os.ReadFile(path); err == nil && bytes.Equal(old, files[name]) {
			continue
		}
		if err := os.WriteFile(path, files[name], 0o644); err != nil {
			return err
		}
	}
	return nil
}

// generate returns the bytes of every file by its path from the root.
func generate(seed uint64) (map[string][]byte, error) {
	files := map[string][]byte{}
	studio, err := openStudio()
	if err != nil {
		return nil, err
	}
	for _, language := range []string{"en", "zh"} {
		m, err := loadMaterial(language)
		if err != nil {
			return nil, err
		}
		products, err := compose(m, seed)
		if err != nil {
			return nil, err
		}
		if files[catalogueDir+"/home-"+language+".jsonl"], err = marshalLines(products); err != nil {
			return nil, err
		}
		if err := studio.drawAll(files, products); err != nil {
			return nil, err
		}
	}
	return files, nil
}

// removeStalePictures deletes the pictures that no product shows any more.
func removeStalePictures(root string, files map[string][]byte) error {
	old, err := filepath.Glob(filepath.Join(root, pictureDir, "*.svg"))
	if err != nil {
		return err
	}
	for _, path := range old {
		if _, wanted := files[pictureDir+"/"+filepath.Base(path)]; wanted {
			continue
		}
		if err := os.Remove(path); err != nil {
			return err
		}
	}
	return nil
}
