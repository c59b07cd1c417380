package build

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/vitrine-search/vitrine/shared/bundle/writer"
)

// Replace puts the files into the target in one step: they are written beside
// it, flushed to disk, and take its place. If anything fails, or ctx is
// cancelled before that step, the target and what is around it are as before.
func (t Target) Replace(ctx context.Context, files []writer.File) (err error) {
	created, err := makeParents(filepath.Dir(t.path))
	defer func() {
		if err != nil && created != "" {
			err = errors.Join(err, os.RemoveAll(created))
		}
	}()
	if err != nil {
		return err
	}
	aside, err := os.MkdirTemp(filepath.Dir(t.path), "."+filepath.Base(t.path)+"-")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(aside)) }()
	// A shop's bundle is public; MkdirTemp makes private directories.
	if err := os.Chmod(aside, 0o755); err != nil {
		return err
	}
	for _, file := range files {
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := writeFile(filepath.Join(aside, file.Name), file.Data); err != nil {
			return err
		}
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	return exchange(aside, t.path)
}

// makeParents makes a directory and those above it, and returns the topmost one
// that was missing, also if it fails.
func makeParents(dir string) (created string, err error) {
	for missing := dir; ; missing = filepath.Dir(missing) {
		if _, err := os.Stat(missing); !errors.Is(err, fs.ErrNotExist) {
			break
		}
		created = missing
	}
	return created, os.MkdirAll(dir, 0o755)
}

// writeFile writes a file that is on the disk when it returns, so that a crash
// after the exchange does not leave empty files behind.
func writeFile(path string, data []byte) error {
	file, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	_, err = file.Write(data)
	return errors.Join(err, file.Sync(), file.Close())
}

// swap puts the fresh directory where the target is in two steps, for systems
// that cannot do it in one. If the second fails, the first is taken back.
func swap(fresh, target string) error {
	old, err := os.MkdirTemp(filepath.Dir(target), "."+filepath.Base(target)+"-old-")
	if err != nil {
		return err
	}
	kept := filepath.Join(old, "bundle")
	if err := os.Rename(target, kept); err != nil {
		return errors.Join(err, os.Remove(old))
	}
	if err := os.Rename(fresh, target); err != nil {
		if back := os.Rename(kept, target); back != nil {
			return fmt.Errorf("%w (hint: the previous bundle stands in %s)", errors.Join(err, back), kept)
		}
		return errors.Join(err, os.Remove(old))
	}
	return os.RemoveAll(old)
}
