package main

import (
	"fmt"
	"io"
	"os"
	"time"
)

// redraw is how often a terminal's line of progress changes: often enough to see
// that it moves, seldom enough to cost nothing.
const redraw = 100 * time.Millisecond

// progress shows how far a long command is. On a terminal it keeps one line up
// to date; elsewhere, as in a log, it writes a line when a stage begins.
type progress struct {
	out      io.Writer
	terminal bool
	now      func() time.Time
	stage    string
	drawn    time.Time
}

// newProgress returns the progress of a command that is not quiet.
func newProgress(s streams, quiet bool) *progress {
	if quiet {
		return &progress{out: io.Discard, now: time.Now}
	}
	return &progress{out: s.err, terminal: isTerminal(s.err), now: time.Now}
}

func isTerminal(w io.Writer) bool {
	file, ok := w.(*os.File)
	if !ok {
		return false
	}
	info, err := file.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}

// show says that so much of a stage is done.
func (p *progress) show(stage string, done, total int) {
	began := stage != p.stage
	p.stage = stage
	if !p.terminal {
		if began {
			fmt.Fprintf(p.out, "%s\n", stage)
		}
		return
	}
	now := p.now()
	if !began && done < total && now.Sub(p.drawn) < redraw {
		return
	}
	p.drawn = now
	share := 0
	if total > 0 {
		share = 100 * done / total
	}
	fmt.Fprintf(p.out, "\r\x1b[K%s: %d %%", stage, share)
}

// end makes room for what comes after the progress.
func (p *progress) end() {
	if p.terminal && p.stage != "" {
		fmt.Fprint(p.out, "\r\x1b[K")
	}
}
