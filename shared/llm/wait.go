package llm

import (
	"context"
	"math/rand/v2"
	"net/http"
	"strconv"
	"strings"
	"time"
)

const (
	// maxBackoff bounds the pauses that the client chooses.
	maxBackoff = 30 * time.Second
	// maxPause bounds those that a server asks for: one that wants more is out of
	// quota, and people would rather hear that than wait.
	maxPause = 2 * time.Minute
)

// hold keeps all requests back before the next attempt: for as long as the server
// asked for, or else for twice as long as the last time, a random part of it off,
// so that clients that failed together do not come back together ("Exponential
// Backoff And Jitter", AWS Architecture Blog). It returns false if the server asks
// for more than anyone would wait.
func (c *Client) hold(asked time.Duration, attempt int) bool {
	if asked > maxPause {
		return false
	}
	pause := asked
	if pause == 0 {
		pause = min(min(c.options.Backoff, maxBackoff)<<min(attempt-1, 16), maxBackoff)
		pause -= spread(pause / 2)
	}
	until := time.Now().Add(pause)
	c.mu.Lock()
	defer c.mu.Unlock()
	if until.After(c.resume) {
		c.resume = until
	}
	return true
}

// wait returns when requests may be sent, a little later for some than for
// others, or with the error of ctx.
func (c *Client) wait(ctx context.Context) error {
	for {
		c.mu.Lock()
		pause := time.Until(c.resume)
		c.mu.Unlock()
		if pause <= 0 || ctx.Err() != nil {
			return context.Cause(ctx)
		}
		timer := time.NewTimer(pause + spread(c.options.Backoff/4))
		select {
		case <-ctx.Done():
		case <-timer.C:
		}
		timer.Stop()
	}
}

// spread returns a random duration below the given one. Nothing that is built
// depends on it.
func spread(d time.Duration) time.Duration {
	return time.Duration(float64(d) * rand.Float64()) //nolint:gosec // no secret
}

// retryAfter reads how long a server asks to be left alone, 0 if it does not say:
// "Retry-After" in seconds or as a date, or OpenAI's "Retry-After-Ms".
func retryAfter(header http.Header, now time.Time) time.Duration {
	if ms, err := strconv.ParseFloat(strings.TrimSpace(header.Get("Retry-After-Ms")), 64); err == nil {
		return pauseOf(ms / 1000)
	}
	value := strings.TrimSpace(header.Get("Retry-After"))
	if seconds, err := strconv.ParseFloat(value, 64); err == nil {
		return pauseOf(seconds)
	}
	if date, err := http.ParseTime(value); err == nil {
		return pauseOf(date.Sub(now).Seconds())
	}
	return 0
}

// pauseOf keeps hostile numbers within what a duration can hold.
func pauseOf(seconds float64) time.Duration {
	if !(seconds > 0) {
		return 0
	}
	return time.Duration(min(seconds, 1e6) * float64(time.Second))
}
