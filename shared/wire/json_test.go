package wire_test

import (
	"bytes"
	"encoding/json"
	"math"
	"math/rand/v2"
	"reflect"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vitrine-search/vitrine/shared/wire"
)

// appender is what the generator gives every exported struct of the package.
type appender interface{ AppendJSON([]byte) []byte }

// everyType lists the structs that cross the wire at the top level; the others
// are reached from them.
var everyType = []appender{
	new(wire.SearchRequest), new(wire.SearchResponse),
	new(wire.SuggestRequest), new(wire.SuggestResponse),
	new(wire.Health), new(wire.Error),
}

// oracle is encoding/json without HTML escaping.
func oracle(t *testing.T, value any) string {
	t.Helper()
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	require.NoError(t, encoder.Encode(value))
	return string(bytes.TrimSuffix(b.Bytes(), []byte("\n")))
}

func TestWritersEqualEncodingJSONOnRandomValues(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for _, zero := range everyType {
		for range 500 {
			value := reflect.New(reflect.TypeOf(zero).Elem())
			fill(random, value.Elem(), 3)
			written := value.Interface().(appender).AppendJSON(nil)
			require.Equal(t, oracle(t, value.Interface()), string(written))
		}
	}
}

func TestWritersAppend(t *testing.T) {
	e := wire.Error{Code: "a", Message: "b"}
	assert.Equal(t, `,{"code":"a","message":"b"}`, string(e.AppendJSON([]byte(","))))
}

func TestNilSlicesAndMapsAreEmpty(t *testing.T) {
	assert.Equal(t,
		`{"query":"","hits":[],"total":0,"all_words":0,"facets":{},"facet_order":[],"currency":"","stages":0,"engine_ms":0}`,
		string(new(wire.SearchResponse).AppendJSON(nil)))
}

func TestNumbersThatJSONLacksAreNull(t *testing.T) {
	for _, f := range []float64{math.NaN(), math.Inf(1), math.Inf(-1)} {
		e := wire.Explanation{Value: f}
		assert.Equal(t, `{"value":null,"description":""}`, string(e.AppendJSON(nil)))
	}
}

func TestFilterInEncodingJSON(t *testing.T) {
	ten := 10.0
	got, err := json.Marshal(map[string]wire.Filter{"a": {Values: []string{"x"}}, "b": {Min: &ten}, "c": {}})
	require.NoError(t, err)
	assert.JSONEq(t, `{"a":["x"],"b":{"min":10},"c":[]}`, string(got))
}

func FuzzWritersEqualEncodingJSON(f *testing.F) {
	f.Add("\u2028<&>\x00\x7f\\\"\xff\xed\xa0\x80", 1e21)
	f.Add("\u65e5\u672c \U0001F600\b\f\n\r\t", 1e-7)
	f.Add("", math.Copysign(0, -1))
	f.Add(",", 123456789.125)
	f.Fuzz(func(t *testing.T, s string, number float64) {
		if math.IsNaN(number) || math.IsInf(number, 0) {
			t.Skip("encoding/json refuses it")
		}
		response := wire.SearchResponse{
			Query:      s,
			Hits:       []wire.Hit{{ID: s, Price: &number, Score: number, Category: []string{s, ""}}},
			Facets:     map[string][]wire.FacetValue{s: {}, s + "2": {{Value: s, Min: &number}}},
			FacetOrder: []wire.FacetInfo{},
		}
		require.Equal(t, oracle(t, response), string(response.AppendJSON(nil)))
	})
}

// fill sets every field reachable from v to a random value; depth bounds the
// recursion. Slices and maps that JSON may not omit are never nil, the one place
// where the writers differ from encoding/json.
func fill(random *rand.Rand, v reflect.Value, depth int) {
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			fill(random, v.Field(i), depth)
		}
	case reflect.Pointer:
		if depth > 0 && random.IntN(3) > 0 {
			v.Set(reflect.New(v.Type().Elem()))
			fill(random, v.Elem(), depth-1)
		}
	case reflect.Slice:
		n := 0
		if depth > 0 {
			n = random.IntN(3)
		}
		v.Set(reflect.MakeSlice(v.Type(), n, n))
		for i := range n {
			fill(random, v.Index(i), depth-1)
		}
	case reflect.Map:
		v.Set(reflect.MakeMap(v.Type()))
		for range random.IntN(4) {
			element := reflect.New(v.Type().Elem()).Elem()
			fill(random, element, depth-1)
			v.SetMapIndex(reflect.ValueOf(randomString(random)), element)
		}
	case reflect.String:
		v.SetString(randomString(random))
	case reflect.Int:
		v.SetInt(random.Int64() >> random.IntN(64) * int64(random.IntN(3)-1))
	case reflect.Bool:
		v.SetBool(random.IntN(2) == 0)
	case reflect.Float64:
		v.SetFloat(randomFloat(random))
	default:
		panic("fill: no random value of kind " + v.Kind().String())
	}
}

// randomString mixes what JSON escapes, what it does not, and broken UTF-8.
func randomString(random *rand.Rand) string {
	pieces := []string{
		"a", "Lamp", " ", `"`, `\`, "/", "<&>", "\n", "\t\r\b\f", "\x00", "\x1f", "\x7f",
		"\u00e9", "\u2028", "\u2029", "\u6c99\u53d1", "\U0001F6CB", "\xff", "\xe2\x80", "\xed\xa0\x80", ",",
	}
	s := ""
	for range random.IntN(5) {
		s += pieces[random.IntN(len(pieces))]
	}
	return s
}

// randomFloat draws from every exponent, whole numbers and zeros.
func randomFloat(random *rand.Rand) float64 {
	switch random.IntN(4) {
	case 0:
		return 0
	case 1:
		return float64(random.IntN(100000)) / 100
	}
	for {
		if f := math.Float64frombits(random.Uint64()); !math.IsNaN(f) && !math.IsInf(f, 0) {
			return f
		}
	}
}
