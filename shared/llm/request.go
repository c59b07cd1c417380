package llm

import (
	"bytes"
	"context"
	"crypto/tls"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"syscall"
)

// request is the body of a request.
type request struct {
	Model      string   `json:"model"`
	Input      []string `json:"input"`
	Dimensions int      `json:"dimensions,omitempty"`
	// Format is not sent unless it is asked for: some servers refuse what they do
	// not know.
	Format string `json:"encoding_format,omitempty"`
}

// ask returns the vectors (len(texts), dims). It sends the request again where
// that may help, after a pause.
func (c *Client) ask(ctx context.Context, texts []string) ([][]float32, error) {
	r := request{Model: c.options.Model, Input: texts, Dimensions: c.options.Dimensions}
	if c.options.Base64 {
		r.Format = "base64"
	}
	body, err := json.Marshal(r)
	if err != nil {
		return nil, err
	}
	for attempt := 1; ; attempt++ {
		if err := c.wait(ctx); err != nil {
			return nil, err
		}
		vectors, err := c.send(ctx, body, len(texts))
		if err == nil {
			return vectors, nil
		}
		if ctx.Err() != nil {
			return nil, context.Cause(ctx)
		}
		var failed *Error
		if !errors.As(err, &failed) || !failed.again {
			return nil, err
		}
		failed.Attempts = attempt
		if attempt == c.options.Attempts || !c.hold(failed.after, attempt) {
			return nil, err
		}
	}
}

// send makes one attempt. Whatever goes wrong is an *Error.
func (c *Client) send(ctx context.Context, body []byte, texts int) ([][]float32, error) {
	ctx, cancel := context.WithTimeout(ctx, c.options.Timeout)
	defer cancel()
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, c.endpoint.full, bytes.NewReader(body))
	if err != nil {
		return nil, c.failure("the request cannot be made")
	}
	r.Header.Set("Content-Type", "application/json")
	r.Header.Set("Accept", "application/json")
	if c.options.Key != "" {
		r.Header.Set("Authorization", "Bearer "+c.options.Key)
	}
	answer, err := c.http.Do(r)
	if err != nil {
		return nil, c.unreachable(err)
	}
	defer func() { _ = answer.Body.Close() }()
	if answer.StatusCode != http.StatusOK {
		return nil, c.answered(answer)
	}
	most := mostBytes(texts)
	content, err := io.ReadAll(io.LimitReader(answer.Body, most+1))
	switch {
	case err != nil:
		return nil, c.unreachable(err)
	case int64(len(content)) > most:
		return nil, c.failure(fmt.Sprintf("the answer for %d texts is longer than %d bytes", texts, most))
	}
	return c.decode(content, texts)
}

// unreachable is the error of an attempt that got no whole answer. It is worth
// another one unless nobody listens there.
func (c *Client) unreachable(err error) *Error {
	var dns *net.DNSError
	var certificate *tls.CertificateVerificationError
	switch {
	case errors.Is(err, context.DeadlineExceeded):
		e := c.failure(fmt.Sprintf("no answer within %v", c.options.Timeout))
		e.again, e.hint = true, "the server is busy, or slow; run it again later"
		return e
	case errors.Is(err, syscall.ECONNREFUSED):
		e := c.failure("nothing listens there")
		e.hint = "start the server, or correct its address"
		return e
	case errors.As(err, &dns) && dns.IsNotFound:
		e := c.failure("there is no such host")
		e.hint = "correct the server's address"
		return e
	case errors.As(err, &certificate):
		e := c.failure("the server's certificate is not to be trusted: " + c.clean(certificate.Err.Error()))
		e.hint = "correct the server's address, or have this machine trust the certificate"
		return e
	}
	e := c.failure("the connection failed: " + c.clean(cause(err)))
	e.again, e.hint = true, "check the network, and run it again later"
	return e
}
