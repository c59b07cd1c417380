package columns

// Count adds 1 to the count of each value (Len) for every product that has it.
func (c *Column) Count(counts []int, products []uint32) {
	for _, p := range products {
		for _, v := range c.values[c.starts[p]:c.starts[p+1]] {
			counts[v]++
		}
	}
}

// CountRanges adds 1 to the count of each range for every product that has a value
// in it; rangeOf (Len) ascends. A product with several values in a range, such as
// the prices of its variants, counts once. The least and the greatest of all these
// values are returned; least is greater where there is none.
func (c *Column) CountRanges(counts []int, rangeOf []uint16, products []uint32) (least, greatest int) {
	least, greatest = len(rangeOf), -1
	for _, p := range products {
		previous := -1
		for _, v := range c.values[c.starts[p]:c.starts[p+1]] {
			least, greatest = min(least, int(v)), max(greatest, int(v))
			if r := int(rangeOf[v]); r != previous {
				counts[r]++
				previous = r
			}
		}
	}
	return least, greatest
}
