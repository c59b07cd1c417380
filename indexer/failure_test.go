package main

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/vitrine-search/vitrine/shared/bundle"
	"github.com/vitrine-search/vitrine/shared/engine"
)

func TestFailuresEndInTheirHint(t *testing.T) {
	cases := []struct {
		err  error
		code int
		want string
	}{
		{nil, 0, ""},
		{errors.New("it broke"), 1, "vitrine: it broke\n"},
		{errors.New("it broke (hint: mend it (well))"), 1, "vitrine: it broke\nhint: mend it (well)\n"},
		{errors.New("(hint: none) is in the middle"), 1, "vitrine: (hint: none) is in the middle\n"},
		{
			fmt.Errorf("shop: %w", &bundle.Error{File: "a.mp", Detail: "is short", Hint: "copy it again"}),
			1, "vitrine: shop: a.mp: is short\nhint: copy it again\n",
		},
		{&engine.RequestError{Message: "limit is 0"}, 2, "vitrine: limit is 0\n"},
		{misuse("no %s (hint: one)", "flag"), 2, "vitrine: no flag\nhint: one\n"},
		{errUsageShown, 2, ""},
		{fmt.Errorf("build: %w", context.Canceled), 130, "vitrine: cancelled; nothing was changed\n"},
	}
	for _, c := range cases {
		var stderr strings.Builder
		assert.Equal(t, c.code, streams{err: &stderr}.report(c.err), "%v", c.err)
		assert.Equal(t, c.want, stderr.String())
	}
}
