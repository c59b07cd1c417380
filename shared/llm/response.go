package llm

import (
	"bytes"
	"encoding/base64"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"math"
)

// maxDims is the longest vector; the longest of today's models have 8192 numbers.
const maxDims = 1 << 14

// mostBytes bounds the answer for so many texts. A number is written with at most
// some 24 characters, and some servers put spaces between.
func mostBytes(texts int) int64 { return 1<<20 + int64(texts)*maxDims*32 }

// response is the body of an answer. Some servers report an error with status 200.
type response struct {
	Data []struct {
		Index     *int            `json:"index"`
		Embedding json.RawMessage `json:"embedding"`
	} `json:"data"`
}

// decode returns the vectors (texts, dims) of an answer in the order of the texts,
// in whichever order they came. It fails if one is missing, is there twice, has
// another length than all before, or holds anything but finite numbers.
func (c *Client) decode(content []byte, texts int) ([][]float32, error) {
	var r response
	if err := json.Unmarshal(content, &r); err != nil {
		e := c.failure(fmt.Sprintf("the answer is not JSON as embeddings have it, but %q", c.clean(string(content[:min(len(content), maxReason)]))))
		e.hint = "check that the address is the server's own, and not a page's"
		return nil, e
	}
	if len(r.Data) == 0 {
		if said, _ := reason(content); said != string(content) {
			return nil, c.failure(fmt.Sprintf("%q", c.clean(said)))
		}
	}
	if len(r.Data) != texts {
		return nil, c.failure(fmt.Sprintf("the answer has %d vectors for %d texts", len(r.Data), texts))
	}
	vectors := make([][]float32, texts)
	for _, data := range r.Data {
		switch {
		case data.Index == nil:
			return nil, c.failure("the answer has a vector without the number of its text")
		case *data.Index < 0 || *data.Index >= texts:
			return nil, c.failure(fmt.Sprintf("the answer has a vector for text %d of %d", *data.Index, texts))
		case vectors[*data.Index] != nil:
			return nil, c.failure(fmt.Sprintf("the answer has two vectors for text %d", *data.Index))
		}
		vector, err := numbers(data.Embedding)
		if err != nil {
			return nil, c.failure(fmt.Sprintf("the vector of text %d %v", *data.Index, err))
		}
		if err := c.checkDims(len(vector)); err != nil {
			return nil, err
		}
		vectors[*data.Index] = vector
	}
	return vectors, nil
}

// checkDims holds all vectors to the length of the first, and that to what was
// asked for.
func (c *Client) checkDims(dims int) error {
	if asked := c.options.Dimensions; asked != 0 && dims != asked {
		e := c.failure(fmt.Sprintf("the vectors have %d numbers, not the %d that were asked for", dims, asked))
		e.hint = "ask for no certain dimensions, or choose a model that can shorten its vectors"
		return e
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.dims == 0 {
		c.dims = dims
	}
	if dims != c.dims {
		return c.failure(fmt.Sprintf("a vector has %d numbers, those before it %d", dims, c.dims))
	}
	return nil
}

// numbers reads a vector: a list of numbers, or the base64 of its little-endian
// float32s. The error continues "the vector of text 3".
func numbers(raw json.RawMessage) ([]float32, error) {
	var vector []float32
	if len(raw) > 0 && raw[0] == '"' {
		var packed []byte
		var text string
		err := json.Unmarshal(raw, &text)
		if err == nil {
			packed, err = base64.StdEncoding.DecodeString(text)
		}
		if err != nil || len(packed)%4 != 0 {
			return nil, errors.New("is text, but not the base64 of numbers")
		}
		vector = make([]float32, len(packed)/4)
		for i := range vector {
			vector[i] = math.Float32frombits(binary.LittleEndian.Uint32(packed[4*i:]))
		}
	} else if err := json.Unmarshal(raw, &vector); err != nil || bytes.IndexByte(raw, 'n') >= 0 {
		// json takes null for 0.
		return nil, errors.New("is no list of numbers")
	}
	if len(vector) == 0 || len(vector) > maxDims {
		return nil, fmt.Errorf("has %d numbers, which is not from 1 to %d", len(vector), maxDims)
	}
	for i, v := range vector {
		if math.IsNaN(float64(v)) || math.IsInf(float64(v), 0) {
			return nil, fmt.Errorf("has a number that is not finite, in place %d", i)
		}
	}
	return vector, nil
}
