package engine

// find fills the scratch with the products that are found and the best so many of
// them, as the second stage orders them; nil leaves the first stage's order.
func (e *Engine) find(s *scratch, q query, conditions []condition, prices priceOrder, size int, stage *secondStage) {
	e.match(s, q, conditions)
	if stage == nil || stage.model == nil || prices.direction != 0 || q.browsing {
		e.choose(s, prices, min(size, e.ids.Len()))
		s.ranked = append(s.ranked[:0], s.top.sorted()...)
		return
	}
	e.findMeant(s, stage, q, conditions, stage.model.Floor)
	s.rerank(stage.model, e.gather(s, q, conditions))
	if size > len(s.ranked) {
		e.follow(s, prices, min(size, e.ids.Len()))
	}
	s.ranked = s.ranked[:min(size, len(s.ranked))]
}

// match fills the scratch with the products that have words of the query.
func (e *Engine) match(s *scratch, q query, conditions []condition) {
	s.passed, s.bases, s.complete, s.answered = s.passed[:0], s.bases[:0], 0, false
	s.read, s.readDocs = s.read[:0], s.readDocs[:0]
	for field := range s.nearly {
		s.nearly[field] = s.nearly[field][:0]
	}
	s.scores.Reset()
	s.expect(q)
	s.exact = e.appendExact(s.exact[:0], &q)
	for i := range q.words {
		e.index.Add(s.scores, q.words[i].clause)
	}
	if q.browsing {
		for doc := range uint32(e.ids.Len()) {
			s.consider(doc, q.allowed, conditions)
		}
		return
	}
	for _, doc := range s.scores.Matched() {
		s.consider(doc, q.allowed, conditions)
	}
}

// consider notes a product if it passes the conditions.
func (s *scratch) consider(doc uint32, allowed productSet, conditions []condition) {
	if !allowed.has(doc) {
		return
	}
	complete := s.scores.Words(doc) >= s.required
	s.answered = s.answered || complete
	if len(conditions) > 0 {
		failed, several := failures(conditions, doc)
		if several {
			return
		}
		if failed != noField {
			s.nearly[failed] = append(s.nearly[failed], doc)
			return
		}
	}
	s.passed = append(s.passed, doc)
	s.bases = append(s.bases, s.score(doc, 0))
	if complete {
		s.complete++
	}
}

// choose keeps the best of the products that passed. To read a product's name
// costs more than all the rest of its score, and names only add to scores. So the
// best are found without names first, and then with theirs; of the others, those
// need not be read that no name could bring before the last of these.
func (e *Engine) choose(s *scratch, prices priceOrder, size int) {
	e.chooseUnnamed(s, prices, size)
	if s.mostOfName == 0 || len(s.top.heap) == 0 {
		return
	}
	last := s.top.heap[0]
	s.nameChosen()
	if len(s.unnamed) == len(s.passed) {
		return
	}
	// Coverage is at most 1, and the rounding of two scores at most 1 together.
	most := int64(s.mostOfName*scoreScale) + 2
	least := s.top.least(prices)
	for i, doc := range s.passed {
		if s.bases[i]+most < least && !s.isFirst(doc) {
			continue
		}
		c := candidate{price: prices.key(doc), tier: s.tier(doc), score: s.bases[i], doc: doc}
		if e.compare(c, last) <= 0 {
			continue // one of the unnamed
		}
		if c.score = s.score(doc, s.mostOfName); s.top.wants(c) && s.offerNamed(c) {
			least = s.top.least(prices)
		}
	}
}

// chooseUnnamed keeps the best by their scores without names.
func (e *Engine) chooseUnnamed(s *scratch, prices priceOrder, size int) {
	s.top.reset(size)
	least := s.top.least(prices)
	for i, doc := range s.passed {
		if s.bases[i] < least && !s.isFirst(doc) {
			continue
		}
		if s.top.offer(candidate{price: prices.key(doc), tier: s.tier(doc), score: s.bases[i], doc: doc}) {
			least = s.top.least(prices)
		}
	}
}

// nameChosen adds to the scores of the chosen what their names add.
func (s *scratch) nameChosen() {
	s.unnamed = append(s.unnamed[:0], s.top.heap...)
	s.top.reset(s.top.size)
	for _, c := range s.unnamed {
		s.offerNamed(c)
	}
}

// chooseFew keeps about the best for the second stage, to which the last of them do
// not matter: the best without names, in the order of their scores with them.
func (e *Engine) chooseFew(s *scratch, size int) {
	e.chooseUnnamed(s, priceOrder{}, size)
	s.nameChosen()
}

// offerNamed offers a candidate with what its name adds, and says whether it is
// kept.
func (s *scratch) offerNamed(c candidate) bool {
	c.score = s.namedScore(c.doc)
	return s.top.offer(c)
}
