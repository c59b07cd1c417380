package build

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/vitrine-search/vitrine/indexer/internal/instant"
	"github.com/vitrine-search/vitrine/indexer/internal/suggest"
	"github.com/vitrine-search/vitrine/shared/bundle"
	"github.com/vitrine-search/vitrine/shared/bundle/writer"
)

// answerAtOnce returns the file that answers the first letters of likely queries, with
// what an engine says that has opened the bundle. The titles are those of all products.
func answerAtOnce(ctx context.Context, files []writer.File, likely suggest.Made, titles []string, progress Progress) (writer.File, error) {
	const stage = "answering the first letters"
	progress(stage, 0, 1)
	e, err := open(ctx, files)
	if err != nil {
		return writer.File{}, fmt.Errorf("opening the bundle to answer the first letters: %w", err)
	}
	lexicon := slices.IndexFunc(files, func(f writer.File) bool { return strings.HasPrefix(f.Name, bundle.PartLexicon+"-") })
	data, err := instant.Make(ctx, instant.Input{
		Engine: e, Bundle: files[lexicon].Name, Likely: likely, Titles: titles, Limit: instant.Limit,
	})
	if err != nil {
		return writer.File{}, err
	}
	progress(stage, 1, 1)
	return writer.File{Name: instant.File, Data: data}, nil
}
