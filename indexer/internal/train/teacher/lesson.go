package teacher

import (
	"context"
	"fmt"
	"math"

	"gonum.org/v1/gonum/blas"
	"gonum.org/v1/gonum/blas/blas32"

	"github.com/vitrine-search/vitrine/shared/llm"
)

// sampled is how many words, and how many titles, say which directions are kept:
// more say the same.
const sampled = 10_000

// negligible is the square of a length that comes from rounding alone, in vectors
// of length 1.
const negligible = 1e-10

// lesson is one catalogue before the teacher.
type lesson struct {
	options Options
	cache   *cache
	// texts are the distinct texts to ask about, words first, and keys their keys.
	texts []string
	keys  []key
	// words and titles have the numbers in texts of the catalogue's words and
	// titles, or -1 for one that has no text.
	words, titles []int
}

func newLesson(c Catalogue, o Options, kept *cache) *lesson {
	l := &lesson{options: o, cache: kept}
	numbers := map[key]int{}
	add := func(s string) int {
		s = asked(o.Prefix, s)
		if s == "" {
			return -1
		}
		k := keyOf(s)
		number, known := numbers[k]
		if !known {
			number = len(l.texts)
			numbers[k] = number
			l.texts, l.keys = append(l.texts, s), append(l.keys, k)
		}
		return number
	}
	for _, word := range c.Words {
		l.words = append(l.words, add(word))
	}
	for _, title := range c.Titles {
		l.titles = append(l.titles, add(title.Text))
	}
	return l
}

// ask has the server embed what the cache lacks. If that is nothing, no server is
// needed.
func (l *lesson) ask(ctx context.Context) error {
	stage := "asking the teacher " + l.options.Server.Model
	var texts []string
	var keys []key
	for i, k := range l.keys {
		if !l.cache.has(k) {
			texts, keys = append(texts, l.texts[i]), append(keys, k)
		}
	}
	done := len(l.texts) - len(texts)
	l.options.Progress(stage, done, len(l.texts))
	if len(texts) == 0 {
		return ctx.Err()
	}
	client, err := llm.New(l.options.Server)
	if err != nil {
		return err
	}
	err = client.Embed(ctx, texts, func(first int, vectors [][]float32) error {
		if err := l.cache.add(keys[first:first+len(vectors)], vectors); err != nil {
			return err
		}
		done += len(vectors)
		l.options.Progress(stage, done, len(l.texts))
		return nil
	})
	if err != nil {
		return fmt.Errorf("the teacher has embedded %d of %d texts, which are kept; no vectors were made: %w", done, len(l.texts), err)
	}
	return nil
}

// reduce returns the vectors of the words (words, Dims) and titles (titles, Dims)
// in the directions in which they differ most, each with length 1, or zero.
//
// The teacher's vectors share a large part that says only that they are words, or
// titles; so words lose the mean of the words, and titles that of the titles (Mu
// and Viswanath, "All-but-the-Top", 2018, section 2).
func (l *lesson) reduce(ctx context.Context) (words, titles []float32, err error) {
	const stage = "reducing what the teacher said"
	dims, teachers := l.options.Dims, l.cache.dims
	l.options.Progress(stage, 0, 1)
	someWords, someTitles := sample(l.words), sample(l.titles)
	rows, err := l.gather(ctx, append(someWords[:len(someWords):len(someWords)], someTitles...))
	if err != nil {
		return nil, nil, err
	}
	wordsEnd := len(someWords) * teachers
	meanOfWords := center(rows[:wordsEnd], teachers)
	meanOfTitles := center(rows[wordsEnd:], teachers)
	basis, err := principal(ctx, rows, teachers, dims)
	if err != nil {
		return nil, nil, err
	}
	project := blas32.General{Rows: dims, Cols: teachers, Stride: teachers, Data: basis}
	short := make([]float32, len(l.texts)*dims)
	numbers := l.numbers()
	err = l.cache.each(ctx, func(k key, vector []float32) {
		if number, wanted := numbers[k]; wanted {
			normalize(vector)
			apply(project, vector, short[number*dims:(number+1)*dims])
		}
	})
	if err != nil {
		return nil, nil, err
	}
	l.options.Progress(stage, 1, 1)
	return pick(short, dims, l.words, reduced(project, meanOfWords)), pick(short, dims, l.titles, reduced(project, meanOfTitles)), nil
}

// numbers returns the place of each key.
func (l *lesson) numbers() map[key]int {
	numbers := make(map[key]int, len(l.keys))
	for i, k := range l.keys {
		numbers[k] = i
	}
	return numbers
}

// gather returns the vectors of some texts (len(of), the teacher's dims), each with
// length 1.
func (l *lesson) gather(ctx context.Context, of []int) ([]float32, error) {
	dims := l.cache.dims
	rows := make([]float32, len(of)*dims)
	places := map[key][]int{}
	for place, number := range of {
		places[l.keys[number]] = append(places[l.keys[number]], place)
	}
	err := l.cache.each(ctx, func(k key, vector []float32) {
		for _, place := range places[k] {
			row := rows[place*dims : (place+1)*dims]
			copy(row, vector)
			normalize(row)
		}
	})
	return rows, err
}

// sample returns the texts of the numbers, or so many of them that are spread
// evenly.
func sample(numbers []int) []int {
	var some []int
	step := max(1, float64(len(numbers))/sampled)
	for at := 0.0; int(at) < len(numbers); at += step {
		if number := numbers[int(at)]; number >= 0 {
			some = append(some, number)
		}
	}
	return some
}

// pick returns the rows of the texts with the numbers less their mean, each with
// length 1, or zero.
func pick(rows []float32, dims int, numbers []int, mean []float32) []float32 {
	out := make([]float32, len(numbers)*dims)
	for i, number := range numbers {
		if number < 0 {
			continue
		}
		row := out[i*dims : (i+1)*dims]
		for k := range row {
			row[k] = rows[number*dims+k] - mean[k]
		}
		if dot(row, row) < negligible {
			clear(row)
		}
		normalize(row)
	}
	return out
}

// reduced returns a vector in the directions of the projection.
func reduced(project blas32.General, vector []float32) []float32 {
	out := make([]float32, project.Rows)
	apply(project, vector, out)
	return out
}

// apply writes the matrix (rows, cols) times the vector (cols) to out (rows).
func apply(m blas32.General, vector, out []float32) {
	blas32.Gemv(blas.NoTrans, 1, m, blas32.Vector{N: m.Cols, Inc: 1, Data: vector}, 0, blas32.Vector{N: m.Rows, Inc: 1, Data: out})
}

// center takes the mean of the rows (n, dims) off each, and returns it.
func center(rows []float32, dims int) []float32 {
	sums, mean := make([]float64, dims), make([]float32, dims)
	for i, v := range rows {
		sums[i%dims] += float64(v)
	}
	for k := range mean {
		mean[k] = float32(sums[k] / max(1, float64(len(rows)/dims)))
	}
	for i := range rows {
		rows[i] -= mean[i%dims]
	}
	return mean
}

// normalize gives a vector length 1, unless it is zero.
func normalize(v []float32) {
	var sum float64
	for _, x := range v {
		sum += float64(float64(x) * float64(x))
	}
	if sum == 0 {
		return
	}
	scale := 1 / math.Sqrt(sum)
	for i := range v {
		v[i] = float32(float64(v[i]) * scale)
	}
}
