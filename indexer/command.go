package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"strings"
)

// streams are a command's connections to the world.
type streams struct {
	in       io.Reader
	out, err io.Writer
}

// command is one verb of the command line.
type command struct {
	name string
	// arguments is the synopsis after the name; summary is one line, about what
	// the usage says below it.
	arguments, summary, about string
	// example is one or more whole command lines.
	example string
	// define declares the flags and returns what the command does once they are
	// parsed.
	define func(*flag.FlagSet) action
}

// action does what a command is for. The operands are what stands between and
// after the flags.
type action func(ctx context.Context, s streams, operands []string) error

// run parses the arguments and runs the command.
func (c command) run(ctx context.Context, s streams, args []string) error {
	flags := flag.NewFlagSet(c.name, flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	act := c.define(flags)
	operands, err := parse(flags, args)
	if errors.Is(err, flag.ErrHelp) {
		c.writeHelp(s.out, flags)
		return nil
	}
	if err == nil {
		err = act(ctx, s, operands)
	}
	if err != nil {
		return fmt.Errorf("%s: %w", c.name, err)
	}
	return nil
}

// parse parses flags wherever they stand, as the package flag by itself does not,
// and returns the other arguments. "--" ends the flags.
func parse(flags *flag.FlagSet, args []string) (operands []string, err error) {
	for {
		if err := flags.Parse(args); err != nil {
			if errors.Is(err, flag.ErrHelp) {
				return nil, err
			}
			return nil, misuse("%v (hint: vitrine %s --help lists the flags)", err, flags.Name())
		}
		rest := flags.Args()
		if len(rest) == 0 {
			return operands, nil
		}
		if parsed := len(args) - len(rest); parsed > 0 && args[parsed-1] == "--" {
			return append(operands, rest...), nil
		}
		operands, args = append(operands, rest[0]), rest[1:]
	}
}

// list is a flag that may be given several times.
type list []string

func (l *list) String() string { return strings.Join(*l, ", ") }

func (l *list) Set(value string) error {
	if value == "" {
		return errors.New("is empty")
	}
	*l = append(*l, value)
	return nil
}

// required fails unless every flag of the names has a value.
func required(flags *flag.FlagSet, names ...string) error {
	for _, name := range names {
		if flags.Lookup(name).Value.String() == "" {
			return misuse("--%s is missing (hint: vitrine %s --help shows an example)", name, flags.Name())
		}
	}
	return nil
}

// noOperands fails if there are any.
func noOperands(operands []string) error {
	if len(operands) > 0 {
		return misuse("%q is no flag, and nothing else is expected", operands[0])
	}
	return nil
}
