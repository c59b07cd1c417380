package learn

import "strings"

// failure is why nothing was learned. Its text ends in a hint with the way out that
// is always there.
type failure struct{ err error }

const wayOut = "--no-train builds without"

func (f failure) Error() string {
	const begin, end = " (hint: ", ")"
	text := "training: " + f.err.Error()
	if strings.HasSuffix(text, end) && strings.Contains(text, begin) {
		return strings.TrimSuffix(text, end) + "; " + wayOut + end
	}
	return text + begin + wayOut + end
}

func (f failure) Unwrap() error { return f.err }
