//go:build !js

package architecture

import (
	"encoding/json"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

const module = "github.com/vitrine-search/vitrine/"

// root is the repository's top folder, seen from this package.
var root = filepath.Join("..", "..", "..")

// target is one platform that the project is compiled for.
type target struct {
	name string
	env  []string
}

var (
	native  = target{name: "native"}
	wasm    = target{name: "js/wasm", env: []string{"GOOS=js", "GOARCH=wasm", "CGO_ENABLED=0"}}
	targets = []target{native, wasm}
)

// listed is what these tests ask `go list` about a package.
type listed struct {
	ImportPath, Name, Dir string
	Standard              bool
	GoFiles, Imports      []string
}

// path is the package's folder in the repository, such as "shared/text".
func (p listed) path() string { return strings.TrimPrefix(p.ImportPath, module) }

// list runs `go list` in the top folder. Packages that have no files for the
// target are left out.
func list(t *testing.T, on target, arguments ...string) []listed {
	t.Helper()
	command := exec.Command("go", append([]string{"list", "-e", "-json=ImportPath,Name,Dir,Standard,GoFiles,Imports"}, arguments...)...)
	command.Dir = root
	command.Env = append(os.Environ(), on.env...)
	output, err := command.Output()
	require.NoError(t, err, "go list on %s", on.name)

	var packages []listed
	for decoder := json.NewDecoder(strings.NewReader(string(output))); ; {
		var p listed
		err := decoder.Decode(&p)
		if errors.Is(err, io.EOF) {
			return packages
		}
		require.NoError(t, err)
		if len(p.GoFiles) > 0 {
			packages = append(packages, p)
		}
	}
}
