package feed

import (
	"errors"
	"io"
)

// sampleSize is how many rows are looked at before a mapping is chosen.
const sampleSize = 256

// sampleRows holds the first rows of a file, which are read ahead and then given
// again.
type sampleRows struct {
	rows []sampledRow
	at   int
	// all is true if the file has no more rows than these.
	all bool
}

type sampledRow struct {
	row record
	err error
}

// sample reads ahead. Bad rows are kept in their place.
func sample(rows rowReader) (*sampleRows, error) {
	s := &sampleRows{}
	for len(s.rows) < sampleSize {
		row, err := rows.next()
		if errors.Is(err, io.EOF) {
			s.all = true
			break
		}
		var bad *rowError
		if err != nil && !errors.As(err, &bad) {
			return nil, err
		}
		s.rows = append(s.rows, sampledRow{row, err})
	}
	return s, nil
}

// next gives the sampled rows first, then those of the file.
func (s *sampleRows) next(rows rowReader) (record, error) {
	if s.at < len(s.rows) {
		r := s.rows[s.at]
		s.rows[s.at] = sampledRow{}
		s.at++
		return r.row, r.err
	}
	if s.all {
		return record{}, io.EOF
	}
	return rows.next()
}

// good are the sampled rows that could be read.
func (s *sampleRows) good() []record {
	var rows []record
	for _, r := range s.rows {
		if r.err == nil {
			rows = append(rows, r.row)
		}
	}
	return rows
}
