package pseudo

import "slices"

// spoil returns the words as they are typed; ok is false if nothing can be done to
// them that is of the kind.
func (m *maker) spoil(words []word, doc uint32, kind Kind) (typed []word, ok bool) {
	if len(words) == 0 {
		return nil, false
	}
	typed = slices.Clone(words)
	if kind == Dropped {
		return typed, true
	}
	for _, i := range m.random.Perm(len(words)) {
		if kind == Joined {
			if i+1 < len(words) && isLong(words[i].text, 3) && isLong(words[i+1].text, 3) {
				typed[i].text += words[i+1].text
				return slices.Delete(typed, i+1, i+2), true
			}
			continue
		}
		if other, ok := m.spoilOne(words[i], doc, kind); ok {
			typed[i].text = other
			return typed, true
		}
	}
	return nil, false
}

// spoilOne returns what is typed for one of the words of a product.
func (m *maker) spoilOne(w word, doc uint32, kind Kind) (string, bool) {
	switch kind {
	case Misspelt:
		return m.misspell(w.text)
	case Parted:
		return m.part(w.text)
	case Abbreviated:
		return m.abbreviate(w.text)
	default:
		return m.paraphrase(w, doc)
	}
}

// isLong says whether a word has only small letters of English, as many as least or
// more: only such are spoilt.
func isLong(word string, least int) bool {
	for i := range len(word) {
		if word[i] < 'a' || word[i] > 'z' {
			return false
		}
	}
	return len(word) >= least
}

// leastSpelt is the shortest word that is misspelt: of shorter ones another word
// becomes.
const leastSpelt = 5

// misspell does one edit behind the first letter, which people hardly ever miss.
func (m *maker) misspell(word string) (string, bool) {
	if !isLong(word, leastSpelt) {
		return "", false
	}
	i := 1 + m.random.IntN(len(word)-1)
	letter := string(rune('a' + m.random.IntN(26)))
	switch m.random.IntN(5) {
	case 0:
		return word[:i] + word[i+1:], true
	case 1:
		return word[:i] + letter + word[i:], true
	case 2:
		return word[:i] + letter + word[i+1:], letter != word[i:i+1]
	case 3: // a letter typed twice, or a double one once
		if word[i] == word[i-1] {
			return word[:i] + word[i+1:], true
		}
		return word[:i] + word[i-1:], true
	default:
		if i+1 == len(word) || word[i] == word[i+1] {
			return "", false
		}
		return word[:i] + string(word[i+1]) + string(word[i]) + word[i+2:], true
	}
}

// part writes a compound as the two words of the catalogue that it is made of.
func (m *maker) part(word string) (string, bool) {
	if !isLong(word, 6) {
		return "", false
	}
	x, a := m.catalogue.index, m.catalogue.reader.analyzer
	for i := 3; i <= len(word)-3; i++ {
		if _, ok := x.Lookup(a.Term(word[:i])); !ok {
			continue
		}
		if _, ok := x.Lookup(a.Term(word[i:])); ok {
			return word[:i] + " " + word[i:], true
		}
	}
	return "", false
}

// abbreviate takes the beginning of a word, or leaves out its vowels.
func (m *maker) abbreviate(word string) (string, bool) {
	if !isLong(word, 6) {
		return "", false
	}
	if m.random.IntN(2) == 0 {
		return word[:3+m.random.IntN(len(word)-4)], true
	}
	short := word[:1]
	for i := 1; i < len(word); i++ {
		switch word[i] {
		case 'a', 'e', 'i', 'o', 'u':
		default:
			short += word[i : i+1]
		}
	}
	return short, len(short) >= 3 && len(short) < len(word)
}
