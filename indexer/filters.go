package main

import (
	"errors"
	"flag"
	"fmt"
	"math"
	"strconv"
	"strings"

	"github.com/vitrine-search/vitrine/shared/wire"
)

// filters are those of a request, collected from flags such as brand=Sony.
type filters struct {
	byField map[string]wire.Filter
}

// flag returns a flag that adds its values to the filters.
func (f *filters) flag(set func(*wire.Filter, string) error) flag.Value {
	return filterFlag{f, set}
}

type filterFlag struct {
	filters *filters
	set     func(*wire.Filter, string) error
}

func (filterFlag) String() string { return "" }

func (f filterFlag) Set(argument string) error {
	field, value, ok := strings.Cut(argument, "=")
	if !ok || field == "" || value == "" {
		return errors.New("want FIELD=VALUE")
	}
	filter := f.filters.byField[field]
	if err := f.set(&filter, value); err != nil {
		return err
	}
	if f.filters.byField == nil {
		f.filters.byField = map[string]wire.Filter{}
	}
	f.filters.byField[field] = filter
	return nil
}

func addValue(f *wire.Filter, value string) error {
	f.Values = append(f.Values, value)
	return nil
}

func setMin(f *wire.Filter, value string) (err error) {
	f.Min, err = number(value)
	return err
}

func setMax(f *wire.Filter, value string) (err error) {
	f.Max, err = number(value)
	return err
}

func number(value string) (*float64, error) {
	v, err := strconv.ParseFloat(value, 64)
	if err != nil || math.IsNaN(v) || math.IsInf(v, 0) {
		return nil, fmt.Errorf("%q is no number", value)
	}
	return &v, nil
}
