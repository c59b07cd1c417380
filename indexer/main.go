// Command vitrine is the merchant's command line: it builds bundles from product
// exports, and searches, measures, inspects and serves them.
//
// Each command stands in a file of its own; this one only finds it and turns its
// error into a message and an exit code. A command writes its result to standard
// output and everything else to standard error, takes all it needs as arguments,
// and stops when its context is cancelled, so that the tests run the very
// program that merchants do.
package main

import (
	"context"
	"io"
	"os"
	"os/signal"
	"syscall"
)

func main() { os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) }

// commands in the order in which the usage lists them.
func commands() []command {
	return []command{
		buildCommand, searchCommand, runCommand, evalCommand, inspectCommand, serveCommand, generateCommand, versionCommand,
	}
}

// run runs one command and returns its exit code. The first interrupt cancels
// it; a second one ends the program at once.
func run(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop)
	s := streams{in: stdin, out: stdout, err: stderr}
	return s.report(dispatch(ctx, s, args))
}

// dispatch finds the command and runs it.
func dispatch(ctx context.Context, s streams, args []string) error {
	if len(args) == 0 {
		writeUsage(s.err)
		return errUsageShown
	}
	name, rest := args[0], args[1:]
	switch name {
	case "-h", "-help", "--help":
		writeUsage(s.out)
		return nil
	case "help":
		if len(rest) == 0 {
			writeUsage(s.out)
			return nil
		}
		name, rest = rest[0], []string{"--help"}
	case "--version":
		name = versionCommand.name
	}
	for _, c := range commands() {
		if c.name == name {
			return c.run(ctx, s, rest)
		}
	}
	return misuse("there is no command %q (hint: vitrine --help lists them)", name)
}
