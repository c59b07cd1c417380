package main

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

// TestMain lets the scripts, and tests that start a process, run this program.
func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"vitrine": main})
}

// TestScripts runs the real program as merchants do; see testdata/script.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		RequireExplicitExec: true,
		Setup: func(env *testscript.Env) error {
			env.Setenv("PORT", "")
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"damages": damages,
			"exits":   exits,
			"holds":   holds,
			"same":    same,
		},
	})
}

// damages PATTERN changes a byte of the only file that the pattern matches.
func damages(ts *testscript.TestScript, _ bool, args []string) {
	paths, err := filepath.Glob(ts.MkAbs(args[0]))
	ts.Check(err)
	if len(paths) != 1 {
		ts.Fatalf("%s matches %q", args[0], paths)
	}
	data, err := os.ReadFile(paths[0])
	ts.Check(err)
	data[len(data)/2] ^= 1
	ts.Check(os.WriteFile(paths[0], data, 0o600))
}

// exits CODE PROGRAM ARGUMENT... runs a program that must end with the code.
func exits(ts *testscript.TestScript, _ bool, args []string) {
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	err = ts.Exec(args[1], args[2:]...)
	got := 0
	var failed *exec.ExitError
	if err != nil {
		if !errors.As(err, &failed) {
			ts.Fatalf("%v", err)
		}
		got = failed.ExitCode()
	}
	if got != want {
		ts.Fatalf("exit code %d, want %d", got, want)
	}
}

// holds DIR NAME... checks that a directory has these entries and no others,
// hidden ones included.
func holds(ts *testscript.TestScript, _ bool, args []string) {
	entries, err := os.ReadDir(ts.MkAbs(args[0]))
	ts.Check(err)
	var names []string
	for _, entry := range entries {
		names = append(names, entry.Name())
	}
	if got, want := strings.Join(names, " "), strings.Join(args[1:], " "); got != want {
		ts.Fatalf("%s holds %q, want %q", args[0], got, want)
	}
}

// same DIR DIR checks that two directories have the same files with the same
// bytes; "! same" that they do not.
func same(ts *testscript.TestScript, negated bool, args []string) {
	a, b := tree(ts, args[0]), tree(ts, args[1])
	if (a == b) == negated {
		ts.Fatalf("same: %t", a == b)
	}
}

func tree(ts *testscript.TestScript, dir string) string {
	root := ts.MkAbs(dir)
	var all strings.Builder
	ts.Check(filepath.WalkDir(root, func(path string, entry os.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		all.WriteString(strings.TrimPrefix(path, root) + "\x00" + string(data) + "\x00")
		return err
	}))
	return all.String()
}
