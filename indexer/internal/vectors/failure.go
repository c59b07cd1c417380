package vectors

import (
	"errors"
	"fmt"

	"github.com/vitrine-search/vitrine/indexer/internal/fault"
)

// hintAgain is the way out for every damaged or truncated file.
const hintAgain = "download the file again"

// broken is a fault whose file is not known yet; place is empty if it is the whole.
func broken(place, hint, format string, arguments ...any) error {
	return &fault.Error{Place: place, Detail: fmt.Sprintf(format, arguments...), Hint: hint}
}

// at says at which place in the file an error arose, unless the error knows better.
func at(place string, err error) error {
	e := known(err)
	if e.Place == "" {
		e.Place = place
	}
	return e
}

// atLine is at for a place that is a line.
func atLine(line int, err error) error {
	e := known(err)
	e.Line = line
	return e
}

// known is the fault that an error says, or a new one that it is the cause of.
func known(err error) *fault.Error {
	var e *fault.Error
	if errors.As(err, &e) {
		return e
	}
	return &fault.Error{Detail: "reading failed", Err: err, Hint: hintAgain}
}
