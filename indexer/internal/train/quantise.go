package train

import "math"

// quantise appends a row as a direction: its largest number becomes 127 or -127.
// A row that vanishes becomes 0.
func quantise(to []int8, row []float32) []int8 {
	var largest float64
	for _, v := range row {
		largest = max(largest, math.Abs(float64(v)))
	}
	for _, v := range row {
		if largest == 0 {
			to = append(to, 0)
			continue
		}
		to = append(to, int8(math.Round(float64(v)/largest*math.MaxInt8)))
	}
	return to
}

// share returns the weight as a number from 1 to 255 in proportion to the greatest.
func share(weight, greatest float64) uint8 {
	return uint8(max(1, math.Round(weight/greatest*math.MaxUint8)))
}
