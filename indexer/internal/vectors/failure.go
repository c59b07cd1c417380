package vectors

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"
)

// Error is why a file of vectors cannot be read, where, and what to do about it.
type Error struct {
	Path string
	// Place is where in the file, such as "line 3"; empty if it is the whole.
	Place string
	// Detail says what was found, Hint what to do.
	Detail, Hint string
	// Err is the cause, if there is one below.
	Err error
}

func (e *Error) Error() string {
	var b strings.Builder
	b.WriteString(e.Path)
	if e.Place != "" {
		b.WriteString(": " + e.Place)
	}
	b.WriteString(": " + e.Detail)
	if e.Err != nil {
		b.WriteString(": " + e.Err.Error())
	}
	if e.Hint != "" {
		b.WriteString(" (hint: " + e.Hint + ")")
	}
	return b.String()
}

func (e *Error) Unwrap() error { return e.Err }

// fault is an error whose file is not known yet.
func fault(place, hint, format string, arguments ...any) error {
	return &Error{Place: place, Detail: fmt.Sprintf(format, arguments...), Hint: hint}
}

// hintAgain is the way out for every damaged or truncated file.
const hintAgain = "download the file again"

// cause is what the system says, without the path, which the Error names.
func cause(err error) error {
	var path *fs.PathError
	if errors.As(err, &path) {
		return path.Err
	}
	return err
}

// at says where in the file an error arose, unless the error knows better.
func at(place string, err error) error {
	var e *Error
	if !errors.As(err, &e) {
		return &Error{Place: place, Detail: "reading failed", Err: err, Hint: hintAgain}
	}
	if e.Place == "" {
		e.Place = place
	}
	return err
}
