package wire

// Filter passes a product with any of Values, or, for a number, one between Min
// and Max, both included. In JSON it is an array of strings or {"min", "max"}.
type Filter struct {
	Values   []string
	Min, Max *float64
}

// AppendJSON writes the range if the filter has one, and the values if not.
func (v *Filter) AppendJSON(dst []byte) []byte {
	if v.Min == nil && v.Max == nil {
		dst = append(dst, '[')
		for _, value := range v.Values {
			dst = append(appendString(dst, value), ',')
		}
		return closed(dst, ']')
	}
	dst = append(dst, '{')
	if v.Min != nil {
		dst = append(dst, `"min":`...)
		dst = append(appendFloat(dst, *v.Min), ',')
	}
	if v.Max != nil {
		dst = append(dst, `"max":`...)
		dst = append(appendFloat(dst, *v.Max), ',')
	}
	return closed(dst, '}')
}

// MarshalJSON gives encoding/json the same shape; wirejson reads it back.
func (v Filter) MarshalJSON() ([]byte, error) { return v.AppendJSON(nil), nil }
