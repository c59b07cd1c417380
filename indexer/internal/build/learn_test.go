package build

import (
	"context"
	"encoding/json"
	"maps"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vitrine-search/vitrine/indexer/internal/instant"
	"github.com/vitrine-search/vitrine/indexer/internal/learn"
	"github.com/vitrine-search/vitrine/shared/bundle"
	"github.com/vitrine-search/vitrine/shared/bundle/bundlefs"
	"github.com/vitrine-search/vitrine/shared/product"
)

func learner(t *testing.T, options learn.Options) *learn.Learner {
	t.Helper()
	l, err := learn.New(options, "en")
	require.NoError(t, err)
	return l
}

// trained builds a bundle, with a learner if that is not nil, and returns its files
// by name and the parts that the manifest names.
func trained(t *testing.T, products []product.Product, l *learn.Learner) (files map[string]string, parts []string) {
	t.Helper()
	made, err := FilesWith(t.Context(), product.DefaultShop(), products, Options{Learner: l}, noProgress)
	require.NoError(t, err)
	files = map[string]string{}
	for _, file := range made {
		files[file.Name] = string(file.Data)
	}
	manifest, err := bundlefs.ParseManifest([]byte(files[bundle.ManifestFile]))
	require.NoError(t, err)
	for _, part := range manifest.Parts {
		parts = append(parts, part.Name)
	}
	return files, parts
}

func furnished() []product.Product {
	return []product.Product{
		{ID: "1", Title: "Desk lamp Arc", Brand: "Halo", Category: []string{"Lighting"}},
		{ID: "2", Title: "Floor lamp Reed", Brand: "Ember", Category: []string{"Lighting"}},
		{ID: "3", Title: "Oak chair Fen", Brand: "Fjord", Description: "A chair for the desk."},
	}
}

func TestTrainingAddsTwoPartsAndChangesNoOther(t *testing.T) {
	without, parts := trained(t, furnished(), nil)
	assert.NotContains(t, parts, bundle.PartEmbeddings)
	assert.NotContains(t, parts, bundle.PartReranker)
	with, parts := trained(t, furnished(), learner(t, learn.Options{}))
	assert.Equal(t, []string{bundle.PartEmbeddings, bundle.PartReranker}, parts[len(parts)-2:])
	for name, data := range without {
		// The answers to the first letters are ranked by what was trained.
		if name != bundle.ManifestFile && !strings.HasPrefix(name, instant.File) {
			assert.Equal(t, data, with[name], name)
		}
	}
	assert.Len(t, slices.Collect(maps.Keys(with)), len(without)+7, "the table and the ranking, also as gzip and brotli, and notices")
}

func TestWhatIsLearnedFromGeneralEnglishCarriesItsLicences(t *testing.T) {
	files, _ := trained(t, furnished(), learner(t, learn.Options{}))
	assert.Contains(t, files[NoticeFile], "WordNet 3.1 Copyright 2011 by Princeton University.  All rights reserved.")
	assert.Contains(t, files[NoticeFile], "Copyright (c) 2024  GRAYPE Systems Private Limited")
	chinese, err := learn.New(learn.Options{}, "zh")
	require.NoError(t, err)
	for name, l := range map[string]*learn.Learner{
		"not trained":             nil,
		"from the catalogue only": learner(t, learn.Options{Vectors: learn.NoVectors}),
		"in another language":     chinese,
	} {
		files, _ := trained(t, furnished(), l)
		assert.NotContains(t, files, NoticeFile, name)
	}
}

func TestTrainingGivesTheSameBytes(t *testing.T) {
	first, _ := trained(t, furnished(), learner(t, learn.Options{Seed: 3}))
	again, _ := trained(t, furnished(), learner(t, learn.Options{Seed: 3}))
	assert.Equal(t, first, again)
	other, _ := trained(t, furnished(), learner(t, learn.Options{Seed: 4}))
	assert.NotEqual(t, first, other)
}

func TestCataloguesWithNextToNothingToLearnFrom(t *testing.T) {
	for name, products := range map[string][]product.Product{
		"one product":   {{ID: "1", Title: "Desk lamp"}},
		"only numbers":  {{ID: "1", Title: "1234"}, {ID: "2", Title: "99 000"}},
		"no text":       {{ID: "1"}, {ID: "2"}},
		"only stops":    {{ID: "1", Title: "the"}, {ID: "2", Title: "of and"}},
		"one word each": {{ID: "1", Title: "lamp"}, {ID: "2", Title: "lamp"}},
	} {
		for _, options := range []learn.Options{{}, {Vectors: learn.NoVectors}} {
			_, parts := trained(t, products, learner(t, options))
			assert.Contains(t, parts, bundle.PartLexicon, name)
		}
	}
}

func TestCancellingTheTrainingMakesNoFiles(t *testing.T) {
	for _, during := range []string{"training", "training the ranking"} {
		ctx, cancel := context.WithCancel(t.Context())
		files, err := FilesWith(ctx, product.DefaultShop(), furnished(), Options{Learner: learner(t, learn.Options{})}, func(stage string, _, _ int) {
			if stage == during {
				cancel()
			}
		})
		require.ErrorIs(t, err, context.Canceled)
		assert.NotContains(t, err.Error(), "no-train")
		assert.Empty(t, files)
		cancel()
	}
}

// teach answers with a vector for each text that says how many of its letters are
// each of a to h.
func teach(w http.ResponseWriter, r *http.Request) {
	var body struct{ Input []string }
	_ = json.NewDecoder(r.Body).Decode(&body)
	type item struct {
		Index     int       `json:"index"`
		Embedding []float32 `json:"embedding"`
	}
	answer := struct {
		Data []item `json:"data"`
	}{[]item{}}
	for i, text := range body.Input {
		vector := make([]float32, 8)
		for k := range vector {
			vector[k] = float32(strings.Count(text, string(rune('a'+k)))) + 0.1
		}
		answer.Data = append(answer.Data, item{i, vector})
	}
	_ = json.NewEncoder(w).Encode(answer)
}

func TestATeacherIsAskedOnce(t *testing.T) {
	requests := 0
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		requests++
		assert.Equal(t, "Bearer k", r.Header.Get("Authorization"))
		teach(w, r)
	}))
	defer server.Close()
	options := learn.Options{
		Vectors: learn.NoVectors,
		Teacher: learn.Teacher{URL: server.URL, Model: "letters", Key: "k", Cache: t.TempDir()},
	}
	few := furnished()[:2] // too few to find out whether letters tell anything
	first, parts := trained(t, few, learner(t, options))
	assert.Contains(t, parts, bundle.PartEmbeddings)
	assert.Equal(t, 1, requests)
	again, _ := trained(t, few, learner(t, options))
	assert.Equal(t, 1, requests)
	assert.Equal(t, first, again)
	plain, _ := trained(t, few, learner(t, learn.Options{Vectors: learn.NoVectors}))
	assert.NotEqual(t, first, plain)
}

func TestATeacherThatRefusesFailsTheBuild(t *testing.T) {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.WriteHeader(http.StatusUnauthorized)
	}))
	defer server.Close()
	l := learner(t, learn.Options{Teacher: learn.Teacher{URL: server.URL, Model: "m", Cache: t.TempDir()}})
	files, err := FilesWith(t.Context(), product.DefaultShop(), furnished(), Options{Learner: l}, noProgress)
	assert.Empty(t, files)
	require.ErrorContains(t, err, "401")
	assert.Regexp(t, `^training: .* \(hint: .*; --no-train builds without\)$`, err.Error())
}
