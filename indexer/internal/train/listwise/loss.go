package listwise

import "math"

// lists computes the loss of groups one after the other, in memory of its own.
type lists struct {
	// sums (candidates, hidden) are what the units are given, scores (candidates)
	// what the network makes of them.
	sums   []float64
	scores []float64
}

// loss returns the cross entropy of the gains of a group and the softmax of its
// scores,
//
//	-sum_i g_i/G ln(e^s_i / sum_j e^s_j), G = sum_j g_j
//
// over the candidates whose gain is known, and adds its gradient by the parameters
// to gradient, if that is not nil. A group whose gains are all 0 has no loss.
func (l *lists) loss(n *network, group *Group, gradient *network) float64 {
	l.prepare(len(group.Candidates), n.hidden)
	greatest, total := math.Inf(-1), 0.0
	for i, gain := range group.Gains {
		if gain >= 0 {
			l.scores[i] = n.score(&group.Candidates[i], l.unit(i, n.hidden))
			greatest = max(greatest, l.scores[i])
			total += gain
		}
	}
	if total == 0 {
		return 0
	}
	var powers float64
	for i, gain := range group.Gains {
		if gain >= 0 {
			powers += math.Exp(l.scores[i] - greatest)
		}
	}
	whole := greatest + math.Log(powers)
	var loss float64
	for i, gain := range group.Gains {
		if gain < 0 {
			continue
		}
		loss += gain / total * (whole - l.scores[i])
		if gradient != nil {
			slope := math.Exp(l.scores[i]-whole) - gain/total
			n.back(&group.Candidates[i], l.unit(i, n.hidden), slope, gradient)
		}
	}
	return loss
}

// prepare makes room for so many candidates.
func (l *lists) prepare(candidates, hidden int) {
	if len(l.scores) < candidates {
		l.scores = make([]float64, candidates)
		l.sums = make([]float64, candidates*hidden)
	}
}

// unit returns the sums of a candidate.
func (l *lists) unit(i, hidden int) []float64 { return l.sums[i*hidden : (i+1)*hidden] }
