package feed

import (
	"context"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vitrine-search/vitrine/shared/product"
)

const warehouse = `code;web_name;short_name;maker;cost;shop_price;attr_Colour;tech_Power;tech_Noise;uses
A1;;Drill;Borer;30;59,90;Blue;600 W;85 dB;wood|steel
A2;Sander;;;25;49;;300 W;;wood
`

func TestConfiguredMappingExplainsATable(t *testing.T) {
	mapping := Mapping{
		Fields: map[Field][]string{
			ID: {"code"}, Title: {"web_name", "short_name"}, Brand: {"Maker"}, Price: {"shop_price"},
		},
		Attributes:      []AttributeRule{{From: "tech_*", Name: "technical *"}, {From: "uses", Name: "use", Split: "|"}},
		Fixed:           map[Field]string{Brand: "House brand", Category: "Tools > Power tools"},
		FixedAttributes: map[string]string{"condition": "new", "use": "any"},
	}
	catalogue, err := readText(t, warehouse, Options{Mapping: mapping})
	require.NoError(t, err)
	assert.Equal(t, strings.TrimSpace(`
A1: Drill
brand: Borer
category: Tools > Power tools
price: 59.9
@Colour: Blue
@condition: new
@technical Noise: 85 dB
@technical Power: 600 W
@use: wood, steel

A2: Sander
brand: House brand
category: Tools > Power tools
price: 49
@condition: new
@technical Power: 300 W
@use: wood
`), strings.TrimSpace(showAll(catalogue.Products)))

	report := catalogue.Report.Files[0]
	assert.Equal(t, []string{"cost"}, report.Unused)
	assert.Contains(t, report.Mapping, Source{Name: "title", From: []string{"web_name", "short_name"}, Configured: true})
	assert.Contains(t, report.Mapping, Source{Name: "brand", From: []string{"maker"}, Fixed: "House brand", Configured: true})
	assert.Contains(t, report.Attributes, Source{Name: "* (2 attributes)", From: []string{"tech_*"}, Configured: true})
}

func TestConfiguredColumnThatIsNotThere(t *testing.T) {
	_, err := readText(t, warehouse, Options{Mapping: Mapping{Fields: map[Field][]string{ID: {"code"}, Title: {"web_nam"}}}})
	require.ErrorContains(t, err, `feed.mapping.title names the column "web_nam", which the file does not have (hint: did you mean "web_name"?)`)

	catalogue, err := readText(t, `{"id":1,"title":"A"}`, Options{Mapping: Mapping{
		Fields: map[Field][]string{Brand: {"maker"}}, Attributes: []AttributeRule{{From: "x_*"}},
	}})
	require.NoError(t, err)
	assert.Equal(t, []string{`feed.attributes: no column matches "x_*"`, "feed.mapping.brand: no row has maker"},
		catalogue.Report.Files[0].Warnings)
}

func TestConfigurationCorrectsAPreset(t *testing.T) {
	catalogue, err := Read(context.Background(), []string{filepath.Join(feeds, "shopify-new.csv")}, Options{Mapping: Mapping{
		Fields:     map[Field][]string{Category: {"Type"}, Description: {}},
		Attributes: []AttributeRule{{From: "Barcode", Name: "gtin"}},
	}})
	require.NoError(t, err)
	p := catalogue.Products[0]
	assert.Equal(t, []string{"Midlayers"}, p.Category)
	assert.Empty(t, p.Description)
	assert.Equal(t, []string{"111", "112"}, p.Attributes["gtin"])
}

func TestPathsLeadIntoJSON(t *testing.T) {
	const row = `{"meta":{"code":"X1","dims":{"w":5}},"names":[{"lang":"de","text":"Lampe"},{"lang":"en","text":"Lamp"}],"a.b":"dotted"}`
	catalogue, err := readText(t, row, Options{Mapping: Mapping{
		Fields: map[Field][]string{ID: {"meta.code"}, Title: {"names[1].text"}, Brand: {"a.b"}},
		Attributes: []AttributeRule{
			{From: "meta.dims.w", Name: "width"},
			{From: "meta.c*", Name: "c*"},
			{From: "names[0].text", Name: "german"},
		},
	}})
	require.NoError(t, err)
	p := catalogue.Products[0]
	assert.Equal(t, "X1", p.ID)
	assert.Equal(t, "Lamp", p.Title)
	assert.Equal(t, "dotted", p.Brand)
	assert.Equal(t, map[string][]string{"width": {"5"}, "code": {"X1"}, "german": {"Lampe"}}, p.Attributes)
}

