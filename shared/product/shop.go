package product

// Shop is the shop's configuration: what vitrine.yaml says once it is read,
// with every default filled in by DefaultShop.
type Shop struct {
	// Name is shown to people.
	Name string
	// Language is a BCP 47 tag of the catalogue's main language; it chooses the
	// stemmer and the stop words. "zh" turns stemming off.
	Language string
	// Currency is an ISO 4217 code. Prices are numbers in its unit.
	Currency string
	// Attributes are declared in the order in which facets are shown. The fields
	// "brand", "category", "price", "rating" and "availability" may be declared
	// like attributes, to label them or to turn their facet off.
	Attributes []Attribute
	// MaxFacetValues and MinFacetShare decide when an attribute that is not
	// declared becomes a facet: at most so many distinct values, and on at least
	// this share of the products (0 to 1).
	MaxFacetValues int
	MinFacetShare  float64
	// StopWords are added to the language's own.
	StopWords []string
	// Protected words are never stemmed.
	Protected []string
	Synonyms  []Synonym
	BM25      BM25
}

// Synonym is one line of the merchant's synonyms: words or groups of words, as
// people write them.
type Synonym struct {
	// From finds all of To as well, but not the other way round. If To is empty,
	// all of From stand for each other.
	From, To []string
}

// BM25 holds the two parameters of Robertson's formula: K1 bounds the effect of
// repetition, B (0 to 1) scales by document length.
type BM25 struct {
	K1, B float64
}

// Attribute declares how one attribute is searched, filtered and shown.
type Attribute struct {
	// Name is the attribute's name in Product.Attributes; Label is for people.
	Name, Label string
	Kind        Kind
	// Facet offers it as a filter with counts; Search adds its values to the
	// text that is searched. Every declared attribute can be filtered on.
	Facet, Search bool
	// Unit follows a number when it is shown ("cm").
	Unit string
	// Bounds split a number's facet into ranges: [10, 50] counts below 10, 10 to
	// 50 and from 50. Empty means that the indexer chooses round ones.
	Bounds []float64
}

// Kind is the type of an attribute's values.
type Kind string

const (
	// Text values are compared as they are.
	Text Kind = "text"
	// Number values are compared by size.
	Number Kind = "number"
)

// Names of the fields that every product has and that can be filtered on like
// attributes.
const (
	FieldBrand        = "brand"
	FieldCategory     = "category"
	FieldPrice        = "price"
	FieldRating       = "rating"
	FieldAvailability = "availability"
)

// DefaultShop is the configuration of a merchant who wrote none.
func DefaultShop() Shop {
	return Shop{
		Name:           "Shop",
		Language:       "en",
		Currency:       "USD",
		MaxFacetValues: 50,
		MinFacetShare:  0.2,
		BM25:           BM25{K1: 1.0, B: 0.6},
	}
}

// CategorySeparator joins the steps of a category's path in a filter's value:
// "Furniture > Chairs". A product belongs to every category on its path.
const CategorySeparator = " > "
