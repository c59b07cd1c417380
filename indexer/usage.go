package main

import (
	"flag"
	"fmt"
	"io"
	"strings"
	"text/tabwriter"
)

// writeUsage writes what the program is for and its commands.
func writeUsage(w io.Writer) {
	fmt.Fprint(w, "usage: vitrine COMMAND [ARGUMENTS]\n\n"+
		"Search for a shop that runs in the shopper's browser: compile the catalogue\n"+
		"into a bundle of static files, try it, measure it and serve it.\n\ncommands:\n")
	table := tabwriter.NewWriter(w, 0, 0, 3, ' ', 0)
	for _, c := range commands() {
		fmt.Fprintf(table, "  %s\t%s\n", c.name, c.summary)
	}
	_ = table.Flush() // a usage that cannot be written cannot be reported either
	fmt.Fprintf(w, "\n%s\nexample:\n  %s\n  %s\n", exitCodes, firstLine(buildCommand.example), firstLine(serveCommand.example))
}

func firstLine(s string) string {
	line, _, _ := strings.Cut(s, "\n")
	return line
}

// writeHelp writes how to use the command; it ends in an example.
func (c command) writeHelp(w io.Writer, flags *flag.FlagSet) {
	fmt.Fprintf(w, "usage: vitrine %s %s\n\n%s\n", c.name, c.arguments, c.about)
	var described strings.Builder
	table := tabwriter.NewWriter(&described, 0, 0, 3, ' ', 0)
	flags.VisitAll(func(f *flag.Flag) {
		value, usage := flag.UnquoteUsage(f)
		if f.DefValue != "" && f.DefValue != "false" && f.DefValue != "0" {
			usage += " (default " + f.DefValue + ")"
		}
		fmt.Fprintf(table, "  --%s\t%s\n", strings.TrimSpace(f.Name+" "+value), usage)
	})
	_ = table.Flush() // a strings.Builder takes everything
	if described.Len() > 0 {
		fmt.Fprintf(w, "\nflags:\n%s", described.String())
	}
	fmt.Fprintf(w, "\nexample:\n  %s\n", strings.ReplaceAll(c.example, "\n", "\n  "))
}
