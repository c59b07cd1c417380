package build

import (
	"errors"
	"io/fs"
	"os"

	"golang.org/x/sys/unix"
)

// exchange puts the fresh directory where the target is; what was there before,
// if anything, may stand where the fresh one was. The two change places in one
// step where the file system can do that.
func exchange(fresh, target string) error {
	if _, err := os.Lstat(target); errors.Is(err, fs.ErrNotExist) {
		return os.Rename(fresh, target)
	}
	err := unix.Renameat2(unix.AT_FDCWD, fresh, unix.AT_FDCWD, target, unix.RENAME_EXCHANGE)
	if errors.Is(err, unix.EINVAL) || errors.Is(err, unix.ENOSYS) {
		return swap(fresh, target)
	}
	if err != nil {
		return &os.LinkError{Op: "exchange", Old: fresh, New: target, Err: err}
	}
	return nil
}
