//go:build !js

package architecture

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// made lists what a build makes; version control ignores it too.
var made = []string{"bin", "dist", "node_modules"}

// topLevel lists all that may stand in the top folder beside dotfiles.
var topLevel = []string{
	"wasm", "web", "indexer", "shared", "testdata",
	"build.sh", "go.mod", "go.sum", "package.json", "package-lock.json",
	"README.md", "LICENSE", "CHANGELOG.md",
}

func TestTopLevel(t *testing.T) {
	entries, err := os.ReadDir(root)
	require.NoError(t, err)
	for _, entry := range entries {
		name := entry.Name()
		known := strings.HasPrefix(name, ".") || slices.Contains(made, name) || slices.Contains(topLevel, name)
		assert.True(t, known, "%s: the top level is fixed; documents and settings live beside what they are about", name)
	}
}

// TestFileLengths keeps every file that people wrote short enough to be read in
// one go.
func TestFileLengths(t *testing.T) {
	const most = 400
	handWritten := []string{".go", ".ts", ".mjs", ".js", ".sh"}
	generated := regexp.MustCompile(`(?m)^// Code generated .* DO NOT EDIT\.$`)
	eachFile(t, func(path string, content []byte) {
		if !slices.Contains(handWritten, filepath.Ext(path)) || generated.Match(content) {
			return
		}
		assert.LessOrEqual(t, bytes.Count(content, []byte("\n")), most, "%s: too long; find the second thing it is about", path)
	})
}

// TestNoRegistry keeps the addresses of package registries out, so that the
// project installs from whichever one a machine is set to.
func TestNoRegistry(t *testing.T) {
	address := regexp.MustCompile(`"resolved": *"http|https?://(registry|proxy)\.[a-z]`)
	eachFile(t, func(path string, content []byte) {
		assert.Empty(t, address.FindString(string(content)), "%s names a registry; .npmrc keeps them out of the lock file", path)
	})
}

// eachFile visits what version control would hold. Reading every file also tells
// the go command that this package's results depend on all of them, which it
// cannot know of what `go list` reads.
func eachFile(t *testing.T, visit func(path string, content []byte)) {
	t.Helper()
	err := filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		name := entry.Name()
		if entry.IsDir() {
			if slices.Contains(made, name) || name == ".git" || name == ".cache" {
				return filepath.SkipDir
			}
			return nil
		}
		content, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		relative, err := filepath.Rel(root, path)
		if err != nil {
			return err
		}
		visit(filepath.ToSlash(relative), content)
		return nil
	})
	require.NoError(t, err)
}
