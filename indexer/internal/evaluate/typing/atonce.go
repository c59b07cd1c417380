package typing

// AtOnceLetters is how many keystrokes are measured of what is answered at once: a
// shopper has typed about so many when the engine is there.
const AtOnceLetters = 5

// AtOnce is the share of keystrokes that are answered before the engine is there. Each
// query weighs as often as it was searched for.
type AtOnce struct {
	// After has the shares after one letter, after two, and so on.
	After [AtOnceLetters]Share `json:"after"`
	// All is the share of all these keystrokes.
	All Share `json:"all"`
}

// Share is how many keystrokes are answered by suggestions or hits, and how many of
// them by hits.
type Share struct {
	Answered float64 `json:"answered"`
	Found    float64 `json:"found"`
}

// Answered says whether there is an answer to what was typed, and whether it has hits.
type Answered func(typed string) (answered, found bool)

// MeasureAtOnce types the first letters of every query.
func MeasureAtOnce(queries []Query, answered Answered) AtOnce {
	var after [AtOnceLetters]Share
	var typed [AtOnceLetters]float64
	for _, q := range queries {
		letters := []rune(q.Text)
		weight := float64(q.Count)
		for n := range min(len(letters), AtOnceLetters) {
			typed[n] += weight
			suggested, found := answered(string(letters[:n+1]))
			if suggested {
				after[n].Answered += weight
			}
			if found {
				after[n].Found += weight
			}
		}
	}
	var m AtOnce
	var sum Share
	keystrokes := 0.0
	for n, s := range after {
		m.After[n] = s.of(typed[n])
		sum.Answered, sum.Found, keystrokes = sum.Answered+s.Answered, sum.Found+s.Found, keystrokes+typed[n]
	}
	m.All = sum.of(keystrokes)
	return m
}

func (s Share) of(keystrokes float64) Share {
	if keystrokes == 0 {
		return Share{}
	}
	return Share{Answered: s.Answered / keystrokes, Found: s.Found / keystrokes}
}