func TestListOfProductsCanBeNamed(t *testing.T) {
	const document = `{"old":[{"id":1,"title":"A"}],"data":{"now":[{"id":2,"title":"B"}]}}`
	catalogue, err := readText(t, document, Options{Mapping: Mapping{Records: "data.now"}})
	require.NoError(t, err)
	assert.Equal(t, "B", catalogue.Products[0].Title)

	_, err = readText(t, document, Options{Mapping: Mapping{Records: "data"}})
	require.ErrorContains(t, err, `feed.records is "data", but there is no such list (hint: the lists in it are old, data.now)`)
}

func TestAmbiguousPricesFollowTheOthersOfTheFile(t *testing.T) {
	for name, c := range map[string]struct {
		rows, decimal string
		want          float64
	}{
		"commas elsewhere":  {"a;A;1.299\nb;B;12,50\n", "", 1299},
		"points elsewhere":  {"a;A;1.299\nb;B;12.50\n", "", 1.299},
		"nothing elsewhere": {"a;A;1.299\nb;B;12\n", "", 1299},
		"configured point":  {"a;A;1.299\nb;B;12\n", "point", 1.299},
		"configured comma":  {"a;A;1,299\nb;B;12\n", "comma", 1.299},
	} {
		catalogue, err := readText(t, "id;title;price\n"+c.rows, Options{Mapping: Mapping{Decimal: c.decimal}})
		require.NoError(t, err, name)
		assert.InDelta(t, c.want, *catalogue.Products[0].Price, 1e-9, name)
	}
}

func TestAttributesHaveOneSpelling(t *testing.T) {
	const rows = `{"id":1,"title":"A","attributes":{"Size":"S"}}
{"id":2,"title":"B","attributes":{"size":"M","COLOUR":"Red"}}
{"id":3,"title":"C","attributes":{"Farbe":"Rot","Stoff":"Leinen"}}
`
	declared := []product.Attribute{{Name: "colour", Label: "Farbe"}, {Name: "lining", Label: "stoff"}, {Name: "stoff"}}
	catalogue, err := readText(t, rows, Options{Mapping: Mapping{Declared: declared}})
	require.NoError(t, err)
	assert.Equal(t, map[string][]string{"Size": {"M"}, "colour": {"Red"}}, catalogue.Products[1].Attributes)
	assert.Equal(t, map[string][]string{"colour": {"Rot"}, "stoff": {"Leinen"}}, catalogue.Products[2].Attributes,
		"a label stands for its attribute, unless another has it for a name")
}

func TestMappingThatNoFileCouldSatisfy(t *testing.T) {
	for want, m := range map[string]Mapping{
		`feed.mapping has no field "colour"`:   {Fields: map[Field][]string{"colour": {"x"}}},
		`feed.fixed cannot set "id"`:           {Fixed: map[Field]string{ID: "1"}},
		`"a*b*" is no column or pattern`:       {Attributes: []AttributeRule{{From: "a*b*"}}},
		`feed.encoding "klingon" is not known`: {Encoding: "klingon"},
		`feed.decimal is "dot"`:                {Decimal: "dot"},
	} {
		_, err := Read(context.Background(), []string{"unread"}, Options{Mapping: m})
		require.ErrorContains(t, err, want)
		require.ErrorContains(t, err, "(hint: ")
	}
}

func TestOtherCurrenciesAreMentioned(t *testing.T) {
	catalogue, err := Read(context.Background(), []string{filepath.Join(feeds, "google.xml")}, Options{Currency: "USD"})
	require.NoError(t, err)
	assert.Equal(t, []string{"prices are in EUR, but the shop's currency is USD"}, catalogue.Report.Files[0].Warnings)

	catalogue, err = readText(t, "id,title,price\n1,A,5 EUR\n2,B,5 CHF\n", Options{})
	require.NoError(t, err)
	assert.Equal(t, []string{"prices are in several currencies: CHF, EUR"}, catalogue.Report.Files[0].Warnings)
}
