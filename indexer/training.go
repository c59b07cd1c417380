package main

import (
	"flag"
	"os"

	"github.com/vitrine-search/vitrine/indexer/internal/config"
	"github.com/vitrine-search/vitrine/indexer/internal/learn"
	"github.com/vitrine-search/vitrine/indexer/internal/train/feedback"
	"github.com/vitrine-search/vitrine/shared/llm"
)

// trainingFlags are the flags of build that say what is learned.
type trainingFlags struct {
	off     bool
	options learn.Options
	// told names the files of what people judged or clicked.
	told config.Feedback
}

func (f *trainingFlags) define(flags *flag.FlagSet) {
	flags.BoolVar(&f.off, "no-train", false, "do not learn from the catalogue which words mean alike")
	flags.StringVar(&f.options.Vectors, "vectors", "", "train from the word vectors at `PATH` (GloVe, fastText, word2vec, model2vec), or none; "+
		"English shops have a built-in table")
	flags.StringVar(&f.options.Teacher.URL, "teacher", "", "train from what the embedding model at `URL` (OpenAI's protocol) says of the words")
	flags.StringVar(&f.options.Teacher.Model, "teacher-model", "", "the `NAME` of the teacher's model")
	flags.StringVar(&f.options.Teacher.Prefix, "teacher-prefix", "", "put `TEXT` before every text that the teacher is asked about")
	flags.StringVar(&f.options.Teacher.Cache, "teacher-cache", "", "keep the teacher's answers in `DIR`, by default in the user's cache folder")
	flags.StringVar(&f.told.Judgments, "judgments", "", "train the ranking from judgments, too: qrels as TREC writes them in `FILE`, with --judged-queries")
	flags.StringVar(&f.told.Queries, "judged-queries", "", "the queries of --judgments in `FILE`: an identifier and a text to a line, divided by a tab")
	flags.StringVar(&f.told.Clicks, "clicks", "", "train the ranking from a log of clicks in `FILE`, too: query, product, position and clicked, as JSON lines or divided by tabs")
	flags.IntVar(&f.options.Dims, "dims", 0, "train rows of `N` numbers, by default 32")
	flags.Uint64Var(&f.options.Seed, "seed", 0, "train with other random numbers, by `N`")
}

// learner returns who learns from the catalogue, or nil if nobody is to. What the
// flags say counts, and where they say nothing, the configuration. It opens word
// vectors, which may take a while.
func (f *trainingFlags) learner(s streams, flags *flag.FlagSet, settings config.Config, p *progress) (*learn.Learner, error) {
	off, options, told, contradicted := !settings.Train, settings.Training, settings.Feedback, ""
	flags.Visit(func(given *flag.Flag) {
		switch given.Name {
		case "no-train":
			off = f.off
			return
		case "vectors":
			options.Vectors = f.options.Vectors
		case "teacher":
			options.Teacher.URL = f.options.Teacher.URL
		case "teacher-model":
			options.Teacher.Model = f.options.Teacher.Model
		case "teacher-prefix":
			options.Teacher.Prefix = f.options.Teacher.Prefix
		case "teacher-cache":
			options.Teacher.Cache = f.options.Teacher.Cache
		case "dims":
			options.Dims = f.options.Dims
		case "seed":
			options.Seed = f.options.Seed
		case "judgments":
			told.Judgments = f.told.Judgments
		case "judged-queries":
			told.Queries = f.told.Queries
		case "clicks":
			told.Clicks = f.told.Clicks
		default:
			return
		}
		contradicted = given.Name
	})
	if f.off && contradicted != "" {
		return nil, misuse("--no-train and --%s contradict each other (hint: leave one of them out)", contradicted)
	}
	if off {
		return nil, nil
	}
	var err error
	if options.Feedback, err = readFeedback(s, told); err != nil {
		return nil, err
	}
	options.Teacher.Key = llm.Key(os.Getenv, options.Teacher.URL)
	if path := options.Vectors; path != "" && path != learn.NoVectors {
		p.show("reading "+path, 0, 1)
	}
	return learn.New(options, settings.Shop.Language)
}

// readFeedback reads what people judged and clicked.
func readFeedback(s streams, files config.Feedback) (told []feedback.Query, err error) {
	if (files.Judgments == "") != (files.Queries == "") {
		return nil, misuse("judgments and judged queries belong together (hint: give both --judgments and --judged-queries, or neither)")
	}
	if files.Judgments != "" {
		judged := measuring{}
		if err := judged.read(s, files.Queries, files.Judgments); err != nil {
			return nil, err
		}
		told = feedback.FromJudgments(judged.queries, judged.judgments)
	}
	if files.Clicks != "" {
		clicks, err := readInput(s, files.Clicks, feedback.ReadClicks)
		if err != nil {
			return nil, err
		}
		told = append(told, feedback.FromClicks(clicks)...)
	}
	return told, nil
}
