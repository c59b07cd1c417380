package feed

import "bytes"

// sniffDelimiter chooses the delimiter that parts the first lines most evenly,
// and of those the one whose header has the most columns that are known.
func sniffDelimiter(head []byte) byte {
	best, bestScore := byte(','), -1.0
	for _, delimiter := range []byte{',', ';', '\t', '|'} {
		t := &tableReader{lines: newLines(bytes.NewReader(head)), delimiter: delimiter}
		names, used, err := t.read()
		if err != nil || len(names) < 2 {
			continue
		}
		rows, even := 0, 0
		for range 50 {
			t.drop(used)
			var cells []string
			if cells, used, err = t.read(); err != nil {
				break
			}
			rows++
			if len(cells) == len(names) {
				even++
			}
		}
		known := 0
		for _, name := range names {
			if isKnownColumn(name) {
				known++
			}
		}
		score := float64(known) + 0.01*float64(len(names))
		if rows > 0 {
			score += float64(even) / float64(rows)
		}
		if score > bestScore {
			best, bestScore = delimiter, score
		}
	}
	return best
}
