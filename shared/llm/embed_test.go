package llm_test

import (
	"context"
	"encoding/base64"
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"net/http"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vitrine-search/vitrine/shared/llm"
)

func someTexts(n int) []string {
	texts := make([]string, n)
	for i := range texts {
		texts[i] = fmt.Sprintf("Stehlampe %d 落地灯", i)
	}
	return texts
}

func TestBatches(t *testing.T) {
	s := newServer(t, nil)
	texts := someTexts(103)
	got, err := embed(t, newClient(t, s, llm.Options{MaxTexts: 10, Concurrency: 3}), texts)
	require.NoError(t, err)
	requireVectors(t, texts, got)
	assert.Len(t, s.seen(), 11)
	for _, a := range s.seen() {
		assert.LessOrEqual(t, len(a.Input), 10)
		assert.Equal(t, "small", a.Model)
		assert.Empty(t, a.key)
		assert.Nil(t, a.Dimensions, "not sent unless asked for")
		assert.Nil(t, a.Format, "not sent unless asked for")
	}
}

// TestCharacters bounds requests by characters and not by bytes; a text that is
// too long goes alone.
func TestCharacters(t *testing.T) {
	s := newServer(t, nil)
	long := strings.Repeat("灯", 25)
	texts := []string{"灯灯灯灯", "灯灯灯灯灯灯", "x", long, "y", "z"}
	got, err := embed(t, newClient(t, s, llm.Options{MaxCharacters: 10, Concurrency: 1}), texts)
	require.NoError(t, err)
	requireVectors(t, texts, got)
	var batches [][]string
	for _, a := range s.seen() {
		batches = append(batches, a.Input)
	}
	assert.Equal(t, [][]string{texts[:2], {"x"}, {long}, {"y", "z"}}, batches)
}

func TestOptionsAreSent(t *testing.T) {
	s := newServer(t, nil)
	_, err := embed(t, newClient(t, s, llm.Options{Key: "sk-1", Dimensions: testDims, Base64: true}), []string{"lamp"})
	require.NoError(t, err)
	require.Len(t, s.seen(), 1)
	a := s.seen()[0]
	assert.Equal(t, "Bearer sk-1", a.key)
	assert.Equal(t, testDims, *a.Dimensions)
	assert.Equal(t, "base64", *a.Format)
}

func TestBase64(t *testing.T) {
	s := newServer(t, func(w http.ResponseWriter, a asked, _ int) bool {
		items := make([]item, len(a.Input))
		for i, text := range a.Input {
			var packed []byte
			for _, v := range vectorOf(text) {
				packed = binary.LittleEndian.AppendUint32(packed, math.Float32bits(v))
			}
			items[i] = item{"embedding", i, base64.StdEncoding.EncodeToString(packed)}
		}
		answer(w, http.StatusOK, map[string]any{"data": items})
		return true
	})
	texts := someTexts(5)
	got, err := embed(t, newClient(t, s, llm.Options{Base64: true}), texts)
	require.NoError(t, err)
	requireVectors(t, texts, got)
}

func TestNothingToEmbed(t *testing.T) {
	s := newServer(t, nil)
	c := newClient(t, s, llm.Options{})
	_, err := embed(t, c, nil)
	require.NoError(t, err)
	_, err = embed(t, c, []string{"lamp", ""})
	require.ErrorContains(t, err, "text 1")
	assert.Empty(t, s.seen())
}

// TestInvalidUTF8 sends what JSON can hold of a text.
func TestInvalidUTF8(t *testing.T) {
	s := newServer(t, nil)
	got, err := embed(t, newClient(t, s, llm.Options{}), []string{"lamp\xff"})
	require.NoError(t, err)
	assert.Equal(t, vectorOf("lamp\uFFFD"), got[0])
}

func TestConcurrencyIsBounded(t *testing.T) {
	var now, most atomic.Int32
	s := newServer(t, func(http.ResponseWriter, asked, int) bool {
		n := now.Add(1)
		defer now.Add(-1)
		for seen := most.Load(); n > seen && !most.CompareAndSwap(seen, n); seen = most.Load() {
		}
		time.Sleep(2 * time.Millisecond)
		return false
	})
	texts := someTexts(60)
	got, err := embed(t, newClient(t, s, llm.Options{MaxTexts: 2, Concurrency: 3}), texts)
	require.NoError(t, err)
	requireVectors(t, texts, got)
	assert.LessOrEqual(t, most.Load(), int32(3))
	assert.Greater(t, most.Load(), int32(1), "requests run at the same time")
}

// TestRefusedBatchesAreHalved stands for the servers that take few texts at once
// and say so only when asked.
func TestRefusedBatchesAreHalved(t *testing.T) {
	for _, status := range []int{http.StatusBadRequest, http.StatusRequestEntityTooLarge, http.StatusUnprocessableEntity} {
		s := newServer(t, func(w http.ResponseWriter, a asked, _ int) bool {
			return len(a.Input) > 10 && refuse(w, status, "batch size is too large, it should not be larger than 10")
		})
		texts := someTexts(200)
		got, err := embed(t, newClient(t, s, llm.Options{MaxTexts: 64, Concurrency: 1}), texts)
		require.NoError(t, err)
		requireVectors(t, texts, got)
		refused := 0
		for _, a := range s.seen() {
			if len(a.Input) > 10 {
				refused++
			}
		}
		assert.Equal(t, 7, refused, "64 once, 32 twice, 16 four times, and never again")
	}
}

func TestCancel(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	s := newServer(t, func(w http.ResponseWriter, _ asked, request int) bool {
		if request <= 2 {
			return false
		}
		cancel()
		w.Header().Set("Retry-After", "60")
		return refuse(w, http.StatusTooManyRequests, "slow down")
	})
	done := 0
	began := time.Now()
	err := newClient(t, s, llm.Options{MaxTexts: 5, Concurrency: 1}).Embed(ctx, someTexts(50), func(_ int, vectors [][]float32) error {
		done += len(vectors)
		return nil
	})
	require.ErrorIs(t, err, context.Canceled)
	assert.Equal(t, 10, done, "what came before is handed on")
	assert.Len(t, s.seen(), 3)
	assert.Less(t, time.Since(began), 30*time.Second, "it does not wait for a pause to end")
}

// TestDoneEndsIt lets the caller stop, as when its disk is full.
func TestDoneEndsIt(t *testing.T) {
	s := newServer(t, nil)
	full := errors.New("disk full")
	err := newClient(t, s, llm.Options{MaxTexts: 1, Concurrency: 1}).Embed(t.Context(), someTexts(9), func(int, [][]float32) error { return full })
	require.ErrorIs(t, err, full)
	assert.Len(t, s.seen(), 1)
}
