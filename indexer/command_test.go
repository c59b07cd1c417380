package main

import (
	"flag"
	"io"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestFlagsMayStandAnywhere(t *testing.T) {
	for _, args := range [][]string{
		{"--name", "x", "--yes", "a", "b"},
		{"a", "--name", "x", "b", "--yes"},
		{"a", "b", "-name=x", "-yes"},
		{"--name", "x", "--yes", "--", "a", "b"},
	} {
		flags := flag.NewFlagSet("test", flag.ContinueOnError)
		name, yes := flags.String("name", "", ""), flags.Bool("yes", false, "")
		operands, err := parse(flags, args)
		require.NoError(t, err, args)
		assert.Equal(t, []string{"a", "b"}, operands, args)
		assert.Equal(t, "x", *name, args)
		assert.True(t, *yes, args)
	}
}

func TestNothingIsAFlagAfterTwoDashes(t *testing.T) {
	flags := flag.NewFlagSet("test", flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	operands, err := parse(flags, []string{"a", "--", "--yes", "--"})
	require.NoError(t, err)
	assert.Equal(t, []string{"a", "--yes", "--"}, operands)
}

func TestAnEmptyFileNameIsNone(t *testing.T) {
	var l list
	require.Error(t, l.Set(""))
	require.NoError(t, l.Set("a"))
	require.NoError(t, l.Set("b"))
	assert.Equal(t, list{"a", "b"}, l)
}
