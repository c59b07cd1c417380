package preview

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/http"
	"path"
	"regexp"
	"strings"

	"github.com/vitrine-search/vitrine/shared/bundle"
)

// hashed matches the names of files that are named after their content: a bundle's
// parts, and the widget's scripts.
var hashed = regexp.MustCompile(`-([0-9a-f]{12,16}|[0-9A-Z]{8})(\.[a-z]+)+$`)

// leastVersion is how many hex digits of its SHA-256 tell a file from any other.
const leastVersion = 12

const (
	keepForEver = "public, max-age=31536000, immutable"
	askAgain    = "no-cache"
)

// negotiated tells the engine, on the manifest, that the parts are sent in the
// smallest form that a browser takes: it need not ask for the compressed files.
const negotiatedHeader, negotiated = "Vitrine-Parts", "negotiated"

// files serves a file system below a path that was stripped.
type files struct{ fsys fs.FS }

func (f files) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		w.Header().Set("Allow", "GET, HEAD")
		http.Error(w, "only GET and HEAD are answered here", http.StatusMethodNotAllowed)
		return
	}
	name := path.Clean("/" + r.URL.Path)[1:]
	if strings.HasPrefix(name, ".") || strings.Contains(name, "/.") {
		notFound(w)
		return
	}
	if name == "" {
		name = "."
	}
	if info, err := fs.Stat(f.fsys, name); err == nil && info.IsDir() {
		if !strings.HasSuffix(r.URL.Path, "/") && r.URL.Path != "" {
			// Relative links of the page would otherwise lead one folder too high.
			w.Header().Set("Location", path.Base(name)+"/")
			w.WriteHeader(http.StatusMovedPermanently)
			return
		}
		name = path.Join(name, "index.html")
	}
	f.serve(w, r, name)
}

// serve sends a file, precompressed if it lies there so and the caller takes it.
func (f files) serve(w http.ResponseWriter, r *http.Request, name string) {
	file, encoding, err := f.open(name, r.Header.Get("Accept-Encoding"))
	if errors.Is(err, fs.ErrNotExist) || errors.Is(err, fs.ErrInvalid) {
		notFound(w)
		return
	}
	if err != nil {
		http.Error(w, "the file cannot be read: "+err.Error(), http.StatusInternalServerError)
		return
	}
	defer func() { _ = file.Close() }() // it was only read
	info, err := file.Stat()
	content, seekable := file.(io.ReadSeeker)
	if err != nil || info.IsDir() || !seekable {
		notFound(w)
		return
	}
	header := w.Header()
	header.Set("Content-Type", contentType(name))
	header.Set("Vary", "Accept-Encoding")
	if encoding != "" {
		header.Set("Content-Encoding", encoding)
	}
	header.Set("Cache-Control", askAgain)
	if hashed.MatchString(name) || f.isVersion(name, r.URL.Query().Get("v")) {
		header.Set("Cache-Control", keepForEver)
	}
	if path.Base(name) == bundle.ManifestFile {
		header.Set(negotiatedHeader, negotiated)
	}
	// Seconds are too coarse to tell two builds apart.
	header.Set("ETag", fmt.Sprintf("\"%x-%x%s\"", info.ModTime().UnixNano(), info.Size(), encoding))
	http.ServeContent(w, r, name, info.ModTime(), content)
}

// open opens the smallest form of the file that the caller accepts.
func (f files) open(name, accepted string) (file fs.File, encoding string, err error) {
	for _, form := range []struct{ encoding, extension string }{{"br", ".br"}, {"gzip", ".gz"}} {
		if !accepts(accepted, form.encoding) {
			continue
		}
		if file, err := f.fsys.Open(name + form.extension); err == nil {
			return file, form.encoding, nil
		}
	}
	file, err = f.fsys.Open(name)
	return file, "", err
}

// isVersion says whether the address names the content that it leads to, as in
// vitrine.wasm?v=HASH, and not an older or a newer one.
func (f files) isVersion(name, version string) bool {
	if len(version) < leastVersion {
		return false
	}
	file, err := f.fsys.Open(name)
	if err != nil {
		return false
	}
	defer func() { _ = file.Close() }() // it was only read
	content := sha256.New()
	if _, err := io.Copy(content, file); err != nil {
		return false
	}
	return strings.HasPrefix(hex.EncodeToString(content.Sum(nil)), version)
}

// accepts reads an Accept-Encoding header.
func accepts(header, encoding string) bool {
	for offer := range strings.SplitSeq(header, ",") {
		name, parameters, _ := strings.Cut(offer, ";")
		if strings.EqualFold(strings.TrimSpace(name), encoding) {
			quality := strings.ReplaceAll(parameters, " ", "")
			return strings.TrimRight(strings.TrimPrefix(quality, "q="), ".0") != "" || quality == ""
		}
	}
	return false
}

func notFound(w http.ResponseWriter) {
	w.Header().Set("Cache-Control", "no-store")
	http.Error(w, "there is no such file here", http.StatusNotFound)
}
