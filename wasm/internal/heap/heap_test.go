//go:build js

package heap

import (
	"runtime"
	"runtime/debug"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
)

// percentNow returns what the collector is set to, and leaves it so.
func percentNow() int {
	was := debug.SetGCPercent(percent)
	debug.SetGCPercent(was)
	return was
}

func TestTheFirstCollectionMakesEverythingAsEver(t *testing.T) {
	t.Cleanup(func() { debug.SetGCPercent(percent) })
	release := Hold(2 << 20)
	assert.Equal(t, -1, percentNow())
	release()
	assert.Equal(t, 10*percent, percentNow(), "40 of 4 MiB")
	assert.Eventually(t, func() bool {
		runtime.GC()
		return percentNow() == percent
	}, 5*time.Second, 10*time.Millisecond)
}

func TestASmallBundleIsCollectedAsEver(t *testing.T) {
	t.Cleanup(func() { debug.SetGCPercent(percent) })
	Hold(0)()
	assert.Equal(t, percent, percentNow())
}
