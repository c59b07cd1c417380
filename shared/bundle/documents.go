package bundle

// EncodeDocuments lays out the identifiers of the products, in the order of
// their numbers.
func EncodeDocuments(ids []string) *Builder {
	b := NewBuilder(PartDocuments)
	b.Strings("id", ids)
	return b
}

// DecodeDocuments reads the part that EncodeDocuments lays out. It fails with an
// *Error.
func DecodeDocuments(p *Part) (Strings, error) {
	ids := p.Strings("id")
	return ids, p.Err()
}
