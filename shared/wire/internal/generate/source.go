package main

import (
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"reflect"
	"slices"
	"strconv"
	"strings"
)

// structType is one exported struct of package wire, in the order of the source.
type structType struct {
	name, doc string
	fields    []field
	// custom types write themselves and have no fields here.
	custom bool
}

// field is one member of the JSON object.
type field struct {
	goName, jsonName, doc string
	omitEmpty             bool
	shape                 shape
}

// shape is the type of a value.
type shape struct {
	kind kind
	// name is the struct's, for structs.
	name string
	// element is what a pointer, slice or map holds.
	element *shape
}

type kind int

const (
	textKind kind = iota
	boolKind
	intKind
	floatKind
	structKind
	pointerKind
	sliceKind
	mapKind
)

// basicKinds are the predeclared types that the wire may use.
var basicKinds = map[string]kind{"string": textKind, "bool": boolKind, "int": intKind, "float64": floatKind}

// customShapes are the structs with an AppendJSON of their own, and their shape
// in TypeScript.
var customShapes = map[string]string{"Filter": "string[] | { min?: number; max?: number }"}

// readStructs parses the package in dir, without its tests and its output.
func readStructs(dir string) ([]structType, error) {
	paths, err := filepath.Glob(filepath.Join(dir, "*.go"))
	if err != nil {
		return nil, err
	}
	slices.Sort(paths)
	files := token.NewFileSet()
	var structs []structType
	for _, path := range paths {
		if strings.HasSuffix(path, "_test.go") || filepath.Base(path) == goOutput {
			continue
		}
		file, err := parser.ParseFile(files, path, nil, parser.ParseComments)
		if err != nil {
			return nil, err
		}
		for _, declaration := range file.Decls {
			found, err := structsOf(declaration)
			if err != nil {
				return nil, fmt.Errorf("%s: %w", path, err)
			}
			structs = append(structs, found...)
		}
	}
	return structs, checkNames(structs)
}

// structsOf returns the exported structs that a declaration declares.
func structsOf(declaration ast.Decl) ([]structType, error) {
	general, ok := declaration.(*ast.GenDecl)
	if !ok || general.Tok != token.TYPE {
		return nil, nil
	}
	var structs []structType
	for _, spec := range general.Specs {
		spec, ok := spec.(*ast.TypeSpec)
		if !ok || !spec.Name.IsExported() {
			continue
		}
		body, ok := spec.Type.(*ast.StructType)
		if !ok {
			continue
		}
		doc := spec.Doc.Text()
		if doc == "" {
			doc = general.Doc.Text()
		}
		s := structType{name: spec.Name.Name, doc: doc}
		if _, s.custom = customShapes[s.name]; !s.custom {
			var err error
			if s.fields, err = fieldsOf(body); err != nil {
				return nil, fmt.Errorf("%s.%w", s.name, err)
			}
		}
		structs = append(structs, s)
	}
	return structs, nil
}

// fieldsOf returns the fields of a struct, each with its own json tag.
func fieldsOf(body *ast.StructType) ([]field, error) {
	var fields []field
	for _, f := range body.Fields.List {
		if len(f.Names) != 1 || f.Tag == nil {
			return nil, fmt.Errorf("%v: give every field a name and a json tag of its own", f.Names)
		}
		name := f.Names[0].Name
		tag, err := strconv.Unquote(f.Tag.Value)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		jsonName, options, _ := strings.Cut(reflect.StructTag(tag).Get("json"), ",")
		if jsonName == "" || (options != "" && options != "omitempty") {
			return nil, fmt.Errorf("%s: the json tag needs a name, and knows the option omitempty only", name)
		}
		shape, err := shapeOf(f.Type)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		omitEmpty := options == "omitempty"
		if omitEmpty && shape.kind == structKind {
			return nil, fmt.Errorf("%s: omitempty has no effect on a struct; use a pointer", name)
		}
		fields = append(fields, field{name, jsonName, f.Doc.Text(), omitEmpty, shape})
	}
	return fields, nil
}

// shapeOf translates a type expression.
func shapeOf(expression ast.Expr) (shape, error) {
	var element ast.Expr
	var k kind
	switch e := expression.(type) {
	case *ast.Ident:
		if basic, ok := basicKinds[e.Name]; ok {
			return shape{kind: basic}, nil
		}
		return shape{kind: structKind, name: e.Name}, nil
	case *ast.StarExpr:
		k, element = pointerKind, e.X
	case *ast.ArrayType:
		if e.Len != nil {
			return shape{}, errors.New("arrays are not written; use a slice")
		}
		k, element = sliceKind, e.Elt
	case *ast.MapType:
		if key, ok := e.Key.(*ast.Ident); !ok || key.Name != "string" {
			return shape{}, errors.New("a map's keys must be strings")
		}
		k, element = mapKind, e.Value
	default:
		return shape{}, errors.New("this type is not written; use string, bool, int, float64, a struct of this package, or pointers, slices and maps of these")
	}
	inner, err := shapeOf(element)
	return shape{kind: k, element: &inner}, err
}

// checkNames fails when a field refers to a type that is none of structs.
func checkNames(structs []structType) error {
	known := map[string]bool{}
	for _, s := range structs {
		known[s.name] = true
	}
	for _, s := range structs {
		for _, f := range s.fields {
			inner := f.shape
			for inner.element != nil {
				inner = *inner.element
			}
			if inner.kind == structKind && !known[inner.name] {
				return fmt.Errorf("%s.%s: %s is no exported struct of this package", s.name, f.goName, inner.name)
			}
		}
	}
	return nil
}
