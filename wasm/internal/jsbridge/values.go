//go:build js

package jsbridge

import "fmt"

// Object is a result that becomes a plain JavaScript object: its values are
// strings, numbers, booleans, and maps and slices of these.
type Object map[string]any

// Text reads argument i, a string; what names it in the error.
func (a Arguments) Text(i int, what string) (string, error) {
	var text string
	if err := readText(a.at(i), what, &text); err != nil {
		return "", fmt.Errorf("argument %d: %w", i+1, err)
	}
	return text, nil
}
