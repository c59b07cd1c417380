package preview

import (
	"crypto/sha256"
	"encoding/hex"
	"io"
	"net/http"
	"net/http/httptest"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
)

const part = "lexicon-0123456789abcdef.mp"

// shop serves a site of two languages, of which one bundle is mounted.
func shop() http.Handler {
	text := func(s string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(s)} }
	return Site{
		Pages: fstest.MapFS{
			"index.html":              text("home"),
			"zh/index.html":           text("中文"),
			"zh/bundle/manifest.json": text("{}"),
			"chunk-NMUZMUXZ.js":       text("export {}"),
			"mount-f7423d328b1c.js":   text("export {}"),
			"product-lamp.js":         text("export {}"),
			"vitrine.wasm":            text("\x00asm plain"),
			"vitrine.wasm.br":         text("smallest"),
			"vitrine.wasm.gz":         text("small"),
			"bundle/manifest.json":    text("hidden by the mount"),
			".env":                    text("secret"),
			"zh/.git/config":          text("secret"),
		},
		Bundle: fstest.MapFS{"manifest.json": text(`{"format":1}`), part: text("\x83"), part + ".gz": text("\x1f\x8b"), part + ".br": text("\x0b")},
		API: http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			_, _ = io.WriteString(w, "api "+r.URL.Path)
		}),
	}.Handler()
}

func get(path string, header ...string) *httptest.ResponseRecorder {
	request := httptest.NewRequest(http.MethodGet, path, http.NoBody)
	for i := 0; i+1 < len(header); i += 2 {
		request.Header.Set(header[i], header[i+1])
	}
	response := httptest.NewRecorder()
	shop().ServeHTTP(response, request)
	return response
}

func TestEveryThingHasItsPlace(t *testing.T) {
	for path, want := range map[string]string{
		"/":                        "home",
		"/index.html":              "home",
		"/zh/":                     "中文",
		"/zh/bundle/manifest.json": "{}",
		"/bundle/manifest.json":    `{"format":1}`,
		"/v1/search":               "api /v1/search",
	} {
		response := get(path)
		assert.Equal(t, http.StatusOK, response.Code, path)
		assert.Equal(t, want, response.Body.String(), path)
	}
}

func TestWhatIsNotThereOrHiddenIsNotFound(t *testing.T) {
	for _, path := range []string{"/nowhere", "/.env", "/zh/.git/config", "/bundle/", "/bundle/none.mp", "/zh/../.env", "/%00"} {
		response := get(path)
		assert.Contains(t, []int{http.StatusNotFound, http.StatusTemporaryRedirect, http.StatusMovedPermanently}, response.Code, path)
		assert.NotContains(t, response.Body.String(), "secret", path)
	}
}

func TestAFolderIsRedirectedToItsPage(t *testing.T) {
	response := get("/zh")
	assert.Equal(t, http.StatusMovedPermanently, response.Code)
	assert.Equal(t, "zh/", response.Header().Get("Location"))
}

func TestOnlyHashedFilesAreKept(t *testing.T) {
	assert.Equal(t, "public, max-age=31536000, immutable", get("/bundle/"+part).Header().Get("Cache-Control"))
	for _, path := range []string{"/chunk-NMUZMUXZ.js", "/mount-f7423d328b1c.js"} {
		assert.Equal(t, "public, max-age=31536000, immutable", get(path).Header().Get("Cache-Control"), path)
	}
	for _, path := range []string{"/bundle/manifest.json", "/vitrine.wasm", "/", "/product-lamp.js"} {
		assert.Equal(t, "no-cache", get(path).Header().Get("Cache-Control"), path)
	}
	assert.Equal(t, "no-store", get("/bundle/none.mp").Header().Get("Cache-Control"))
}

