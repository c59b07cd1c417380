package report

import (
	"encoding/json"
	"math"
	"strconv"

	"github.com/vitrine-search/vitrine/indexer/internal/evaluate"
)

// rowMetrics are those that the table of the queries can show.
var rowMetrics = []evaluate.Metric{
	evaluate.MetricNDCGFull, evaluate.MetricNDCGJudged, evaluate.MetricRecall10, evaluate.MetricMRR,
}

// rowData is the table of the queries as the page's script reads it.
type rowData struct {
	Systems []string `json:"systems"`
	Metrics []string `json:"metrics"`
	Rows    []row    `json:"rows"`
}

// row is one query.
type row struct {
	text, note string
	confidence confidence
	// detail is the number of its detail, -1 without.
	detail int
	// values (systems, rowMetrics) are in thousandths, -1 where undefined.
	values [][]int
}

// MarshalJSON writes the row as an array, since there are thousands of them:
// text, confidence, note, detail, values.
func (r row) MarshalJSON() ([]byte, error) {
	return json.Marshal([]any{r.text, r.confidence, r.note, r.detail, r.values})
}

func (r *Report) rows(all []asked, chosen []int) rowData {
	data := rowData{Rows: make([]row, len(all))}
	for _, system := range r.Systems {
		data.Systems = append(data.Systems, system.Name)
	}
	for _, metric := range rowMetrics {
		data.Metrics = append(data.Metrics, plain[metric].name)
	}
	for i, a := range all {
		data.Rows[i] = row{text: a.text, note: a.note, confidence: a.confidence, detail: -1}
		for _, system := range r.Systems {
			values := make([]int, len(rowMetrics))
			for j, metric := range rowMetrics {
				values[j] = thousandths(system.Outcomes[i].Values[metric])
			}
			data.Rows[i].values = append(data.Rows[i].values, values)
		}
	}
	for detail, i := range chosen {
		data.Rows[i].detail = detail
	}
	return data
}

func thousandths(value float64) int {
	if math.IsNaN(value) {
		return -1
	}
	return int(math.Round(1000 * value))
}

// number is written with four digits after the point at most.
type number float64

// MarshalJSON writes the shortest form.
func (n number) MarshalJSON() ([]byte, error) {
	return strconv.AppendFloat(nil, math.Round(float64(n)*1e4)/1e4, 'f', -1, 64), nil
}
