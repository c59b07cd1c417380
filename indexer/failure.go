package main

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/vitrine-search/vitrine/shared/bundle"
	"github.com/vitrine-search/vitrine/shared/engine"
)

// The exit codes of the program.
const (
	exitDone      = 0
	exitFailed    = 1
	exitUsage     = 2
	exitCancelled = 130 // 128 + SIGINT, as shells report it
)

const exitCodes = `exit codes:
  0     it worked
  1     it failed; the message says why, and what to do
  2     the command line is wrong
  130   it was cancelled (Ctrl-C)
`

// errUsageShown ends a command line that was answered with the usage.
var errUsageShown = &usageError{}

// usageError is a command line that cannot be understood.
type usageError struct{ message string }

func (e *usageError) Error() string { return e.message }

func misuse(format string, arguments ...any) error {
	return &usageError{fmt.Sprintf(format, arguments...)}
}

// report writes the error for people, with its way out on a line of its own, and
// returns the exit code.
func (s streams) report(err error) int {
	var usage *usageError
	var request *engine.RequestError
	switch {
	case err == nil:
		return exitDone
	case errors.Is(err, errUsageShown):
		return exitUsage
	case errors.Is(err, context.Canceled):
		fmt.Fprintln(s.err, "vitrine: cancelled; nothing was changed")
		return exitCancelled
	}
	message, hint := describe(err)
	fmt.Fprintln(s.err, "vitrine: "+message)
	if hint != "" {
		fmt.Fprintln(s.err, "hint: "+hint)
	}
	if errors.As(err, &usage) || errors.As(err, &request) {
		return exitUsage
	}
	return exitFailed
}

// describe parts an error's text from the hint that ends it.
func describe(err error) (message, hint string) {
	message = err.Error()
	var broken *bundle.Error
	if errors.As(err, &broken) && broken.Hint != "" {
		return strings.Replace(message, " ("+broken.Hint+")", "", 1), broken.Hint
	}
	const mark = " (hint: "
	if at := strings.LastIndex(message, mark); at >= 0 && strings.HasSuffix(message, ")") {
		return message[:at], strings.TrimSuffix(message[at+len(mark):], ")")
	}
	return message, ""
}
