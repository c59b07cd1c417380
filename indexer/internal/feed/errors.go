package feed

import (
	"errors"
	"fmt"

	"github.com/vitrine-search/vitrine/indexer/internal/fault"
)

// rowError is why one row is skipped; the rows after it are read all the same.
type rowError struct {
	line   int
	id     string
	reason string
	// dropped marks a row that is well-formed but not to be sold, such as a draft.
	dropped bool
}

func (e *rowError) Error() string { return e.reason }

// bad is a row that breaks the rules of a feed.
func bad(line int, id, format string, arguments ...any) error {
	return &rowError{line: line, id: id, reason: fmt.Sprintf(format, arguments...)}
}

// dropped is a row that is right but not meant for shoppers.
func dropped(line int, id, reason string) error {
	return &rowError{line: line, id: id, reason: reason, dropped: true}
}

// fatal is a fault after which the rest of a file cannot be read.
func fatal(line int, hint, format string, arguments ...any) error {
	return &fault.Error{Line: line, Detail: fmt.Sprintf(format, arguments...), Hint: hint}
}

// locate names the file in an error from one of its readers.
func (in *input) locate(err error) error {
	var e *fault.Error
	if errors.As(err, &e) {
		if e.File == "" {
			e.File = in.path
		}
		return err
	}
	return &fault.Error{
		File: in.path, Detail: "reading failed", Err: err,
		Hint: "check that the file can be read to its end",
	}
}

// hintCutOff is the way out for every kind of truncated file.
const hintCutOff = "export or copy the file again"
