package feed

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestRowsOfAGroupAreVariantsOfOneProduct(t *testing.T) {
	const rows = `id,title,price,item_group_id,colour,material
v1,Tray red,10,tray,Red,Steel
v2,Tray blue,8,tray,Blue,Steel
single,Bowl,4,,White,
v2,Tray blue,8,tray,Blue,Steel
`
	catalogue, err := readText(t, rows, Options{AllowBad: true})
	require.NoError(t, err)
	assert.Equal(t, strings.TrimSpace(`
tray: Tray
price: 8
@colour: Red, Blue
@material: Steel
- variant: v1; colour=Red; 10
- variant: v2; colour=Blue; 8

single: Bowl
price: 4
@colour: White
`), strings.TrimSpace(showAll(catalogue.Products)))
	assert.Contains(t, reasons(catalogue.Report.Files[0])[5], "duplicated id")
}

func TestParentRowSpeaksForItsGroup(t *testing.T) {
	const rows = `sku,name,description,price,parent,size
P,Winter coat,Warm,,,
P-S,Winter coat S,,80,P,S
P-M,Winter coat M,,85,P,M
`
	catalogue, err := readText(t, rows, Options{Mapping: Mapping{Fields: map[Field][]string{Group: {"parent"}}}})
	require.NoError(t, err)
	assert.Equal(t, strings.TrimSpace(`
P: Winter coat
text: Warm
price: 80
@size: S, M
- variant: P-S; size=S; 80
- variant: P-M; size=M; 85
`), strings.TrimSpace(showAll(catalogue.Products)))
}

func TestTitleOfAGroupIsWhatItsTitlesShare(t *testing.T) {
	for want, titles := range map[string][]string{
		"Shirt":            {"Shirt - Red", "Shirt - Blue"},
		"iPhone 15":        {"iPhone 15 128GB", "iPhone 15 256GB"},
		"Red sofa":         {"Red sofa", "Blue sofa"},
		"Sofa in green":    {"Sofa in green", "Sofa of a quite different kind"},
		"Lamp (large)":     {"Lamp (large)", "Lamp (large)"},
		"Chair, oak frame": {"Chair, oak frame, grey", "Chair, oak frame, blue"},
	} {
		var group []groupRow
		for _, title := range titles {
			r := groupRow{}
			r.product.Title = title
			group = append(group, r)
		}
		assert.Equal(t, want, commonTitle(group))
	}
}
