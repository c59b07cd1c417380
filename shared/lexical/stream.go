package lexical

import "encoding/binary"

// The text of the products is kept as streams of codes. A code names a term by
// about its rank in frequency, so that frequent terms take one byte, others two or
// three; compressed, that is smaller than the postings, and the inversion at
// open is quick. The first codes are marks.
const (
	codeEndOfField   = 0 // the field's text ends; every product has one for each field
	codeGap          = 1 // a word was dropped here
	codeSamePosition = 2 // the next term stands where the previous one does
	codeJoined       = 3 // in a file: here too stands the word before with the next
	firstTermCode    = 4
)

// The first byte of a code says how many follow.
const (
	oneByteCodes = 192 // 0..191: the code itself
	twoByteLead  = 56  // 192..247: 56 * 256 codes
	threeByte    = 248 // 248..254: 7 * 65536 codes
	fiveByte     = 255 // four more bytes, for very large vocabularies

	firstTwoByte   = oneByteCodes
	firstThreeByte = firstTwoByte + twoByteLead<<8
	firstFiveByte  = firstThreeByte + (fiveByte-threeByte)<<16
)

// appendCode appends a code to a stream.
func appendCode(dst []byte, code uint32) []byte {
	switch {
	case code < firstTwoByte:
		return append(dst, byte(code))
	case code < firstThreeByte:
		code -= firstTwoByte
		return append(dst, byte(oneByteCodes+code>>8), byte(code))
	case code < firstFiveByte:
		code -= firstThreeByte
		return append(dst, byte(threeByte+code>>16), byte(code>>8), byte(code))
	default:
		return binary.BigEndian.AppendUint32(append(dst, fiveByte), code-firstFiveByte)
	}
}

// codeLength returns how many bytes appendCode appends.
func codeLength(code uint32) int {
	switch {
	case code < firstTwoByte:
		return 1
	case code < firstThreeByte:
		return 2
	case code < firstFiveByte:
		return 3
	}
	return 5
}

// nextCode reads the code at the given place and returns the place after it,
// which is -1 if the stream ends within the code.
func nextCode(stream []byte, at int) (code uint32, next int) {
	lead := uint32(stream[at])
	if lead < threeByte && at+1 < len(stream) {
		code, more := shortCode(lead, stream[at+1])
		return code, at + 1 + more
	}
	switch {
	case lead < oneByteCodes:
		return lead, at + 1
	case lead < fiveByte:
		if at+2 >= len(stream) {
			return 0, -1
		}
		low := uint32(stream[at+1])<<8 | uint32(stream[at+2])
		return firstThreeByte + (lead-threeByte)<<16 + low, at + 3
	default:
		if at+4 >= len(stream) {
			return 0, -1
		}
		code := firstFiveByte + binary.BigEndian.Uint32(stream[at+1:])
		if code < firstFiveByte {
			return 0, -1 // there are no so large codes
		}
		return code, at + 5
	}
}

// shortCode returns the code of one or two bytes that begins with lead, and how
// many more bytes it has. Which of the two it is no processor can foretell, so
// there is no branch here; the loops that read every code have it inlined.
func shortCode(lead uint32, second byte) (code uint32, more int) {
	long := (oneByteCodes - 1 - lead) >> 31 // 1 or 0
	return lead + long*((lead-oneByteCodes)*255+uint32(second)), int(long)
}
