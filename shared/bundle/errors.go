// Package bundle is the file format of a compiled catalogue: FORMAT.md beside
// this file describes it. This package reads; its sub-package writer writes with
// msgpack/v5, which the WebAssembly does without.
package bundle

// Code says in one word what is wrong with a bundle.
type Code string

// The codes of Error. They cross to JavaScript unchanged.
const (
	// NotABundle: the file is something else.
	NotABundle Code = "not_a_bundle"
	// Corrupt: the file is truncated or its bytes were changed.
	Corrupt Code = "bundle_corrupt"
	// UnknownVersion: this engine does not read that version.
	UnknownVersion Code = "bundle_version"
	// Missing: a file that the manifest names cannot be had.
	Missing Code = "bundle_missing"
)

// Error is why a bundle cannot be opened, and what to do about it.
type Error struct {
	Code Code
	// File is the file at fault.
	File string
	// Detail says what was found, Hint what to do.
	Detail, Hint string
	// Err is the cause, if there is one below.
	Err error
}

func (e *Error) Error() string {
	s := e.File + ": " + e.Detail
	if e.Err != nil {
		s += ": " + e.Err.Error()
	}
	if e.Hint != "" {
		s += " (" + e.Hint + ")"
	}
	return s
}

func (e *Error) Unwrap() error { return e.Err }
