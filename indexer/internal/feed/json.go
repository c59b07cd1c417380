package feed

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"unicode/utf8"

	"github.com/vitrine-search/vitrine/indexer/internal/fault"
)

// jsonLines reads one product per line. A broken line spoils itself alone.
type jsonLines struct {
	lines *lines
	// allowCut takes a last line that was cut off for one bad row.
	allowCut bool
}

func (j *jsonLines) next() (record, error) {
	for {
		line, number, err := j.lines.next()
		if err != nil {
			return record{}, err
		}
		line = bytes.TrimSpace(line)
		if len(line) == 0 {
			continue
		}
		object, err := decodeObject(line, number)
		if err != nil && errors.Is(err, io.ErrUnexpectedEOF) {
			if j.lines.cut() && !j.allowCut {
				return record{}, fatal(number, hintCutOff, "the file is cut off in its last line")
			}
			err = bad(number, "", "broken JSON: the line ends inside an object or a text")
		}
		return record{line: number, object: object}, err
	}
}

// jsonArray reads the objects of one array. Broken JSON ends it, since nobody
// can say where the next object begins.
type jsonArray struct {
	tracked *lineTracker
	decoder *json.Decoder
	// nested marks an array within a document, which was read to its end before,
	// loose objects that stand in no array at all.
	nested, loose bool
}

// newJSONArray opens the array at the path of keys, which is empty where the
// array is all there is.
func newJSONArray(text io.Reader, path []string) (*jsonArray, error) {
	tracked := newLineTracker(text)
	j := &jsonArray{tracked: tracked, decoder: json.NewDecoder(tracked), nested: len(path) > 0}
	if err := j.enter(path); err != nil {
		return nil, jsonError(err, j.tracked, j.decoder)
	}
	return j, nil
}

// newJSONObjects reads objects that follow each other without an array, as many
// tools write them: over several lines each.
func newJSONObjects(text io.Reader) *jsonArray {
	tracked := newLineTracker(text)
	return &jsonArray{tracked: tracked, decoder: json.NewDecoder(tracked), loose: true}
}

// enter reads up to the first element.
func (j *jsonArray) enter(path []string) error {
	if _, err := j.decoder.Token(); err != nil || len(path) == 0 {
		return err
	}
	for j.decoder.More() {
		key, err := j.decoder.Token()
		if err != nil {
			return err
		}
		if key == path[0] {
			return j.enter(path[1:])
		}
		var skipped json.RawMessage
		if err := j.decoder.Decode(&skipped); err != nil {
			return err
		}
	}
	return io.ErrUnexpectedEOF
}

func (j *jsonArray) next() (record, error) {
	if !j.loose && !j.decoder.More() {
		return record{}, j.end()
	}
	var raw json.RawMessage
	err := j.decoder.Decode(&raw)
	if j.loose && errors.Is(err, io.EOF) {
		return record{}, io.EOF
	}
	if err != nil {
		return record{}, jsonError(err, j.tracked, j.decoder)
	}
	line := j.tracked.at(j.decoder.InputOffset() - int64(len(raw)))
	object, err := decodeObject(raw, line)
	return record{line: line, object: object}, err
}

// end makes sure that the array was closed and that nothing is left after it.
func (j *jsonArray) end() error {
	if _, err := j.decoder.Token(); err != nil {
		return jsonError(err, j.tracked, j.decoder)
	}
	if j.nested {
		return io.EOF
	}
	if _, err := j.decoder.Token(); !errors.Is(err, io.EOF) {
		return fatal(j.tracked.at(j.decoder.InputOffset()), "put all products into one list",
			"there is more after the end of the list")
	}
	return io.EOF
}

// decodeObject reads one product. The error is about this row, and wraps
// io.ErrUnexpectedEOF if the text ends too early.
func decodeObject(raw []byte, line int) (map[string]any, error) {
	if !utf8.Valid(raw) {
		return nil, bad(line, "", "wrong encoding: the row is not UTF-8")
	}
	decoder := json.NewDecoder(bytes.NewReader(raw))
	decoder.UseNumber()
	var v any
	if err := decoder.Decode(&v); err != nil {
		if errors.Is(err, io.ErrUnexpectedEOF) {
			return nil, err
		}
		return nil, bad(line, "", "broken JSON: %s", err)
	}
	object, ok := v.(map[string]any)
	if !ok {
		return nil, bad(line, "", "the row is no JSON object")
	}
	if _, err := decoder.Token(); !errors.Is(err, io.EOF) {
		return nil, bad(line, "", "broken JSON: there is more after the object")
	}
	return object, nil
}

// jsonError says where a whole file of JSON breaks off.
func jsonError(err error, tracked *lineTracker, decoder *json.Decoder) error {
	var known *fault.Error
	if errors.As(err, &known) {
		return err
	}
	line := tracked.at(decoder.InputOffset())
	var syntax *json.SyntaxError
	switch {
	case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF):
		return fatal(tracked.at(tracked.read), hintCutOff, "the JSON is cut off")
	case errors.As(err, &syntax):
		return &fault.Error{
			Line: line, Detail: "broken JSON after this line", Err: err,
			Hint: "correct the file, or export one product per line: then only the broken line is skipped",
		}
	}
	return err
}
