package compress

import (
	"context"
	"runtime"
	"sync"

	"github.com/vitrine-search/vitrine/shared/bundle"
	"github.com/vitrine-search/vitrine/shared/bundle/writer"
)

// Encodings are the forms that Beside makes, as the manifest names them.
var Encodings = []string{bundle.Gzip, bundle.Brotli}

// Beside returns the files with the compressed forms of each behind it. It uses
// all cores, and fails with ctx's error alone.
func Beside(ctx context.Context, files []writer.File) ([]writer.File, error) {
	forms := make([]writer.File, 3*len(files))
	places := make(chan int)
	var workers sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		workers.Go(func() {
			for i := range places {
				f := files[i]
				forms[3*i] = f
				forms[3*i+1] = writer.File{Name: f.Name + bundle.GzipExtension, Data: Gzip(f.Data)}
				forms[3*i+2] = writer.File{Name: f.Name + bundle.BrotliExtension, Data: Brotli(f.Data)}
			}
		})
	}
	for i := range files {
		if ctx.Err() != nil {
			break
		}
		places <- i
	}
	close(places)
	workers.Wait()
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	return forms, nil
}
