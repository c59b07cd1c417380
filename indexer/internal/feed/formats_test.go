package feed

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

// The expected texts are what show writes; they were checked against the sample
// files by hand.
var formats = []struct {
	file     string
	format   Format
	rows     int
	products string
}{
	{"products.jsonl", JSONLines, 3, `
kettle-1: Bracken stovetop kettle
text: Enamelled steel, holds two litres.
brand: Bracken
category: Kitchen > Kettles
price: 39.5 before 45
rating: 4.6 of 118
stock: in_stock
url: /p/kettle-1
image: kettle.jpg
@capacity_l: 2
@induction: yes
@material: Steel, Enamel
@whistle: no

17: Linen tea towel
category: Kitchen > Textiles
price: 8.5
stock: in_stock
image: blue.jpg
@Border: White
@Colour: Blue, Red
- variant: towel-blue; Colour=Blue; 9; out_of_stock; /p/17?c=blue; blue.jpg
- variant: towel-red; Colour=Red; Border=White; 8.5; in_stock

90071992547409931: Oak board & knife
price: 20
@size: 30 cm
@tags: oak, board
`},
	{"api.json", JSONArray, 2, `
LMP-01: Harbour desk lamp
text: Swivels. / - Brass / - 1.8 m cable
brand: Tidelight
category: Lamps
price: 1149
rating: 4.25 of 31
stock: out_of_stock
url: https://shop.example/lamp
image: https://shop.example/lamp-1.jpg
@Colour: Black, Sand
@Finish: Brass

LMP-02: Harbour floor lamp
price: 249
stock: in_stock
`},
	{"document.json", JSONObject, 2, `
1: Pier lantern
price: 59

2: Pier candle
price: 7.5
`},
	{"shopify-api.json", JSONObject, 2, `
7001: Fjord sweater
text: Warm.
brand: Nordlys
category: Sweaters
price: 89 before 99
stock: in_stock
url: /products/fjord-sweater
image: https://cdn.example/fjord.jpg
@Color: Grey
@Size: S, M
@tags: wool, winter
- variant: FJ-S-G; Size=S; Color=Grey; 89; in_stock
- variant: FJ-M-G; Size=M; Color=Grey; 92; out_of_stock

7002: Fjord scarf
brand: Nordlys
category: Scarves
price: 35
stock: in_stock
url: /products/fjord-scarf
- variant: FJ-SC
`},
	{"german.csv", CSV, 3, `
T-100: Esstisch Lind
text: Massiv, geölt; / Platz für "sechs".
brand: Werkhof
category: Möbel > Tische
price: 1299 before 1499
stock: in_stock
@Farbe: Natur
@Holzart: Eiche

T-101: Beistelltisch Lind
brand: Werkhof
category: Möbel > Tische
price: 249
stock: out_of_stock
@Farbe: Schwarz
@Holzart: Buche

T-102: Bank Lind
text: Passt zum Tisch
brand: Werkhof
category: Möbel
price: 1050
stock: in_stock
`},
	{"shopify-old.csv", Shopify, 7, `
ridge-jacket: Ridge Rain Jacket
text: Keeps rain out. / Two "hidden" pockets & a hood.
brand: Ridgeline
category: Jackets
price: 110
stock: in_stock
url: /products/ridge-jacket
image: https://cdn.example/jacket-front.jpg
@Color: Moss, Slate
@Gender: Unisex
@Size: S, M
@tags: rain, outdoor
- variant: RJ-M-S; Color=Moss; Size=S; 120; in_stock; https://cdn.example/jacket-moss.jpg
- variant: RJ-M-M; Color=Moss; Size=M; 120; out_of_stock; https://cdn.example/jacket-moss.jpg
- variant: RJ-S-S; Color=Slate; Size=S; 110; backorder

tin-mug: Tin Mug
text: Blue rim.
brand: Campfire
category: Mugs
price: 9.5
stock: in_stock
url: /products/tin-mug
image: https://cdn.example/mug.jpg
- variant: MUG-1
`},
	{"shopify-new.csv", Shopify, 2, `
ridge-fleece: Ridge Fleece
text: Soft inside.
brand: Ridgeline
category: Apparel & Accessories > Clothing > Fleece
price: 79.9
stock: in_stock
url: /products/ridge-fleece
image: https://cdn.example/fleece.jpg
@Material: polyester, wool
@Size: S, M
@Type: Midlayers
@tags: fleece, winter
- variant: RF-S; Size=S; 79.9; out_of_stock
- variant: RF-M; Size=M; 84.9; in_stock; https://cdn.example/fleece-m.jpg
`},
	{"woocommerce.csv", WooCommerce, 7, `
10: Stoneware cup
text: Holds 250 ml.
category: Tableware > Cups
price: 12 before 15
stock: in_stock
url: /?p=10
image: https://shop.example/cup.jpg
@Glaze: White, Blue, deep
@Size: Small, Large
@tags: stoneware, gift
- variant: CUP-W; Glaze=White; 14; in_stock; https://shop.example/cup-white.jpg
- variant: CUP-B; Glaze=Blue, deep; Size=Large; 12; backorder

20: Glazing course
text: Two evenings / Bring an apron.
category: Courses
price: 60 before 80
stock: in_stock
url: /?p=20
- variant: GLAZE-101

30: The Glaze Book
category: Books
price: 32.5
stock: in_stock
url: https://books.example/glaze
- variant: BOOK
`},
	{"google.xml", GoogleXML, 3, `
RUG: Hand-woven rug
text: Wool on cotton. / Reversible.
brand: Loomery
category: Home > Rugs
price: 150 before 180
stock: in_stock
url: https://loomery.example/rug?c=red
image: https://loomery.example/rug-red.jpg
@Pile height: 12 mm
@color: Red, White, Blue
@size: Small, Large
- variant: RUG-S-RED; color=Red; color=White; size=Small; 150; in_stock; https://loomery.example/rug?c=red; https://loomery.example/rug-red.jpg
- variant: RUG-L-BLUE; color=Blue; size=Large; 320; out_of_stock; https://loomery.example/rug?c=blue; https://loomery.example/rug-blue.jpg

MAT: Door mat & brush
text: Coir on rubber back
category: Home & Garden > Decor > Door Mats
price: 25
stock: preorder
url: https://loomery.example/mat
image: https://loomery.example/mat.jpg
`},
	{"google-atom.xml", GoogleXML, 1, `
THROW: Throw
text: Mohair
price: 95
stock: in_stock
url: https://loomery.example/throw
`},
	{"google.tsv", GoogleTable, 3, `
SOCK: Trail sock
text: "Merino" blend, 17" shaft
brand: Cairn
category: Socks
price: 10 before 12
stock: in_stock
url: https://shop.example/sock
image: https://shop.example/sock.jpg
@color: Grey
@size: M, L
- variant: SOCK-1; size=M; 12; in_stock; https://shop.example/sock; https://shop.example/sock.jpg
- variant: SOCK-2; size=L; 10; backorder; https://shop.example/sock; https://shop.example/sock.jpg

HAT: Trail hat
text: Felt
brand: Cairn
category: Hats
price: 1.299
stock: in_stock
url: https://shop.example/hat
image: https://shop.example/hat.jpg
@color: Grey
`},
}

