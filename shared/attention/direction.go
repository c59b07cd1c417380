package attention

import "math"

// Directions returns the table of the rows (any, dims), each scaled to unit length,
// so that the product of two rows and their scales is a cosine. A row of zeros has
// the scale 0. It fails as NewTable does.
func Directions(dims int, rows []int8) (Table, error) {
	var scales []float32
	if dims > 0 {
		scales = make([]float32, len(rows)/dims)
	}
	for i := range scales {
		scales[i] = UnitScale(rows[i*dims : (i+1)*dims])
	}
	return NewTable(dims, rows, scales)
}

// UnitScale is what brings a row to unit length, 0 for a row of zeros.
func UnitScale(row []int8) float32 {
	squares := 0
	for _, v := range row {
		squares += int(v) * int(v)
	}
	if squares == 0 {
		return 0
	}
	return float32(1 / math.Sqrt(float64(squares)))
}

// AppendDirection appends a vector as a row of which only the proportions count:
// its largest number becomes 127 or -127.
func AppendDirection(rows []int8, vector []float32) []int8 {
	var largest float32
	for _, v := range vector {
		largest = max(largest, v, -v)
	}
	factor := float32(0)
	if largest > 0 {
		factor = math.MaxInt8 / largest
	}
	for _, v := range vector {
		rows = append(rows, int8(math.Round(float64(v*factor))))
	}
	return rows
}
