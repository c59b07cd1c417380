package teacher

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// DefaultCache is the folder of the answers where nobody names one: it stands in
// the user's cache folder.
func DefaultCache() (string, error) {
	folder, err := os.UserCacheDir()
	if err != nil {
		return "", fmt.Errorf("there is no folder for the teacher's answers: %w (hint: name one with --teacher-cache)", err)
	}
	return filepath.Join(folder, "vitrine", "teacher"), nil
}

// cache is what a model has answered until now, in packs in a folder of its own.
// Packs are written in one step and never changed, so that a crash costs one
// answer at most and several builds can share the folder.
type cache struct {
	folder string
	// dims is the length of the vectors, 0 while there are none.
	dims  int
	packs []string
	// in is the first pack that has a text.
	in map[key]int
}

// openCache opens the folder of a model in the cache, or makes it. The server's
// address has no part in it: the same model gives the same vectors anywhere.
func openCache(root, model string, dimensions int) (*cache, error) {
	if root == "" {
		return nil, errors.New("no folder is named for the teacher's answers (hint: name one with --teacher-cache)")
	}
	c := &cache{folder: filepath.Join(root, folderOf(model, dimensions)), in: map[key]int{}}
	if err := os.MkdirAll(c.folder, 0o755); err != nil {
		return nil, failed(err)
	}
	entries, err := os.ReadDir(c.folder)
	if err != nil {
		return nil, failed(err)
	}
	for _, entry := range entries {
		if !strings.HasSuffix(entry.Name(), packEnding) {
			continue
		}
		p, ok, err := c.read(entry.Name())
		if err != nil {
			return nil, failed(err)
		}
		if !ok {
			// It is asked for again; a damaged pack that cannot be removed does no harm.
			_ = os.Remove(filepath.Join(c.folder, entry.Name()))
			continue
		}
		if err := c.note(entry.Name(), p.dims, p.keys); err != nil {
			return nil, err
		}
	}
	return c, nil
}

// folderOf names the folder of a model, legibly and without mistaking one for
// another.
func folderOf(model string, dimensions int) string {
	sum := sha256.Sum256([]byte(model + "\x00" + strconv.Itoa(dimensions)))
	legible := strings.Map(func(r rune) rune {
		switch {
		case r >= 'a' && r <= 'z', r >= 'A' && r <= 'Z', r >= '0' && r <= '9', r == '_':
			return r
		}
		return '-'
	}, model)
	return legible[:min(len(legible), 60)] + "-" + hex.EncodeToString(sum[:8])
}

// has says whether a text has been answered.
func (c *cache) has(k key) bool {
	_, found := c.in[k]
	return found
}

// add keeps the vectors of some texts, at least one.
func (c *cache) add(keys []key, vectors [][]float32) error {
	if c.dims != 0 && len(vectors[0]) != c.dims {
		return c.otherDims(len(vectors[0]))
	}
	content := encodePack(keys, vectors)
	name := packName(content)
	if err := writeFile(filepath.Join(c.folder, name), content); err != nil {
		return failed(err)
	}
	return c.note(name, len(vectors[0]), keys)
}

func (c *cache) note(name string, dims int, keys []key) error {
	if c.dims == 0 {
		c.dims = dims
	}
	if dims != c.dims {
		return c.otherDims(dims)
	}
	for _, k := range keys {
		if !c.has(k) {
			c.in[k] = len(c.packs)
		}
	}
	c.packs = append(c.packs, name)
	return nil
}

func (c *cache) otherDims(dims int) error {
	return fmt.Errorf("%s holds vectors of %d numbers, and the model of the same name now has %d "+
		"(hint: remove that folder, or name another with --teacher-cache)", c.folder, c.dims, dims)
}

// each reads all that is kept, each text once. visit must not keep the vector.
func (c *cache) each(ctx context.Context, visit func(k key, vector []float32)) error {
	vector := make([]float32, c.dims)
	for number, name := range c.packs {
		if err := ctx.Err(); err != nil {
			return err
		}
		p, ok, err := c.read(name)
		if err != nil {
			return failed(err)
		}
		if !ok || p.dims != c.dims {
			return fmt.Errorf("%s was damaged while it was in use (hint: run it again)", filepath.Join(c.folder, name))
		}
		for i, k := range p.keys {
			if c.in[k] == number {
				p.vector(i, vector)
				visit(k, vector)
			}
		}
	}
	return nil
}

func (c *cache) read(name string) (p pack, ok bool, err error) {
	content, err := os.ReadFile(filepath.Join(c.folder, name))
	if err != nil {
		return pack{}, false, err
	}
	p, ok = decodePack(name, content)
	return p, ok, nil
}

// writeFile writes a file that is whole and on the disk when it has its name.
func writeFile(path string, content []byte) (err error) {
	file, err := os.CreateTemp(filepath.Dir(path), "*.partial")
	if err != nil {
		return err
	}
	_, err = file.Write(content)
	if err = errors.Join(err, file.Sync(), file.Close()); err == nil {
		err = os.Rename(file.Name(), path)
	}
	if err != nil {
		return errors.Join(err, os.Remove(file.Name()))
	}
	return nil
}

func failed(err error) error {
	return fmt.Errorf("the cache of the teacher's answers: %w (hint: name a folder that can be written with --teacher-cache)", err)
}
