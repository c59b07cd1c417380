package config

import (
	"fmt"

	"github.com/vitrine-search/vitrine/indexer/internal/learn"
)

// training says what is learned, and from what.
type training struct {
	// Enabled is true unless it is turned off.
	Enabled *bool   `yaml:"enabled"`
	Vectors string  `yaml:"vectors"`
	Dims    int     `yaml:"dims"`
	Seed    int64   `yaml:"seed"`
	Teacher teacher `yaml:"teacher"`
	// What people judged and clicked.
	Judgments     string `yaml:"judgments"`
	JudgedQueries string `yaml:"judged_queries"`
	Clicks        string `yaml:"clicks"`
}

type teacher struct {
	URL    string `yaml:"url"`
	Model  string `yaml:"model"`
	Prefix string `yaml:"prefix"`
	Cache  string `yaml:"cache"`
}

// Feedback names the files of what people judged or clicked, "" for none.
type Feedback struct {
	// Judgments are qrels, of the Queries.
	Judgments, Queries string
	Clicks             string
}

func (t training) feedback() Feedback {
	return Feedback{Judgments: t.Judgments, Queries: t.JudgedQueries, Clicks: t.Clicks}
}

func (t training) options() learn.Options {
	return learn.Options{
		Vectors: t.Vectors, Dims: t.Dims, Seed: uint64(t.Seed),
		Teacher: learn.Teacher{URL: t.Teacher.URL, Model: t.Teacher.Model, Prefix: t.Teacher.Prefix, Cache: t.Teacher.Cache},
	}
}

// check refuses settings that cannot be followed. Half a teacher is none of them:
// the command line may have the other half.
func (t training) check() error {
	if t.Seed < 0 {
		return fmt.Errorf("training.seed is %d (hint: it is 0 or more)", t.Seed)
	}
	options := t.options()
	if t.Teacher.URL == "" || t.Teacher.Model == "" {
		options.Teacher = learn.Teacher{}
	}
	if err := options.Check(); err != nil {
		return fmt.Errorf("training: %w", err)
	}
	return nil
}
