// Generate writes the JSON writers of package wire (json_gen.go) and its
// TypeScript types (web/src/core/wire.ts) from the source of the package.
//
// It reads the source rather than the types by reflection because the doc
// comments belong to the contract: TypeScript's readers see the same words. Run
// it by go generate ./shared/wire; a test fails when its output is out of date.
package main

import (
	"fmt"
	"os"
	"path/filepath"
)

// The outputs, relative to the folder of package wire.
const (
	goOutput         = "json_gen.go"
	typescriptOutput = "../../web/src/core/wire.ts"
)

func main() {
	if err := run("."); err != nil {
		fmt.Fprintln(os.Stderr, "generate:", err)
		os.Exit(1)
	}
}

// run generates both files from the package in dir.
func run(dir string) error {
	outputs, err := generate(dir)
	if err != nil {
		return err
	}
	for name, content := range outputs {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(path, content, 0o644); err != nil {
			return err
		}
	}
	return nil
}

// generate returns the outputs by their path relative to dir.
func generate(dir string) (map[string][]byte, error) {
	structs, err := readStructs(dir)
	if err != nil {
		return nil, err
	}
	writers, err := writeGo(structs)
	if err != nil {
		return nil, err
	}
	return map[string][]byte{goOutput: writers, typescriptOutput: writeTypeScript(structs)}, nil
}
