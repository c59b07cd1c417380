//go:build js

package jsbridge

import (
	"fmt"
	"math"
	"syscall/js"
)

// at returns an argument; one that was not passed is undefined.
func (a Arguments) at(i int) js.Value {
	if i >= len(a) {
		return js.Undefined()
	}
	return a[i]
}

// members reads an object strictly: set is called for every own member that is
// neither undefined nor null, and says whether it knows the name. The path names
// the object in errors.
func members(v js.Value, path string, set func(name string, member js.Value) (known bool, err error)) error {
	if v.Type() != js.TypeObject || isArray(v) {
		return fmt.Errorf("%s must be an object, not %s", path, typeName(v))
	}
	names := js.Global().Get("Object").Call("keys", v)
	for i := range names.Length() {
		name := names.Index(i).String()
		member := v.Get(name)
		if member.IsUndefined() || member.IsNull() {
			continue
		}
		known, err := set(name, member)
		if err != nil {
			return err
		}
		if !known {
			return fmt.Errorf("%s has no member %q", path, name)
		}
	}
	return nil
}

func readText(v js.Value, path string, into *string) error {
	if v.Type() != js.TypeString {
		return fmt.Errorf("%s must be a string, not %s", path, typeName(v))
	}
	*into = v.String()
	return nil
}

func readNumber(v js.Value, path string, into *float64) error {
	if v.Type() != js.TypeNumber {
		return fmt.Errorf("%s must be a number, not %s", path, typeName(v))
	}
	f := v.Float()
	if math.IsNaN(f) || math.IsInf(f, 0) {
		return fmt.Errorf("%s must be a finite number, not %v", path, f)
	}
	*into = f
	return nil
}

func readInt(v js.Value, path string, into *int) error {
	var f float64
	if err := readNumber(v, path, &f); err != nil {
		return err
	}
	if f != math.Trunc(f) || math.Abs(f) > math.MaxInt32 {
		return fmt.Errorf("%s must be an integer, not %v", path, f)
	}
	*into = int(f)
	return nil
}

func readBool(v js.Value, path string, into *bool) error {
	if v.Type() != js.TypeBoolean {
		return fmt.Errorf("%s must be a boolean, not %s", path, typeName(v))
	}
	*into = v.Bool()
	return nil
}

func isArray(v js.Value) bool {
	return js.Global().Get("Array").Call("isArray", v).Bool()
}

// typeName says what a value is, for people.
func typeName(v js.Value) string {
	switch {
	case v.IsNull():
		return "null"
	case v.Type() == js.TypeObject && isArray(v):
		return "an array"
	case v.Type() == js.TypeObject:
		return "an object"
	case v.IsUndefined():
		return "undefined"
	}
	return "a " + v.Type().String()
}
