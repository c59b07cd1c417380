//go:build !js

package architecture

import (
	"go/parser"
	"go/token"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestPackageComments wants of every package a comment that says what it is, in
// the form that go doc shows, and more than its name in other words.
func TestPackageComments(t *testing.T) {
	const leastWords = 12
	for _, on := range targets {
		for _, p := range list(t, on, "./...") {
			comment := packageComment(t, p)
			begins := slices.ContainsFunc(beginnings(p), func(start string) bool { return strings.HasPrefix(comment, start+" ") })
			assert.True(t, begins, "%s: its package comment must begin with one of %q, not %.40q", p.path(), beginnings(p), comment)
			assert.GreaterOrEqual(t, len(strings.Fields(comment)), leastWords, "%s: its package comment says too little", p.path())
		}
	}
}

// beginnings are how the comment of a package or a command may start.
func beginnings(p listed) []string {
	name := filepath.Base(p.path())
	if p.Name == "main" {
		return []string{"Command", strings.ToUpper(name[:1]) + name[1:]}
	}
	return []string{"Package " + p.Name}
}

// packageComment joins the comments before the package clauses of its files.
func packageComment(t *testing.T, p listed) string {
	t.Helper()
	var comments []string
	for _, file := range p.GoFiles {
		parsed, err := parser.ParseFile(token.NewFileSet(), filepath.Join(p.Dir, file), nil, parser.PackageClauseOnly|parser.ParseComments)
		require.NoError(t, err)
		if parsed.Doc != nil {
			comments = append(comments, parsed.Doc.Text())
		}
	}
	return strings.Join(comments, "\n")
}
