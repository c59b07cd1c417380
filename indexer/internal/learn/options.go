package learn

import (
	"errors"
	"fmt"

	"github.com/vitrine-search/vitrine/indexer/internal/train/feedback"
	"github.com/vitrine-search/vitrine/shared/bundle/embeddings"
	"github.com/vitrine-search/vitrine/shared/llm"
)

// NoVectors stands in Options.Vectors for none: what words mean is then learned
// from the catalogue alone.
const NoVectors = "none"

// Options say what is learned, and from what. The zero Options are those to begin
// with: in an English shop they start from the table of general English.
type Options struct {
	// Vectors is the path of word vectors to start from, in any format of package
	// vectors; NoVectors for none; or "" for those that this program has for the
	// language.
	Vectors string
	// Teacher tells what the catalogue's words mean, if it has a URL. The words of
	// Vectors are then those that it is asked about beside the catalogue's.
	Teacher Teacher
	// Dims is the length of a row of the table; 0 stands for train.DefaultDims.
	Dims int
	// Seed makes another table, of about the same quality.
	Seed uint64
	// Feedback is what people judged or clicked, if anything: the second stage then
	// learns from that too.
	Feedback []feedback.Query
}

// Teacher is a model behind a server that speaks OpenAI's protocol.
type Teacher struct {
	// URL is the server's address, Model the model's name there.
	URL, Model string
	// Key is sent to the server; one's own need none.
	Key string
	// Prefix is put before every text, for models that want to be told what a text
	// is for.
	Prefix string
	// Cache is the folder of the answers; "" stands for teacher.DefaultCache.
	Cache string
}

// Check fails if the options cannot be followed, whatever the catalogue. It opens
// nothing and asks nobody.
func (o Options) Check() error {
	if o.Dims < 0 || o.Dims > embeddings.MaxDims {
		return fmt.Errorf("dims is %d (hint: it is from 1 to %d, mostly 32 or 48)", o.Dims, embeddings.MaxDims)
	}
	t := o.Teacher
	switch {
	case t.URL == "" && t.Model != "":
		return fmt.Errorf("the teacher's model %s has no server (hint: name its address as the teacher)", t.Model)
	case t.URL == "" && (t.Prefix != "" || t.Cache != ""):
		return errors.New("there are settings of a teacher, but no teacher (hint: name its server's address, or remove them)")
	case t.URL == "":
		return nil
	case t.Model == "":
		return errors.New("the teacher has no model (hint: name one that the server has, such as text-embedding-3-small)")
	}
	_, err := llm.New(t.server())
	return err
}

// server returns how the teacher is reached. Answers in base64 are a quarter as
// long; those in the other form are understood too.
func (t Teacher) server() llm.Options {
	return llm.Options{URL: t.URL, Model: t.Model, Key: t.Key, Base64: true}
}
