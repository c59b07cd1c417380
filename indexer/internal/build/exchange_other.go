//go:build !linux

package build

import (
	"errors"
	"io/fs"
	"os"
)

// exchange puts the fresh directory where the target is; what was there before,
// if anything, is gone.
func exchange(fresh, target string) error {
	if _, err := os.Lstat(target); errors.Is(err, fs.ErrNotExist) {
		return os.Rename(fresh, target)
	}
	return swap(fresh, target)
}
