package report

// detailData is what is known of the chosen queries. Every string stands in it
// once; the rest goes by numbers.
type detailData struct {
	Systems []string      `json:"systems"`
	Maps    []mapKind     `json:"maps"`
	Strings []string      `json:"strings"`
	Details []queryDetail `json:"details"`
}

type mapKind struct {
	Title string `json:"title"`
	About string `json:"about"`
}

// queryDetail is one query: the first products of each system, the fitting ones
// that are missing from the bundle's, and a look at each.
type queryDetail struct {
	Text   int             `json:"text"`
	First  [][]placed      `json:"first"`
	Missed []placed        `json:"missed"`
	Looks  map[string]look `json:"looks"`
}

// placed is a product in a list: its identifier, its title, its grade and what
// that means, all but the first as numbers of strings.
type placed [4]int

// look is how one product meets the query.
type look struct {
	Score number   `json:"score"`
	Parts []part   `json:"parts"`
	Heats []heatOf `json:"heats"`
}

// part is a value, its description and the parts it was made of.
type part struct {
	Value   number `json:"v"`
	Name    int    `json:"n"`
	Details []part `json:"d,omitempty"`
}

// heatOf is a heat map of one kind; its cells are row, column, weight and note
// (-1 without), for weights above 0.
type heatOf struct {
	Kind    int         `json:"kind"`
	Rows    []int       `json:"rows"`
	Columns []int       `json:"columns"`
	Cells   [][4]number `json:"cells"`
}
