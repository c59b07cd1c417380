// Package fault says why a file that a merchant gave cannot be read, where, and
// what to do about it.
package fault

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"
)

// Error is one fault of one file.
type Error struct {
	// File is its path; empty where a reader does not know it yet.
	File string
	// Line is counted from 1; 0 where the fault is in no line.
	Line int
	// Place is where in the file, such as "header", where lines do not say it.
	Place string
	// Detail says what was found, Hint what to do.
	Detail, Hint string
	// Err is the cause, if there is one below.
	Err error
}

func (e *Error) Error() string {
	var b strings.Builder
	b.WriteString(e.File)
	if e.Line > 0 {
		fmt.Fprintf(&b, ":%d", e.Line)
	}
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

// Unwrap returns the cause.
func (e *Error) Unwrap() error { return e.Err }

// Cause is what the system says, without the path, which the Error names.
func Cause(err error) error {
	var path *fs.PathError
	if errors.As(err, &path) {
		return path.Err
	}
	return err
}
