package config

import (
	"errors"
	"fmt"
	"reflect"
	"strings"

	"github.com/goccy/go-yaml"

	"github.com/vitrine-search/vitrine/indexer/internal/nearest"
)

// explain turns an error of the YAML reader into one line: file, line, column,
// what is wrong and what to write instead.
func explain(err error, path string) error {
	var located yaml.Error
	if !errors.As(err, &located) || located.GetToken() == nil || located.GetToken().Position == nil {
		return fmt.Errorf("%s: %w (hint: see vitrine.example.yaml)", path, err)
	}
	token := located.GetToken()
	where := fmt.Sprintf("%s:%d:%d", path, token.Position.Line, token.Position.Column)

	var unknown *yaml.UnknownFieldError
	var duplicate *yaml.DuplicateKeyError
	var mismatch *yaml.TypeError
	switch {
	case errors.As(err, &unknown):
		return fmt.Errorf("%s: unknown key %q (hint: %s)", where, token.Value, instead(token.Value))
	case errors.As(err, &duplicate):
		return fmt.Errorf("%s: the key %q is written twice (hint: keep one of them)", where, token.Value)
	case errors.As(err, &mismatch):
		return fmt.Errorf("%s: %q cannot be a %s (hint: see vitrine.example.yaml)", where, token.Value, plainType(mismatch.DstType))
	}
	return fmt.Errorf("%s: %s (hint: indent with spaces, and quote texts with : or #)", where, located.GetMessage())
}

// instead says where an unknown key belongs, or which key was meant.
func instead(key string) string {
	parents := knownKeys()
	if places, known := parents[key]; known {
		return fmt.Sprintf("%q belongs %s", key, strings.Join(places, " or "))
	}
	if meant := nearest.Name(key, orderedKeys()); meant != "" {
		return fmt.Sprintf("did you mean %q?", meant)
	}
	return "see vitrine.example.yaml for all keys"
}

// knownKeys has, for every key, the places in which it may stand.
func knownKeys() map[string][]string {
	parents := map[string][]string{}
	eachKey(reflect.TypeFor[document](), "", func(key, parent string) {
		place := "under " + parent
		if parent == "" {
			place = "at the top"
		}
		parents[key] = append(parents[key], place)
	})
	return parents
}

// orderedKeys are all keys in the order of the document's shape.
func orderedKeys() []string {
	var keys []string
	eachKey(reflect.TypeFor[document](), "", func(key, _ string) { keys = append(keys, key) })
	return keys
}

// eachKey visits the keys of a type and of the types in it.
func eachKey(t reflect.Type, parent string, visit func(key, parent string)) {
	for t.Kind() == reflect.Pointer || t.Kind() == reflect.Slice {
		t = t.Elem()
	}
	if t == reflect.TypeFor[rule]() {
		t = reflect.TypeFor[ruleKeys]()
	}
	if t.Kind() != reflect.Struct {
		return
	}
	for field := range t.Fields() {
		key := field.Tag.Get("yaml")
		visit(key, parent)
		eachKey(field.Type, strings.TrimPrefix(parent+"."+key, "."), visit)
	}
}

// plainType names a Go type as a merchant would.
func plainType(t reflect.Type) string {
	switch t.Kind() {
	case reflect.Bool:
		return "yes or no (true, false)"
	case reflect.Int, reflect.Int64, reflect.Uint64:
		return "whole number"
	case reflect.Float64:
		return "number"
	case reflect.Slice:
		return "list"
	case reflect.Struct, reflect.Map:
		return "section with keys"
	}
	return "text"
}
