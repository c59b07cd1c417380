package engine_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/vitrine-search/vitrine/shared/attention"
	"github.com/vitrine-search/vitrine/shared/engine"
)

// kernel is another one than attention.Scalar; wrong, it forgets the last row.
type kernel struct {
	attention.Kernel
	wrong bool
}

func (k kernel) Dots(query, rows []int8, out []int32) {
	if k.wrong {
		out = out[:len(out)-1]
	}
	k.Kernel.Dots(query, rows, out)
}

func TestAKernelIsUsedIfItIsRight(t *testing.T) {
	for _, c := range []struct {
		name    string
		options []engine.Option
		want    bool
	}{
		{name: "none"},
		{name: "right", options: []engine.Option{engine.WithKernel(kernel{Kernel: attention.Scalar})}, want: true},
		{name: "wrong", options: []engine.Option{engine.WithKernel(kernel{Kernel: attention.Scalar, wrong: true})}},
		{name: "the default", options: []engine.Option{engine.WithKernel(attention.Scalar)}},
	} {
		assert.Equal(t, c.want, openBundle(t, casesBundle, c.options...).Health().SIMD, c.name)
	}
}
