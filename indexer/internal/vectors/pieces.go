package vectors

import (
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// tokenizer is what counts of a tokenizer.json (github.com/huggingface/tokenizers).
type tokenizer struct {
	Model struct {
		Type string `json:"type"`
		// Prefix begins the pieces within words; WordPiece's.
		Prefix *string `json:"continuing_subword_prefix"`
		// Vocabulary is {"piece": id} or, of Unigram, [["piece", score], ...] by id.
		Vocabulary json.RawMessage `json:"vocab"`
	} `json:"model"`
	Added []struct {
		ID      int    `json:"id"`
		Content string `json:"content"`
		Special bool   `json:"special"`
	} `json:"added_tokens"`
}

// piece is an entry of a tokenizer that is a word of its own.
type piece struct {
	id   int
	word string
}

// wordStart stands in Unigram's pieces for the blank before a word (U+2581).
const wordStart = "▁"

// readPieces returns the whole words of a tokenizer by their numbers. Parts of
// words have rows too, but no meaning without the rest; special tokens have none.
func readPieces(content []byte) ([]piece, error) {
	var t tokenizer
	if err := json.Unmarshal(content, &t); err != nil {
		return nil, broken("", hintAgain, "%v", err)
	}
	var pieces []piece
	var err error
	switch t.Model.Type {
	case "WordPiece", "WordLevel":
		pieces, err = t.wordPieces()
	case "Unigram":
		pieces, err = t.unigrams()
	default:
		return nil, broken("model", "take a model whose tokenizer has words: WordPiece, WordLevel or Unigram",
			"its words cannot be told from the tokenizer's type %q", shorten(t.Model.Type))
	}
	if err != nil {
		return nil, broken("model: vocab", hintAgain, "%v", err)
	}
	special := map[int]bool{}
	for _, added := range t.Added {
		special[added.ID] = added.Special
		if !added.Special {
			pieces = append(pieces, piece{added.ID, added.Content})
		}
	}
	pieces = slices.DeleteFunc(pieces, func(p piece) bool { return p.word == "" || special[p.id] })
	slices.SortStableFunc(pieces, func(a, b piece) int { return cmp.Compare(a.id, b.id) })
	if len(pieces) > 0 && pieces[0].id < 0 {
		return nil, broken("", hintAgain, "%q has number %d", shorten(pieces[0].word), pieces[0].id)
	}
	return slices.CompactFunc(pieces, func(a, b piece) bool { return a.id == b.id }), nil
}

func (t *tokenizer) wordPieces() ([]piece, error) {
	var vocabulary map[string]int
	if err := json.Unmarshal(t.Model.Vocabulary, &vocabulary); err != nil {
		return nil, err
	}
	prefix := ""
	if t.Model.Type == "WordPiece" {
		prefix = "##"
		if t.Model.Prefix != nil {
			prefix = *t.Model.Prefix
		}
	}
	var pieces []piece
	for word, id := range vocabulary {
		if prefix == "" || !strings.HasPrefix(word, prefix) || word == prefix {
			pieces = append(pieces, piece{id, word})
		}
	}
	// Of two words with one number the first of the alphabet stands.
	slices.SortFunc(pieces, func(a, b piece) int { return strings.Compare(a.word, b.word) })
	return pieces, nil
}

// unigrams takes the pieces that begin a word, and those of the scripts that are
// written without blanks, where nearly no piece does.
func (t *tokenizer) unigrams() ([]piece, error) {
	var vocabulary [][]json.RawMessage
	if err := json.Unmarshal(t.Model.Vocabulary, &vocabulary); err != nil {
		return nil, err
	}
	var pieces []piece
	for id, entry := range vocabulary {
		var text string
		if len(entry) == 0 {
			return nil, fmt.Errorf("entry %d is empty", id)
		}
		if err := json.Unmarshal(entry[0], &text); err != nil {
			return nil, fmt.Errorf("entry %d: %w", id, err)
		}
		word, begins := strings.CutPrefix(text, wordStart)
		first, _ := utf8.DecodeRuneInString(word)
		if begins || unicode.In(first, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai) {
			pieces = append(pieces, piece{id, word})
		}
	}
	return pieces, nil
}
