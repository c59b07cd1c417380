package build

import (
	"github.com/vitrine-search/vitrine/indexer/internal/learn"
	"github.com/vitrine-search/vitrine/shared/bundle/writer"
)

// NoticeFile is the name of the file with the licences that a bundle has to be
// accompanied by. No shopper needs it, so the manifest does not name it; who publishes
// the bundle publishes it too.
const NoticeFile = "NOTICE.txt"

const noticeHead = `What this bundle knows of words (its parts embeddings and reranker) was learned from the
shop's catalogue and from a table of general English, which is derived from the works
below. Their licences ask that these notices go with it.

`

// notices returns the file of the licences, if what was learned needs any.
func notices(l *learn.Learner) []writer.File {
	if l.Notices() == "" {
		return nil
	}
	return []writer.File{{Name: NoticeFile, Data: []byte(noticeHead + l.Notices())}}
}
