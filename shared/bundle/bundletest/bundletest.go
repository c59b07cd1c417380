// Package bundletest helps tests that write a bundle, or a part of one, and read
// it again, whole or damaged.
package bundletest

import (
	"iter"
	"slices"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/require"

	"github.com/vitrine-search/vitrine/shared/bundle"
	"github.com/vitrine-search/vitrine/shared/bundle/writer"
)

// Reopen returns the part as a browser reads it from its file.
func Reopen(t testing.TB, b *bundle.Builder) *bundle.Part {
	t.Helper()
	data, err := writer.Encode(b)
	require.NoError(t, err)
	p, err := bundle.OpenPart(b.Kind+".mp", b.Kind, data)
	require.NoError(t, err)
	return p
}

// FS returns a file system that has the files.
func FS(files []writer.File) fstest.MapFS {
	fsys := fstest.MapFS{}
	for _, file := range files {
		fsys[file.Name] = &fstest.MapFile{Data: file.Data}
	}
	return fsys
}

// Replace gives a member of the part other bytes; a flat array becomes one of
// bytes. The member must be there.
func Replace(t testing.TB, b *bundle.Builder, member string, content []byte) {
	t.Helper()
	i := slices.IndexFunc(b.Members, func(m bundle.Member) bool { return m.Name == member })
	require.GreaterOrEqual(t, i, 0, "%s has no member %s", b.Kind, member)
	b.Members[i].Binary = content
	b.Members[i].Ext = min(b.Members[i].Ext, 1)
}

// Without yields the part once for each of its members: that member's name, and
// the part without it.
func Without(whole *bundle.Builder) iter.Seq2[string, *bundle.Builder] {
	return func(yield func(string, *bundle.Builder) bool) {
		for i, left := range whole.Members {
			b := bundle.NewBuilder(whole.Kind)
			b.Members = slices.Concat(whole.Members[:i], whole.Members[i+1:])
			if !yield(left.Name, b) {
				return
			}
		}
	}
}