func TestEveryFormatIsFoundAndRead(t *testing.T) {
	for _, c := range formats {
		t.Run(c.file, func(t *testing.T) {
			catalogue := readSample(t, c.file)
			assert.Equal(t, strings.TrimSpace(c.products), strings.TrimSpace(showAll(catalogue.Products)))
			report := catalogue.Report.Files[0]
			assert.Equal(t, c.format, report.Format)
			assert.Equal(t, c.rows, report.Rows)
			assert.Empty(t, report.Bad)
		})
	}
}

func TestProductsThatAreNotForShoppersAreDropped(t *testing.T) {
	shopify := readSample(t, "shopify-old.csv").Report.Files[0]
	woo := readSample(t, "woocommerce.csv").Report.Files[0]
	reasons := map[string]string{}
	for _, row := range append(shopify.Dropped, woo.Dropped...) {
		assert.NotZero(t, row.Line)
		reasons[row.ID] = row.Reason
	}
	assert.Equal(t, map[string]string{
		"old-tent": "not published", "new-tent": `its status is "draft"`, "14": "not published",
		"21": `its visibility is "hidden", which keeps it out of searches`,
	}, reasons)
}

func TestColumnsThatNobodyNamedAreNotPublished(t *testing.T) {
	for file, columns := range map[string][]string{
		"german.csv":      {"Einkaufspreis"},
		"api.json":        {"cost"},
		"shopify-new.csv": {"Barcode", "Cost per item", "Supplier notes (product.metafields.custom.notes)"},
		"google.tsv":      {"gtin"},
	} {
		assert.Equal(t, columns, readSample(t, file).Report.Files[0].Unused, file)
	}
}
