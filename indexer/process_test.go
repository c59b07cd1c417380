package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// process is this program, running on its own.
type process struct {
	*exec.Cmd
	lines *bufio.Scanner
}

// start starts the program with its standard error at hand.
func start(t *testing.T, args ...string) process {
	t.Helper()
	cmd := exec.Command("vitrine", args...) // testscript.Main put it on PATH
	stderr, err := cmd.StderrPipe()
	require.NoError(t, err)
	require.NoError(t, cmd.Start())
	t.Cleanup(func() { _ = cmd.Process.Kill() })
	return process{cmd, bufio.NewScanner(stderr)}
}

// await reads standard error up to a line with the text.
func (p process) await(t *testing.T, text string) string {
	t.Helper()
	for p.lines.Scan() {
		if strings.Contains(p.lines.Text(), text) {
			return p.lines.Text()
		}
	}
	t.Fatalf("the program ended without saying %q", text)
	return ""
}

// interrupt sends Ctrl-C and returns the exit code and the rest of standard
// error.
func (p process) interrupt(t *testing.T) (code int, rest string) {
	t.Helper()
	require.NoError(t, p.Process.Signal(os.Interrupt))
	var out strings.Builder
	for p.lines.Scan() {
		out.WriteString(p.lines.Text() + "\n")
	}
	_ = p.Wait() // the exit code says it all
	return p.ProcessState.ExitCode(), out.String()
}

// writeFeed writes a feed of n lamps.
func writeFeed(t *testing.T, path string, n int) {
	t.Helper()
	var feed bytes.Buffer
	for i := range n {
		fmt.Fprintf(&feed, `{"id":"l%d","title":"Lamp number %d","description":%q}`+"\n", i, i, strings.Repeat("warm light for the desk ", 20))
	}
	require.NoError(t, os.WriteFile(path, feed.Bytes(), 0o644))
}

// below lists every path below a directory.
func below(t *testing.T, dir string) []string {
	t.Helper()
	var paths []string
	require.NoError(t, filepath.WalkDir(dir, func(path string, _ os.DirEntry, err error) error {
		paths = append(paths, path)
		return err
	}))
	return paths
}

func TestACancelledBuildLeavesEverythingAsItWas(t *testing.T) {
	dir, temporary := t.TempDir(), t.TempDir()
	t.Setenv("TMPDIR", temporary)
	small, large, out := filepath.Join(dir, "small.jsonl"), filepath.Join(dir, "large.jsonl"), filepath.Join(dir, "bundle")
	writeFeed(t, small, 3)
	writeFeed(t, large, 20_000) // enough for the stage to last still when the signal arrives
	require.NoError(t, exec.Command("vitrine", "build", "--catalog", small, "--out", out).Run())
	before := below(t, dir)

	for _, c := range []struct{ stage, target string }{
		{"indexing", out}, {"indexing", filepath.Join(dir, "new", "bundle")}, {"training", out},
	} {
		p := start(t, "build", "--catalog", large, "--out", c.target)
		p.await(t, c.stage)
		code, rest := p.interrupt(t)
		assert.Equal(t, 130, code)
		assert.Contains(t, rest, "vitrine: cancelled; nothing was changed\n")
		assert.Equal(t, before, below(t, dir))
		assert.Equal(t, []string{temporary}, below(t, temporary))
	}
}

func TestServeAnswersUntilItIsInterrupted(t *testing.T) {
	dir := t.TempDir()
	feed, out, site := filepath.Join(dir, "feed.jsonl"), filepath.Join(dir, "bundle"), filepath.Join(dir, "site")
	writeFeed(t, feed, 3)
	require.NoError(t, exec.Command("vitrine", "build", "--catalog", feed, "--out", out).Run())
	require.NoError(t, os.Mkdir(site, 0o755))
	require.NoError(t, os.WriteFile(filepath.Join(site, "index.html"), []byte("the shop"), 0o644))

	p := start(t, "serve", "--bundle", out, "--site", site, "--port", "0")
	url, _, _ := strings.Cut(p.await(t, "/ serves "+site), "/ serves")
	get := func(path string) string {
		response, err := http.Get(url + path)
		require.NoError(t, err)
		defer response.Body.Close()
		assert.Equal(t, http.StatusOK, response.StatusCode, path)
		body, err := io.ReadAll(response.Body)
		require.NoError(t, err)
		return string(body)
	}
	assert.Equal(t, "the shop", get("/"))
	assert.Contains(t, get("/bundle/manifest.json"), `"products": 3`)
	var found struct {
		Total int `json:"total"`
	}
	require.NoError(t, json.Unmarshal([]byte(get("/v1/search?q=lamp")), &found))
	assert.Equal(t, 3, found.Total)

	// A bundle that is built anew is searched at once.
	writeFeed(t, feed, 5)
	require.NoError(t, exec.Command("vitrine", "build", "--catalog", feed, "--out", out).Run())
	require.NoError(t, json.Unmarshal([]byte(get("/v1/search?q=lamp")), &found))
	assert.Equal(t, 5, found.Total)

	code, _ := p.interrupt(t)
	assert.Equal(t, 0, code)
}

func TestATakenPortIsAClearError(t *testing.T) {
	dir := t.TempDir()
	feed, out := filepath.Join(dir, "feed.jsonl"), filepath.Join(dir, "bundle")
	writeFeed(t, feed, 1)
	require.NoError(t, exec.Command("vitrine", "build", "--catalog", feed, "--out", out).Run())
	taken, err := net.Listen("tcp", "localhost:0")
	require.NoError(t, err)
	defer taken.Close()
	_, port, err := net.SplitHostPort(taken.Addr().String())
	require.NoError(t, err)

	// The port may come from the environment too.
	t.Setenv("PORT", port)
	var stderr bytes.Buffer
	cmd := exec.Command("vitrine", "serve", "--bundle", out)
	cmd.Stderr = &stderr
	require.Error(t, cmd.Run())
	assert.Equal(t, 1, cmd.ProcessState.ExitCode())
	assert.Equal(t, "vitrine: serve: port "+port+" is taken by another program\n"+
		"hint: choose another one with --port or PORT, or end that program\n", stderr.String())
}