func TestAFileThatIsAskedForByItsHashIsKept(t *testing.T) {
	sum := sha256.Sum256([]byte("\x00asm plain"))
	hash := hex.EncodeToString(sum[:])
	for version, want := range map[string]string{
		hash[:12]:      "public, max-age=31536000, immutable",
		hash[:4]:       "no-cache",
		"0123456789ab": "no-cache", // another build's
	} {
		response := get("/vitrine.wasm?v="+version, "Accept-Encoding", "br")
		assert.Equal(t, want, response.Header().Get("Cache-Control"), version)
		assert.Equal(t, "smallest", response.Body.String(), version)
	}
}

func TestAFileThatDidNotChangeIsNotSentAgain(t *testing.T) {
	tag := get("/vitrine.wasm").Header().Get("ETag")
	assert.Equal(t, http.StatusNotModified, get("/vitrine.wasm", "If-None-Match", tag).Code)
	assert.Equal(t, http.StatusOK, get("/vitrine.wasm", "If-None-Match", `"other"`).Code)
}

func TestTypesDoNotDependOnTheMachine(t *testing.T) {
	for path, want := range map[string]string{
		"/":                     "text/html; charset=utf-8",
		"/vitrine.wasm":         "application/wasm",
		"/bundle/manifest.json": "application/json",
		"/bundle/" + part:       "application/vnd.msgpack",
	} {
		response := get(path)
		assert.Equal(t, want, response.Header().Get("Content-Type"), path)
		assert.Equal(t, "nosniff", response.Header().Get("X-Content-Type-Options"), path)
	}
}

func TestPrecompressedFilesAreServedToThoseWhoTakeThem(t *testing.T) {
	for accepted, want := range map[string]string{
		"":                       "\x00asm plain",
		"gzip, deflate, br":      "smallest",
		"gzip":                   "small",
		"br;q=0, gzip;q=0.5":     "small",
		"br; q=0.0, gzip; q=0":   "\x00asm plain",
		"identity, BR;q=1.0":     "smallest",
		"brotli, gzippy, x-gzip": "\x00asm plain",
	} {
		response := get("/vitrine.wasm", "Accept-Encoding", accepted)
		assert.Equal(t, want, response.Body.String(), accepted)
		assert.Equal(t, "Accept-Encoding", response.Header().Get("Vary"))
		assert.Equal(t, "application/wasm", response.Header().Get("Content-Type"))
	}
	assert.Equal(t, "br", get("/vitrine.wasm", "Accept-Encoding", "br").Header().Get("Content-Encoding"))
}

// The engine takes the header's word for it that the parts need not be asked for
// as gzip.
func TestThePartsAreNegotiatedAndTheManifestSaysSo(t *testing.T) {
	assert.Equal(t, "negotiated", get("/bundle/manifest.json").Header().Get("Vitrine-Parts"))
	for accepted, want := range map[string]string{"": "\x83", "gzip": "\x1f\x8b", "gzip, br": "\x0b"} {
		response := get("/bundle/"+part, "Accept-Encoding", accepted)
		assert.Equal(t, want, response.Body.String(), accepted)
		assert.Empty(t, response.Header().Get("Vitrine-Parts"))
	}
	asGzip := get("/bundle/"+part+".gz", "Accept-Encoding", "gzip")
	assert.Equal(t, "\x1f\x8b", asGzip.Body.String())
	assert.Empty(t, asGzip.Header().Get("Content-Encoding"), "it is asked for as it is")
	assert.Contains(t, asGzip.Header().Get("Cache-Control"), "immutable")
}

func TestThePolicyIsStrictEverywhere(t *testing.T) {
	const want = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; connect-src 'self'; " +
		"img-src 'self' data:; style-src 'self'; form-action 'self'; base-uri 'none'"
	for _, path := range []string{"/", "/nowhere", "/v1/search", "/bundle/manifest.json"} {
		assert.Equal(t, want, get(path).Header().Get("Content-Security-Policy"), path)
	}
}

func TestFilesAreOnlyRead(t *testing.T) {
	request := httptest.NewRequest(http.MethodPost, "/index.html", http.NoBody)
	response := httptest.NewRecorder()
	shop().ServeHTTP(response, request)
	assert.Equal(t, http.StatusMethodNotAllowed, response.Code)
	assert.Equal(t, "GET, HEAD", response.Header().Get("Allow"))
}
