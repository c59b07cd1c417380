package vectors

import (
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
)

// A safetensors file (github.com/huggingface/safetensors):
//
//	uint64    length of the header, little-endian
//	JSON      {"name": {"dtype": "F32", "shape": [rows, columns], "data_offsets": [from, to]}, ...}
//	bytes     the tensors, row by row, little-endian; offsets count from here
type tensors struct {
	file io.ReaderAt
	// from is where the tensors begin, size their length in bytes.
	from, size int64
	byName     map[string]tensor
}

type tensor struct {
	Type    string   `json:"dtype"`
	Shape   []int64  `json:"shape"`
	Offsets [2]int64 `json:"data_offsets"`
}

// mostHeader is above the headers of models with thousands of tensors; ours have
// three.
const mostHeader = 16 << 20

// widths are the bytes of a number.
var widths = map[string]int64{"F64": 8, "F32": 4, "F16": 2, "BF16": 2, "I8": 1, "U8": 1, "I16": 2, "I32": 4, "I64": 8}

// openTensors reads the header of a file of size bytes.
func openTensors(file io.ReaderAt, size int64) (*tensors, error) {
	var b [8]byte
	if _, err := file.ReadAt(b[:], 0); err != nil {
		return nil, broken("", hintAgain, "it is too short for a safetensors file")
	}
	length := binary.LittleEndian.Uint64(b[:])
	if length > mostHeader || int64(length) > size-8 {
		return nil, broken("", hintAgain, "its header of %d bytes does not fit; it is no safetensors file, or cut off", length)
	}
	header := make([]byte, length)
	if _, err := file.ReadAt(header, 8); err != nil {
		return nil, broken("", hintAgain, "its header cannot be read: %v", err)
	}
	var members map[string]json.RawMessage
	if err := json.Unmarshal(header, &members); err != nil {
		return nil, broken("header", hintAgain, "%v", err)
	}
	t := &tensors{file: file, from: 8 + int64(length), size: size - 8 - int64(length), byName: map[string]tensor{}}
	for name, raw := range members {
		if name == "__metadata__" {
			continue
		}
		var one tensor
		if err := json.Unmarshal(raw, &one); err != nil {
			return nil, broken(fmt.Sprintf("tensor %q", shorten(name)), hintAgain, "%v", err)
		}
		t.byName[name] = one
	}
	return t, nil
}

// numbers checks a tensor against the file and returns how many it has.
func (t *tensors) numbers(name string, one tensor) (int64, error) {
	place := fmt.Sprintf("tensor %q", name)
	width, known := widths[one.Type]
	if !known {
		return 0, broken(place, "save the model with float32, float16 or int8 embeddings", "numbers of type %q cannot be read", shorten(one.Type))
	}
	count := int64(1)
	for _, n := range one.Shape {
		if n < 0 || n > 0 && count > math.MaxInt32/n {
			return 0, broken(place, hintAgain, "its shape is %v", one.Shape)
		}
		count *= n
	}
	from, to := one.Offsets[0], one.Offsets[1]
	if from < 0 || to < from || to > t.size || to-from != count*width {
		return 0, broken(place, hintAgain, "%v numbers of %d bytes do not fit into bytes %d to %d of %d; the file is cut off or damaged",
			one.Shape, width, from, to, t.size)
	}
	return count, nil
}

// section reads the bytes of count numbers from number first on. The tensor was
// checked.
func (t *tensors) section(one tensor, first, count int64) ([]byte, error) {
	width := widths[one.Type]
	b := make([]byte, count*width)
	if _, err := t.file.ReadAt(b, t.from+one.Offsets[0]+first*width); err != nil && !errors.Is(err, io.EOF) {
		return nil, err
	}
	return b, nil
}

// number decodes the i-th of the bytes of a section.
func number(kind string, b []byte, i int) float64 {
	switch kind {
	case "F64":
		return math.Float64frombits(binary.LittleEndian.Uint64(b[8*i:]))
	case "F32":
		return float64(math.Float32frombits(binary.LittleEndian.Uint32(b[4*i:])))
	case "F16":
		return half(binary.LittleEndian.Uint16(b[2*i:]))
	case "BF16":
		return float64(math.Float32frombits(uint32(binary.LittleEndian.Uint16(b[2*i:])) << 16))
	case "I8":
		return float64(int8(b[i]))
	case "U8":
		return float64(b[i])
	case "I16":
		return float64(int16(binary.LittleEndian.Uint16(b[2*i:])))
	case "I32":
		return float64(int32(binary.LittleEndian.Uint32(b[4*i:])))
	default: // I64
		return float64(int64(binary.LittleEndian.Uint64(b[8*i:])))
	}
}

// half decodes an IEEE 754 binary16.
func half(bits uint16) float64 {
	exponent, fraction := int(bits>>10&31), float64(bits&1023)
	var x float64
	switch exponent {
	case 0:
		x = math.Ldexp(fraction, -24)
	case 31:
		x = math.Inf(1)
		if fraction != 0 {
			x = math.NaN()
		}
	default:
		x = math.Ldexp(1024+fraction, exponent-25)
	}
	if bits>>15 == 1 {
		return -x
	}
	return x
}
