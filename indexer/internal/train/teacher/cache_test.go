package teacher

import (
	"context"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// packs lists the files of a cache that holds one model.
func packs(t *testing.T, cache string) []string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(cache, "*", "*"))
	require.NoError(t, err)
	return files
}

// TestACancelledBuildGoesOnWhereItStopped loses no answer.
func TestACancelledBuildGoesOnWhereItStopped(t *testing.T) {
	s := newServer(t)
	o := s.options(t)
	o.Server.Concurrency = 1
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	s.before = func(_ http.ResponseWriter, _ []string, request int) bool {
		if request == 3 {
			cancel()
		}
		return request == 3
	}
	_, err := Learn(ctx, furniture(), o)
	require.ErrorIs(t, err, context.Canceled)
	assert.Len(t, packs(t, o.Cache), 2, "and nothing half written")
	assert.Len(t, s.seen(), 8)

	v, err := Learn(t.Context(), furniture(), o)
	require.NoError(t, err)
	assert.Len(t, s.seen(), 19-8)

	o.Cache = t.TempDir()
	whole, err := Learn(t.Context(), furniture(), o)
	require.NoError(t, err)
	assert.Equal(t, whole, v)
}

// TestAFailedBuildSaysWhatIsKept and goes on from there.
func TestAFailedBuildSaysWhatIsKept(t *testing.T) {
	s := newServer(t)
	o := s.options(t)
	o.Server.Concurrency = 1
	s.before = func(w http.ResponseWriter, _ []string, request int) bool {
		if request == 4 {
			w.WriteHeader(http.StatusUnauthorized)
		}
		return request == 4
	}
	v, err := Learn(t.Context(), furniture(), o)
	require.ErrorContains(t, err, "the teacher has embedded 12 of 19 texts, which are kept; no vectors were made: "+
		s.URL+"/v1/embeddings answered 401 Unauthorized (hint: put the server's key into the environment")
	assert.Nil(t, v)
	s.seen()
	_, err = Learn(t.Context(), furniture(), o)
	require.NoError(t, err)
	assert.Len(t, s.seen(), 7)
}

// TestDamageIsAskedForAgain stands for a crash while a disk was written, and for
// whoever edits the files.
func TestDamageIsAskedForAgain(t *testing.T) {
	s := newServer(t)
	o := s.options(t)
	whole, err := Learn(t.Context(), furniture(), o)
	require.NoError(t, err)
	s.seen()
	damages := map[string]func(content []byte) []byte{
		"empty":   func([]byte) []byte { return nil },
		"cut":     func(content []byte) []byte { return content[:len(content)-1] },
		"longer":  func(content []byte) []byte { return append(content, 0) },
		"flipped": func(content []byte) []byte { content[len(content)/2] ^= 4; return content },
	}
	for name, damage := range damages {
		files := packs(t, o.Cache)
		content, err := os.ReadFile(files[0])
		require.NoError(t, err)
		require.NoError(t, os.WriteFile(files[0], damage(content), 0o644))
		v, err := Learn(t.Context(), furniture(), o)
		require.NoError(t, err, name)
		assert.Equal(t, whole, v, name)
		assert.NotEmpty(t, s.seen(), name)
		assert.Len(t, packs(t, o.Cache), len(files), name)
	}
}

// TestAPackWithItsOwnHashIsStillChecked reads packs that nobody wrote.
func TestAPackWithItsOwnHashIsStillChecked(t *testing.T) {
	good := encodePack([]key{{1}}, [][]float32{{1, 2}})
	p, ok := decodePack(packName(good), good)
	require.True(t, ok)
	assert.Equal(t, 2, p.dims)
	out := make([]float32, 2)
	p.vector(0, out)
	assert.Equal(t, []float32{1, 2}, out)
	header := len(packMagic)
	for name, change := range map[string]func(content []byte) []byte{
		"too short":     func(content []byte) []byte { return content[:header+7] },
		"another magic": func(content []byte) []byte { content[0] = 'V'; return content },
		"no dims":       func(content []byte) []byte { copy(content[header:], []byte{0, 0, 0, 0}); return content },
		"many dims":     func(content []byte) []byte { copy(content[header:], []byte{0xff, 0xff, 0xff, 0xff}); return content },
		"many texts":    func(content []byte) []byte { copy(content[header+4:], []byte{0xff, 0xff, 0xff, 0xff}); return content },
		"too long":      func(content []byte) []byte { return append(content, 0) },
	} {
		bad := change(encodePack([]key{{1}}, [][]float32{{1, 2}}))
		_, ok := decodePack(packName(bad), bad)
		assert.False(t, ok, name)
	}
}

// TestAModelThatChangedIsNoticed when it answers with vectors of another length
// under its old name.
func TestAModelThatChangedIsNoticed(t *testing.T) {
	s := newServer(t)
	o := s.options(t)
	_, err := Learn(t.Context(), furniture(), o)
	require.NoError(t, err)
	s.before = func(w http.ResponseWriter, texts []string, _ int) bool {
		_, err := w.Write([]byte(`{"data":[{"index":0,"embedding":[1,2]}]}`))
		return assert.NoError(t, err) && assert.Equal(t, []string{"vase"}, texts)
	}
	c := furniture()
	c.Words = append(c.Words, "vase")
	_, err = Learn(t.Context(), c, o)
	require.ErrorContains(t, err, "holds vectors of 64 numbers, and the model of the same name now has 2 (hint: remove that folder")
}

// TestOtherFilesAreLeftAlone also keeps what another build is about to write.
func TestOtherFilesAreLeftAlone(t *testing.T) {
	s := newServer(t)
	o := s.options(t)
	_, err := Learn(t.Context(), furniture(), o)
	require.NoError(t, err)
	folder := filepath.Dir(packs(t, o.Cache)[0])
	for _, name := range []string{"1.partial", "README"} {
		require.NoError(t, os.WriteFile(filepath.Join(folder, name), []byte("x"), 0o644))
	}
	_, err = Learn(t.Context(), furniture(), o)
	require.NoError(t, err)
	assert.FileExists(t, filepath.Join(folder, "1.partial"))
	assert.FileExists(t, filepath.Join(folder, "README"))
}

func TestFolders(t *testing.T) {
	name := folderOf("../hub/Модель:7b", 0)
	assert.Regexp(t, `^[a-zA-Z0-9_-]+$`, name, "nothing leaves the cache")
	assert.True(t, strings.HasPrefix(name, "---hub-"), name)
	assert.LessOrEqual(t, len(folderOf(strings.Repeat("m", 5000), 0)), 80)
	assert.NotEqual(t, folderOf("m", 1), folderOf("m", 2))

	t.Setenv("XDG_CACHE_HOME", filepath.FromSlash("/somewhere"))
	t.Setenv("HOME", filepath.FromSlash("/home"))
	folder, err := DefaultCache()
	require.NoError(t, err)
	assert.Equal(t, "teacher", filepath.Base(folder))
	assert.Equal(t, "vitrine", filepath.Base(filepath.Dir(folder)))
}
