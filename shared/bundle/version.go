package bundle

import "strconv"

// Versions of the files (how they are laid out) and of the features (what is in
// them, for example how terms are made). An engine reads the ranges below.
// FORMAT.md keeps one line for each bump.
const (
	Format      = 3
	OldestRead  = 3
	Features    = 3
	OldestTerms = 3
)

// ManifestFile is the only fixed file name of a bundle.
const ManifestFile = "manifest.json"

// Names of the parts: all but the last three are needed to search.
const (
	PartSettings  = "settings"
	PartLexicon   = "lexicon"
	PartDocuments = "documents"
	PartColumns   = "columns"
	// PartSuggestions is what is proposed while a shopper types.
	PartSuggestions = "suggestions"
	// PartEmbeddings is which words mean alike. A bundle may be without it, and it
	// is loaded after the others: searching works before it is there.
	PartEmbeddings = "embeddings"
	// PartReranker is how the second stage ranks, as optional as the embeddings.
	PartReranker = "reranker"
	// PartCards is the kind of every chunk of display cards.
	PartCards = "cards"
)

// CheckVersion fails with UnknownVersion unless this engine reads both versions.
func CheckVersion(file string, format, features int) error {
	if err := checkRange(file, "bundle", format, OldestRead, Format); err != nil {
		return err
	}
	return checkRange(file, "features", features, OldestTerms, Features)
}

func checkRange(file, what string, found, oldest, newest int) error {
	if found >= oldest && found <= newest {
		return nil
	}
	reads := "v" + strconv.Itoa(newest)
	if oldest != newest {
		reads = "v" + strconv.Itoa(oldest) + "-v" + strconv.Itoa(newest)
	}
	hint := "run the indexer again"
	if found > newest {
		hint = "update vitrine, or run the indexer of this version again"
	}
	return &Error{
		Code:   UnknownVersion,
		File:   file,
		Detail: what + " v" + strconv.Itoa(found) + ", this engine reads " + reads,
		Hint:   hint,
	}
}

// Part returns the entry of the named part.
func (m *Manifest) Part(name string) (PartInfo, error) {
	for _, p := range m.Parts {
		if p.Name == name {
			return p, nil
		}
	}
	return PartInfo{}, &Error{
		Code:   Corrupt,
		File:   ManifestFile,
		Detail: "names no part " + strconv.Quote(name),
		Hint:   "run the indexer again",
	}
}
