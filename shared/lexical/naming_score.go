package lexical

// PairScore is what it is worth that word i follows word i-1 in the title.
func (n *Naming) PairScore(i int) float64 {
	return float64(NeighbourWeight * min(n.worths[i-1], n.worths[i]))
}

// FrontScore is what it is worth that word i stands in the front of the title.
func (n *Naming) FrontScore(i int) float64 { return float64(FrontWeight * n.worths[i]) }

// HeadScore is what it is worth that a title names the query's head.
func (n *Naming) HeadScore() float64 {
	if len(n.worths) > 1 {
		return n.headShare(HeadWeight)
	}
	return n.headShare(AloneWeight)
}

// BrandScore is what it is worth that word i stands in the brand.
func (n *Naming) BrandScore(i int) float64 { return float64(BrandWeight * n.worths[i]) }

// CategoryScore is what it is worth that the category ends with the query's head.
func (n *Naming) CategoryScore() float64 { return n.headShare(CategoryWeight) }

func (n *Naming) headShare(weight float64) float64 {
	if n.head < 0 {
		return 0
	}
	return float64(weight * n.worths[n.head])
}

// Score is what a match is worth.
func (n *Naming) Score(m Named) (score float64) {
	for i := range n.worths {
		if i > 0 && m.Pairs&(1<<i) != 0 {
			score += n.PairScore(i)
		}
		if m.Front&(1<<i) != 0 {
			score += n.FrontScore(i)
		}
		if m.Brand&(1<<i) != 0 {
			score += n.BrandScore(i)
		}
	}
	if m.Head {
		score += n.HeadScore()
	}
	if m.Category {
		score += n.CategoryScore()
	}
	return score
}

// Most is a score that no name exceeds: what a name would be worth that had every
// word in each field in which it stands in any product.
func (n *Naming) Most() float64 {
	var m Named
	for i, fields := range n.fields {
		if i > 0 && n.fields[i-1]&fields>>TitleField&1 != 0 {
			m.Pairs |= 1 << i
		}
		if fields>>TitleField&1 != 0 {
			m.Front |= 1 << i
		}
		if fields>>BrandField&1 != 0 {
			m.Brand |= 1 << i
		}
	}
	if n.head >= 0 {
		m.Head = n.fields[n.head]>>TitleField&1 != 0
		m.Category = n.fields[n.head]>>CategoryField&1 != 0
	}
	return n.Score(m)
}
