package rank

// The features. A share of the query is by the idf of its words, and by how little
// they are used in the language at large.
const (
	// First is the first stage's score beside that of its best candidate.
	First Feature = iota
	// Title, Name and Text are the shares of the query that the title has, that one
	// of title, brand, category and attributes has, and that any text has.
	Title
	Name
	Text
	// All is 1 if the product has every word, and Worst what share of the rarest
	// word's idf the rarest missing word leaves.
	All
	Worst
	// Typed is the share that the product has as it was typed.
	Typed
	// Pairs is the share of neighbours in the query that are such in the title.
	Pairs
	// Head is 1 if the title names the query's head, HeadThere if it has it at all.
	Head
	HeadThere
	// Covered is the share of the title that the query has, by idf.
	Covered
	// Brand and Category are 1 if the query names the product's.
	Brand
	Category
	// Attended and AttendedText are the shares of the query that the words of the
	// name, and those of all texts, mean, by attention; see Attend.
	Attended
	AttendedText
	// Pooled is the cosine of the query with the product, and Shelf that with the
	// mean of the products of the same category.
	Pooled
	Shelf
	// AttendedInstead and PooledInstead are Attended and Pooled times the share of
	// the query that no candidate has: what is meant counts where words are missing.
	AttendedInstead
	PooledInstead
	// Evidence is how much the products of the same category speak of what the
	// query says, beside the category that does most.
	Evidence

	// Count is how many features there are.
	Count = iota
)

// Names are short names of the features, in their order.
var Names = [Count]string{
	"first stage", "title", "name", "text", "all", "worst", "typed", "pairs", "head", "head there",
	"covered", "brand", "category", "attended", "attended text", "pooled", "shelf",
	"attended instead", "pooled instead", "evidence",
}
