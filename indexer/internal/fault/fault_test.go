package fault_test

import (
	"errors"
	"io"
	"io/fs"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vitrine-search/vitrine/indexer/internal/fault"
)

func TestErrorSaysFilePlaceAndWayOut(t *testing.T) {
	for want, e := range map[string]fault.Error{
		"shop.csv: is a folder": {File: "shop.csv", Detail: "is a folder"},
		"shop.csv:7: broken JSON: unexpected EOF (hint: correct it)": {
			File: "shop.csv", Line: 7, Detail: "broken JSON", Err: io.ErrUnexpectedEOF, Hint: "correct it",
		},
		"model: tensor \"words\": its shape is [2] (hint: take another one)": {
			File: "model", Place: `tensor "words"`, Detail: "its shape is [2]", Hint: "take another one",
		},
	} {
		require.EqualError(t, &e, want)
	}
	require.ErrorIs(t, &fault.Error{Err: io.EOF}, io.EOF)
}

func TestCauseLeavesThePathOut(t *testing.T) {
	assert.Equal(t, fs.ErrPermission, fault.Cause(&fs.PathError{Op: "open", Path: "shop.csv", Err: fs.ErrPermission}))
	other := errors.New("no path in it")
	assert.Equal(t, other, fault.Cause(other))
}
