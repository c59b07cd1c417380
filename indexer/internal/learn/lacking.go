package learn

// mostLacking is how many words that the catalogue lacks a teacher is asked about:
// of these, training keeps the nearest to the catalogue's (train.DefaultWords).
const mostLacking = 10_000

// lacking returns the first of the known words that are one term each, and none of
// the catalogue's.
func (k known) lacking(c Catalogue, most int) []string {
	if k.vectors == nil {
		return nil
	}
	var words []string
	seen := map[string]bool{}
	for i := 0; i < k.vectors.Len() && len(words) < most; i++ {
		word := k.vectors.Word(i)
		tokens := c.Analyzer.Analyze(word)
		if len(tokens) != 1 || seen[tokens[0].Term] {
			continue
		}
		seen[tokens[0].Term] = true
		if _, found := c.Index.Lookup(tokens[0].Term); !found {
			words = append(words, word)
		}
	}
	return words
}
