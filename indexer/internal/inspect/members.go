package inspect

import "github.com/vitrine-search/vitrine/shared/bundle"

// stages parts the files that searching needs from those that are loaded after it
// has begun.
func stages(parts []bundle.PartInfo) (needed, later []bundle.PartInfo) {
	for _, part := range parts {
		switch part.Name {
		case bundle.PartEmbeddings, bundle.PartReranker:
			later = append(later, part)
		default:
			needed = append(needed, part)
		}
	}
	return needed, later
}

// measureMembers measures what the two largest parts are made of, and compares the
// lexicon with its texts.
func (r *Report) measureMembers(parts map[string]*bundle.Part) {
	for _, files := range [][]File{r.Parts.Files, r.SecondStage.Files} {
		for i, file := range files {
			switch file.Name {
			case bundle.PartLexicon:
				if r.Texts != nil {
					r.LexiconShare = float64(file.Bytes.Brotli) / float64(r.Texts.Brotli)
				}
				fallthrough
			case bundle.PartEmbeddings:
				files[i].Members = members(parts[file.Name])
			}
		}
	}
}

// members measures the members of a part that are no numbers.
func members(part *bundle.Part) []Member {
	var measured []Member
	part.Each(func(name string, data []byte) {
		measured = append(measured, Member{Name: name, Bytes: measure(data)})
	})
	return measured
}
