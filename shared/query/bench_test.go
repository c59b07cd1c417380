package query_test

import (
	"testing"

	"github.com/vitrine-search/vitrine/shared/query"
)

func BenchmarkRead(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		query.Read("brushed nickel bathroom faucet under $150 -plastic", shop)
	}
}
