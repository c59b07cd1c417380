package main

import (
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
)

func TestALogHasALineForEachStage(t *testing.T) {
	var out strings.Builder
	p := progress{out: &out}
	for done := range 5 {
		p.show("reading", done, 5)
	}
	p.show("indexing", 0, 5)
	p.end()
	assert.Equal(t, "reading\nindexing\n", out.String())
}

func TestATerminalHasOneLineThatIsClearedAtTheEnd(t *testing.T) {
	var out strings.Builder
	var clock time.Time
	p := progress{out: &out, terminal: true, now: func() time.Time { return clock }}
	p.show("reading", 0, 0)
	for done := range 4 {
		p.show("indexing", done, 4)
		clock = clock.Add(redraw / 2) // every second one is drawn
	}
	p.show("indexing", 4, 4)
	p.end()
	assert.Equal(t, "\r\x1b[Kreading: 0 %\r\x1b[Kindexing: 0 %\r\x1b[Kindexing: 50 %\r\x1b[Kindexing: 100 %\r\x1b[K", out.String())
}

func TestQuietShowsNothing(t *testing.T) {
	var out strings.Builder
	p := newProgress(streams{err: &out}, true)
	p.show("reading", 1, 2)
	p.end()
	assert.Empty(t, out.String())
}
