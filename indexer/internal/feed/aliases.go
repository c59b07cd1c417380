package feed

import (
	"slices"
	"strings"
	"unicode"
)

// aliases are the column names under which exports hold each field, best first,
// as columnKey writes them. All that a file has are used, in this order: the
// first that is not empty in a row wins.
var aliases = map[Field][]string{
	ID: {
		"id", "productid", "itemid", "articleid", "sku", "productsku", "itemnumber", "articlenumber",
		"productcode", "artikelnummer", "artnr", "handle", "商品编号", "编号", "货号", "商品id",
	},
	Title: {
		"title", "name", "productname", "producttitle", "itemname", "itemtitle", "articlename",
		"artikelname", "bezeichnung", "produktname", "nom", "titre", "标题", "商品名称", "名称", "商品标题", "品名",
	},
	Description: {
		"description", "body", "bodyhtml", "descriptionhtml", "productdescription", "longdescription",
		"details", "content", "shortdescription", "summary", "brief", "subtitle", "beschreibung", "descriptif",
		"描述", "商品描述", "详情", "简介",
	},
	Brand: {
		"brand", "brandname", "vendor", "manufacturer", "supplier", "make", "marke", "hersteller", "marque",
		"品牌", "厂商",
	},
	Category: {
		"category", "categories", "categoryname", "categorypath", "producttype", "productcategory", "type",
		"googleproductcategory", "department", "collection", "kategorie", "categorie", "catégorie", "分类", "类目", "品类",
	},
	Price: {
		"price", "currentprice", "sellingprice", "finalprice", "unitprice", "preis", "prix", "precio",
		"价格", "售价", "现价", "单价",
		"price.amount", "price.current", "price.value",
	},
	SalePrice: {"saleprice", "specialprice", "offerprice", "discountedprice", "promoprice", "促销价", "活动价"},
	ListPrice: {
		"listprice", "compareatprice", "regularprice", "originalprice", "oldprice", "wasprice", "msrp", "rrp",
		"uvp", "retailprice", "原价", "市场价",
	},
	Rating: {
		"rating", "averagerating", "ratingaverage", "ratingvalue", "avgrating", "reviewscore", "stars",
		"rating.rate", "rating.value", "rating.average", "aggregaterating.ratingvalue", "评分",
	},
	Reviews: {
		"reviews", "reviewcount", "reviewscount", "ratingcount", "ratingscount", "numreviews", "numberofreviews",
		"rating.count", "aggregaterating.reviewcount", "评论数", "评价数",
	},
	URL: {"url", "link", "producturl", "productlink", "permalink", "href", "pageurl", "deeplink", "链接"},
	Image: {
		"image", "imageurl", "imagelink", "imagesrc", "mainimage", "images", "productimageurl", "thumbnail",
		"thumbnailurl", "picture", "pictureurl", "photo", "img", "imgurl", "bild", "图片", "主图",
	},
	Availability: {"availability", "availabilitystatus", "stockstatus", "instock", "available", "isavailable"},
	Stock: {
		"stock", "quantity", "qty", "inventory", "stockquantity", "inventoryquantity", "stocklevel", "bestand",
		"库存",
	},
	SKU:   {"sku", "productsku"},
	Group: {"itemgroupid"},
}

// attributeNames are columns that say something about the goods themselves. They
// are taken without being asked for; other columns are not (see the package's
// comment).
var attributeNames = []string{
	"color", "colour", "farbe", "couleur", "颜色", "size", "größe", "taille", "尺寸", "尺码", "规格",
	"material", "fabric", "材质", "面料", "pattern", "style", "风格", "gender", "agegroup", "season", "季节",
	"finish", "shape", "flavor", "flavour", "口味", "scent", "capacity", "weight", "width", "height", "depth",
	"length", "diameter", "volume", "dimensions", "power", "voltage", "wattage", "tags", "labels", "标签", "产地",
}

// attributePrefixes mark columns as attributes, attributeObjects are objects of
// them in JSON.
var (
	attributePrefixes = []string{
		"attr_", "attr.", "attr:", "attribute_", "attribute:", "attributes.", "attributes_",
		"spec_", "spec:", "specs.",
	}
	attributeObjects = []string{"attributes", "specs", "specifications", "properties"}
)

// listColumns hold several values in one cell, parted by commas.
var listColumns = []string{"tags", "labels", "标签"}

// columnKey is a column's name with what differs between exports taken away:
// case, spaces, underscores, punctuation and Google's prefix. The dots of paths
// stay.
func columnKey(name string) string {
	name = strings.TrimPrefix(strings.ToLower(strings.TrimSpace(name)), "g:")
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || r == '.' {
			return r
		}
		return -1
	}, name)
}

// rankAlias says how good a column is for a field, 0 being best, or -1.
func rankAlias(field Field, column string) int {
	return slices.Index(aliases[field], columnKey(column))
}

// isKnownColumn is true for the name of any field or attribute.
func isKnownColumn(column string) bool {
	key := columnKey(column)
	for _, names := range aliases {
		if slices.Contains(names, key) {
			return true
		}
	}
	return slices.Contains(attributeNames, key)
}
