package evaluate

import (
	"fmt"
	"hash/crc32"
)

// Half names a half of a set of queries, which a checksum of the text decides: it
// stays in its half wherever the query stands and whatever it is called. One half
// may be tuned on, the other tells what the tuning was worth. The empty Half holds
// every query.
type Half string

// The halves.
const (
	Even Half = "even"
	Odd  Half = "odd"
)

// Set reads the name of a half, as a flag.
func (h *Half) Set(name string) error {
	if half := Half(name); half == Even || half == Odd {
		*h = half
		return nil
	}
	return fmt.Errorf("must be %s or %s", Even, Odd)
}

func (h *Half) String() string { return string(*h) }

// Holds says whether a query is in the half: the CRC-32 (IEEE) of its text in
// UTF-8 is even, or odd.
func (h Half) Holds(text string) bool {
	if h == "" {
		return true
	}
	return (crc32.ChecksumIEEE([]byte(text))%2 == 0) == (h == Even)
}
