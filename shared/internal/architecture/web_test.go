//go:build !js

package architecture

import (
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

// webMayImport says what the modules of a folder of web/src import beside each
// other: folders of web/src, or packages of npm.
var webMayImport = map[string][]string{
	"core":     {},
	"i18n":     {"core"},
	"engine":   {"core"},
	"ui":       {"core", "i18n", "lit"},
	"tag":      {"core", "engine", "i18n", "ui"},
	"elements": {"core", "tag", "ui"},
}

// TestWebImports keeps the widget's state machine free of the DOM's and the
// engine's modules. Modules directly in web/src join the folders.
func TestWebImports(t *testing.T) {
	imported := regexp.MustCompile(`(?m)(?:from|^import|\bimport\()\s*"([^"]+)"`)
	seen := 0
	eachFile(t, func(file string, content []byte) {
		inSource, ok := strings.CutPrefix(file, "web/src/")
		folder, _, nested := strings.Cut(inSource, "/")
		if !ok || !nested || path.Ext(file) != ".ts" {
			return
		}
		seen++
		may, known := webMayImport[folder]
		if !assert.True(t, known, "web/src/%s: no import rule; add one to webMayImport", folder) {
			return
		}
		for _, match := range imported.FindAllStringSubmatch(string(content), -1) {
			to := folderOf(path.Dir(inSource), match[1])
			assert.True(t, to == folder || slices.Contains(may, to), "%s: %s must not import %s", file, folder, match[1])
		}
	})
	assert.NotZero(t, seen, "no module found below web/src")
}

// folderOf resolves an import from a folder of web/src to the first folder of
// its target, or to the npm package's name.
func folderOf(from, imported string) string {
	if strings.HasPrefix(imported, ".") {
		imported = path.Join(from, imported)
	}
	first, _, _ := strings.Cut(imported, "/")
	return first
}
