package chinese

import (
	"fmt"
	"sync"

	"github.com/go-ego/gse"
)

// dictionary reads gse's dictionary of Simplified Chinese, 350,000 words, which
// takes half a second and is done once.
var dictionary = sync.OnceValues(func() (*gse.Dictionary, error) {
	segmenter := gse.Segmenter{SkipLog: true}
	if err := segmenter.LoadDictEmbed("zh_s"); err != nil {
		return nil, fmt.Errorf("reading the Chinese dictionary: %w", err)
	}
	return segmenter.Dict, nil
})
