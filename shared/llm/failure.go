package llm

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strings"
	"time"
)

// How much of what a server says is read, and how much is shown.
const (
	maxReason = 16 << 10
	maxShown  = 300
)

// Error is a request that failed: who was asked, what came back, and what to do.
// It never holds the key.
type Error struct {
	// Endpoint is the address that was asked, without what a password or a key
	// might stand in.
	Endpoint string
	// Status is the HTTP status, 0 if there was no answer, or one with a fault.
	Status int
	// Message is what the server said, cut short, or what is wrong with it.
	Message string
	// Attempts says how often it was tried, 0 where once is enough to know.
	Attempts int

	hint  string
	again bool
	// after is the pause that the server asks for, 0 if it does not say.
	after time.Duration
}

// Error ends with a hint where there is a way out.
func (e *Error) Error() string {
	var b strings.Builder
	b.WriteString(e.Endpoint)
	if e.Status != 0 {
		fmt.Fprintf(&b, " answered %d %s", e.Status, http.StatusText(e.Status))
	}
	if e.Message != "" {
		b.WriteString(": " + e.Message)
	}
	if e.Attempts > 1 {
		fmt.Fprintf(&b, "; tried %d times", e.Attempts)
	}
	if e.hint != "" {
		b.WriteString(" (hint: " + e.hint + ")")
	}
	return b.String()
}

// refused says that the server understood who asks but not what: a smaller batch
// may pass.
func (e *Error) refused() bool {
	switch e.Status {
	case http.StatusBadRequest, http.StatusRequestEntityTooLarge, http.StatusUnprocessableEntity:
		return true
	}
	return false
}

func (c *Client) failure(message string) *Error {
	return &Error{Endpoint: c.endpoint.shown, Message: message}
}

// answered is the error of an answer with another status than 200.
func (c *Client) answered(answer *http.Response) *Error {
	// What cannot be read of the reason is only missing from the message.
	content, _ := io.ReadAll(io.LimitReader(answer.Body, maxReason))
	said, code := reason(content)
	e := c.failure("")
	e.Status = answer.StatusCode
	if said = c.clean(said); said != "" {
		e.Message = fmt.Sprintf("%q", said)
	}
	switch s := answer.StatusCode; {
	case s == http.StatusUnauthorized && c.options.Key == "":
		e.hint = "put the server's key into the environment as VITRINE_API_KEY, or as OPENAI_API_KEY, which is sent over https only"
	case s == http.StatusUnauthorized || s == http.StatusForbidden:
		e.hint = "check the key in VITRINE_API_KEY or OPENAI_API_KEY"
	case s == http.StatusNotFound:
		e.hint = fmt.Sprintf("check the address, and that the server has a model %q", c.options.Model)
	case s >= 300 && s < 400:
		e.hint = "the server redirects; name the address that it redirects to"
	case code == "insufficient_quota":
		e.hint = "raise the account's quota, and run it again"
	case s == http.StatusTooManyRequests || s == http.StatusRequestTimeout || s == http.StatusTooEarly || s >= 500 && s != http.StatusNotImplemented:
		e.again, e.after = true, retryAfter(answer.Header, time.Now())
		e.hint = "run it again later"
		if e.after > maxPause {
			e.hint = fmt.Sprintf("the server asks to be left alone for %v; run it again then", e.after.Round(time.Second))
		}
	case e.refused():
		e.hint = fmt.Sprintf("check that %q is a model for embeddings, and that the texts and the dimensions suit it", c.options.Model)
	}
	return e
}

// reason finds what a server says in the forms that are about: OpenAI's, a plain
// message, or text.
func reason(content []byte) (said, code string) {
	var answer struct {
		Error   json.RawMessage `json:"error"`
		Message string          `json:"message"`
		Detail  string          `json:"detail"`
	}
	var inner struct {
		Message string `json:"message"`
		Code    any    `json:"code"`
	}
	// A member of another type than expected leaves the others readable.
	_ = json.Unmarshal(content, &answer)
	_ = json.Unmarshal(answer.Error, &inner)
	code, _ = inner.Code.(string)
	var plain string
	_ = json.Unmarshal(answer.Error, &plain)
	for _, said := range []string{inner.Message, plain, answer.Message, answer.Detail} {
		if said != "" {
			return said, code
		}
	}
	return string(content), code
}

// clean makes what came from outside fit to be shown: one line, not long, and
// without the key.
func (c *Client) clean(s string) string {
	for _, secret := range []string{c.options.Key, c.endpoint.password} {
		if secret != "" {
			s = strings.ReplaceAll(s, secret, "[key]")
		}
	}
	s = strings.Join(strings.Fields(strings.ToValidUTF8(s, "\uFFFD")), " ")
	if runes := []rune(s); len(runes) > maxShown {
		s = string(runes[:maxShown]) + "..."
	}
	return s
}

// cause is what went wrong, without the address that net/http puts before it.
func cause(err error) string {
	var sent *url.Error
	if errors.As(err, &sent) {
		err = sent.Err
	}
	return err.Error()
}
