package llm

import (
	"fmt"
	"net/url"
	"regexp"
	"strings"
)

// version is the part of a path that says which version of the protocol follows:
// "v1", or "v4" and "v1beta" with some hosts.
var version = regexp.MustCompile(`(^|/)v\d+[a-z0-9]*(/|$)`)

// endpoint is the address that embeddings are asked of.
type endpoint struct {
	// full is where requests go. It may hold a password or a key.
	full string
	// shown is what errors call it, without what may be secret.
	shown string
	// password is the one in the address, if there is one.
	password string
}

// parseEndpoint completes a server's address, which people write with "/v1" at
// its end, without, or as the whole address of the endpoint.
func parseEndpoint(address string) (endpoint, error) {
	const hint = "(hint: write it like https://api.openai.com/v1 or http://localhost:11434)"
	parsed, err := url.Parse(strings.TrimSpace(address))
	if err != nil {
		// The parser's own error would quote the address, with its password.
		return endpoint{}, fmt.Errorf("the address of the embedding server cannot be read %s", hint)
	}
	if parsed.Scheme != "http" && parsed.Scheme != "https" || parsed.Hostname() == "" {
		return endpoint{}, fmt.Errorf("the address of the embedding server must begin with http:// or https:// and a host %s", hint)
	}
	path := strings.TrimRight(parsed.Path, "/")
	switch {
	case strings.HasSuffix(path, "/embeddings"):
	case version.MatchString(path):
		path += "/embeddings"
	default:
		path += "/v1/embeddings"
	}
	parsed.Path, parsed.RawPath, parsed.Fragment = path, "", ""
	shown := url.URL{Scheme: parsed.Scheme, Host: parsed.Host, Path: path}
	password, _ := parsed.User.Password()
	return endpoint{full: parsed.String(), shown: shown.String(), password: password}, nil
}
