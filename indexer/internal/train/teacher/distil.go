package teacher

import "math"

const (
	// own is how much a word's vector weighs against what the titles say, in parts of
	// the latter: at 1 it keeps at least half. With less, words move to those that
	// they stand beside ("kettle" to "stainless"), and away from those that mean the
	// same.
	own = 1
	// sweeps is how often all words are gone through; the sum below falls with each,
	// and hardly after the fifth.
	sweeps = 10
)

// distil moves the words (words, dims) to where they explain the titles (titles,
// dims) best, so that a word which means something else in this shop than
// elsewhere says so ("mouse" beside "wireless"). It minimises
//
//	sum over titles i of |t_i - sum over its words w of x_w / sqrt(n_i)|^2
//	+ sum over words w of l_w |x_w - e_w|^2,  l_w = own (1 + sum over its titles of 1/n_i)
//
// where e_w and t_i are the vectors of the words and titles alone and n_i counts
// the words of a title; sqrt(n_i) is the length of the sum of n_i words that have
// nothing in common. Each word in turn takes its best place while the others stand
// (the Gauss-Seidel method). Words that are in no title stay, and all end with
// length 1, or zero.
func distil(dims int, words, titles []float32, of []Title) {
	occurrences := make([][]uint32, len(words)/dims)
	// unexplained (titles, dims) is what the words of each title leave of it.
	unexplained := append([]float32(nil), titles...)
	factors := make([]float32, len(of))
	for i, title := range of {
		if isZero(titles[i*dims : (i+1)*dims]) {
			continue
		}
		factors[i] = float32(1 / math.Sqrt(float64(max(1, len(title.Words)))))
		for _, word := range title.Words {
			occurrences[word] = append(occurrences[word], uint32(i))
			addScaled(unexplained[i*dims:(i+1)*dims], -factors[i], row(words, dims, word))
		}
	}
	alone := append([]float32(nil), words...)
	best := make([]float32, dims)
	for range sweeps {
		for word, in := range occurrences {
			at, before := row(words, dims, uint32(word)), row(alone, dims, uint32(word))
			var evidence float32
			clear(best)
			for _, title := range in {
				// The residual without this word is what is unexplained and what it explains.
				factor := factors[title]
				evidence += float32(factor * factor)
				addScaled(best, factor, row(unexplained, dims, title))
			}
			if len(in) == 0 {
				continue
			}
			trust := own * (1 + evidence)
			for k := range best {
				sum := float32(trust*before[k]) + float32(evidence*at[k]) + best[k]
				best[k] = sum/(trust+evidence) - at[k]
			}
			addScaled(at, 1, best)
			for _, title := range in {
				addScaled(row(unexplained, dims, title), -factors[title], best)
			}
		}
	}
	for word := range occurrences {
		normalize(row(words, dims, uint32(word)))
	}
}

func row(rows []float32, dims int, number uint32) []float32 {
	return rows[int(number)*dims : (int(number)+1)*dims]
}

func isZero(v []float32) bool {
	for _, x := range v {
		if x != 0 {
			return false
		}
	}
	return true
}
