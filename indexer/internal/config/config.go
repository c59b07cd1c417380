// Package config reads vitrine.yaml, in which a merchant says what the shop is
// called, how its attributes are searched and shown, and where the columns of
// its exports belong. vitrine.example.yaml beside this file has every key, with
// its default and its reason.
//
// Reading is strict: a key that nobody reads is an error that names its line and
// the key that was probably meant, because a setting that is silently ignored
// costs an afternoon.
package config

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/goccy/go-yaml"

	"github.com/vitrine-search/vitrine/indexer/internal/feed"
	"github.com/vitrine-search/vitrine/indexer/internal/learn"
	"github.com/vitrine-search/vitrine/shared/product"
)

// Config is everything a configuration says, with the defaults filled in.
type Config struct {
	Shop product.Shop
	// Feed is ready for feed.Options; it knows the names of Shop.Attributes.
	Feed feed.Mapping
	// QueryLog is the path of a log of searches, "" if there is none.
	QueryLog string
	// Train says whether anything is learned from the catalogue, and Training how.
	// The key of a teacher is not in it: it stands in no file.
	Train    bool
	Training learn.Options
	// Feedback names what people told, for the training.
	Feedback Feedback
}

// Default is the configuration of a merchant who wrote none.
func Default() Config {
	return Config{Shop: product.DefaultShop(), Train: true}
}

// Load reads the file at path. Its errors name the file, the line and a way out.
func Load(path string) (Config, error) {
	file, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return Config{}, fmt.Errorf("%s: no such file (hint: leave the configuration out to use the defaults)", path)
	}
	if err != nil {
		return Config{}, fmt.Errorf("%s: cannot be opened: %w", path, err)
	}
	defer func() { _ = file.Close() }() // only read from
	return read(file, path)
}

// read decodes what the merchant wrote.
func read(r io.Reader, path string) (Config, error) {
	d := &document{}
	decoder := yaml.NewDecoder(r, yaml.Strict())
	if err := decoder.Decode(d); err != nil && !errors.Is(err, io.EOF) {
		return Config{}, explain(err, path)
	}
	if err := decoder.Decode(new(any)); !errors.Is(err, io.EOF) {
		return Config{}, fmt.Errorf("%s: there is a second document after \"---\" (hint: a configuration is one document)", path)
	}
	config, err := d.config()
	if err != nil {
		return Config{}, fmt.Errorf("%s: %w", path, err)
	}
	for _, named := range []*string{
		&config.QueryLog, &config.Training.Vectors, &config.Training.Teacher.Cache,
		&config.Feedback.Judgments, &config.Feedback.Queries, &config.Feedback.Clicks,
	} {
		*named = beside(path, *named)
	}
	return config, nil
}

// beside returns the path of a file that a configuration names: relative ones begin
// where the configuration lies.
func beside(configuration, path string) string {
	if path == "" || path == learn.NoVectors || filepath.IsAbs(path) {
		return path
	}
	return filepath.Join(filepath.Dir(configuration), path)
}
