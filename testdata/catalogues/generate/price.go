package main

import "math"

// basePrice spreads the products of a type over its price band.
func (w *workshop) basePrice(n int) float64 {
	low, high := w.kind.Price[0], w.kind.Price[1]
	step := (high - low) / float64(w.kind.Count)
	slot := float64((n*5 + w.lots.IntN(2)) % w.kind.Count)
	return low + step*(slot+w.lots.Float64())
}

// priceOf is the price of the first of the sizes; a size's "times" says how much
// dearer it is than the plainest.
func (w *workshop) priceOf(base float64, sizes []map[string]any) float64 {
	times := 1.0
	if len(sizes) > 0 {
		switch v := sizes[0]["times"].(type) {
		case float64:
			times = v
		case uint64:
			times = float64(v)
		}
	}
	return roundPrice(base*times, w.language)
}

// roundPrice ends a price the way shops do: 7.95, 24.50, 129, 1,249; in yuan
// 39, 168, 1,299.
func roundPrice(x float64, language string) float64 {
	if language == "zh" {
		switch {
		case x < 50:
			return math.Max(5, math.Floor(x)) + 0.9
		case x < 1000:
			return math.Round(x/10)*10 - 1
		default:
			return math.Round(x/50)*50 - 1
		}
	}
	switch {
	case x < 30:
		return math.Max(1, math.Floor(x)) + 0.95
	case x < 100:
		return math.Floor(x) + 0.5
	case x < 400:
		return math.Round(x/5)*5 - 1
	default:
		return math.Round(x/10)*10 - 1
	}
}

// opinion returns the mean rating and how many gave one. Cheap things are rated
// by more people; about one product in twelve is too new to be rated.
func (w *workshop) opinion(price float64) (rating float64, reviews int) {
	if w.chance(8) {
		return 0, 0
	}
	typical := 900 / math.Sqrt(price+15)
	reviews = 1 + int(typical*math.Exp(w.lots.NormFloat64()*0.9))
	rating = 4.35 + w.lots.NormFloat64()*0.32
	return math.Round(math.Min(5, math.Max(2.6, rating))*10) / 10, reviews
}

func (w *workshop) stock() string {
	switch lot := w.lots.IntN(100); {
	case lot < 7:
		return "out_of_stock"
	case lot < 9:
		return "preorder"
	case lot < 11:
		return "backorder"
	}
	return "in_stock"
}
