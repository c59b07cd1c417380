package llm

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"unicode/utf8"
)

// Embed asks for the vectors of the texts, none of which may be empty. It calls
// done with every batch as soon as it is there: vectors (n, dims) of the n texts
// from first on. Batches come in no certain order, but done is never called
// twice at a time, and all vectors of a client have the same dims.
//
// It ends with the first error, also one of done, or with ctx; what done got until
// then is good. The *Error of a server never holds the key.
func (c *Client) Embed(ctx context.Context, texts []string, done func(first int, vectors [][]float32) error) error {
	for i, text := range texts {
		if text == "" {
			return fmt.Errorf("text %d of those to be embedded is empty", i)
		}
	}
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	run := embedding{client: c, texts: texts, done: done}
	var workers sync.WaitGroup
	for range c.options.Concurrency {
		workers.Go(func() {
			for ctx.Err() == nil {
				from, to := run.take()
				if from == to {
					return
				}
				if err := run.embed(ctx, from, to); err != nil {
					cancel(err)
				}
			}
		})
	}
	workers.Wait()
	return context.Cause(ctx)
}

// embedding is one call of Embed.
type embedding struct {
	client *Client
	texts  []string

	// mu guards next, the first text that no worker has taken yet.
	mu   sync.Mutex
	next int

	// one lets one call of done pass at a time.
	one  sync.Mutex
	done func(first int, vectors [][]float32) error
}

// take returns the next texts that fit a request, at least one of them; none are
// left if from is to.
func (e *embedding) take() (from, to int) {
	most := e.client.mostTexts()
	e.mu.Lock()
	defer e.mu.Unlock()
	from = e.next
	for characters := 0; e.next < len(e.texts) && e.next-from < most; e.next++ {
		characters += utf8.RuneCountInString(e.texts[e.next])
		if characters > e.client.options.MaxCharacters && e.next > from {
			break
		}
	}
	return from, e.next
}

// embed asks for some texts. Servers limit a request in ways that they do not
// announce (some take 10 texts, some 8,192 tokens in all), so what one refuses is
// asked for in halves, and later requests have no more than that.
func (e *embedding) embed(ctx context.Context, from, to int) error {
	vectors, err := e.client.ask(ctx, e.texts[from:to])
	var failed *Error
	if errors.As(err, &failed) && failed.refused() && to-from > 1 {
		half := (to - from + 1) / 2
		e.client.takeAtMost(half)
		if err := e.embed(ctx, from, from+half); err != nil {
			return err
		}
		return e.embed(ctx, from+half, to)
	}
	if err != nil {
		return err
	}
	e.one.Lock()
	defer e.one.Unlock()
	return e.done(from, vectors)
}

func (c *Client) mostTexts() int {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.most
}

func (c *Client) takeAtMost(texts int) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.most = min(c.most, texts)
}
