package build

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vitrine-search/vitrine/indexer/internal/suggest"
	"github.com/vitrine-search/vitrine/shared/engine"
	"github.com/vitrine-search/vitrine/shared/product"
	"github.com/vitrine-search/vitrine/shared/wire"
)

// chineseShop sells in both scripts: the phones are written in Traditional
// characters.
func chineseShop(t *testing.T, log *Log) *engine.Engine {
	t.Helper()
	shop := product.DefaultShop()
	shop.Language = "zh"
	var products []product.Product
	for _, p := range [][2]string{
		{"case", "适用iPhone15手机壳 透明防摔"},
		{"phone", "智慧型手機 256GB 黑色"},
		{"sofa", "三人位布艺沙发 2.2米 米色"},
		{"sofa-bed", "多功能沙发床 折叠"},
		{"pad", "四季通用沙发垫 5片装"},
		{"bed", "红木床 1.8米"},
		{"bedside", "实木床头灯 调光"},
		{"mattress", "乳胶床垫 1.8米"},
		{"hair-dryer", "家用吹風機 乾髮 1600瓦"},
		{"rice", "东北大米 5公斤"},
		{"box", "收纳箱 带锁"},
		{"key", "汽车钥匙扣 真皮"},
		{"headlamp", "充电头灯"},
		{"toy", "木头玩具"},
	} {
		products = append(products, product.Product{ID: p[0], Title: p[1], Brand: "栖木"})
	}
	return openLogged(t, shop, products, log)
}

func TestChineseIsFound(t *testing.T) {
	e := chineseShop(t, new(Log))
	for name, c := range map[string]struct {
		query string
		want  []string
	}{
		"traditional for simplified":    {"沙發墊", []string{"pad", "sofa", "sofa-bed"}},
		"simplified for traditional":    {"智慧型手机", []string{"phone", "case"}},
		"one character for two":         {"干发", []string{"hair-dryer"}},
		"mixed script":                  {"iPhone手机壳", []string{"case", "phone"}},
		"full width":                    {"ｉＰｈｏｎｅ１５", []string{"case"}},
		"full-width digits of a unit":   {"５公斤", []string{"rice", "pad"}},
		"unit of another name":          {"5千克", []string{"rice", "pad"}},
		"unit in traditional":           {"1600瓦特吹風機", []string{"hair-dryer"}},
		"words that only touch":         {"红木头灯", []string{"bed", "headlamp", "bedside"}},
		"a character within other ones": {"红色的床 ", []string{"bed", "sofa-bed", "mattress", "bedside"}},
		"what is said around the words": {"请问有没有钥匙扣推荐", []string{"key"}},
		"an exclusion":                  {"沙發 不要沙發墊", []string{"sofa-bed", "sofa"}},
		"a phrase":                      {`"实木床头灯"`, []string{"bedside"}},
		"a phrase in traditional":       {`"家用吹風機"`, []string{"hair-dryer"}},
		"nothing":                       {"自行车", []string{}},
		"invalid":                       {"\xe6\xb2沙发垫\xff", []string{"pad", "sofa", "sofa-bed"}},
	} {
		t.Run(name, func(t *testing.T) {
			got := strings.Fields(found(t, e, c.query))
			assert.ElementsMatch(t, c.want, got)
			if len(c.want) > 0 && len(got) > 0 {
				assert.Equal(t, c.want[0], got[0])
			}
		})
	}
	assert.Equal(t, found(t, e, "沙发垫"), found(t, e, "沙發墊"), "both scripts are one query")
}

func TestTheTitleIsHighlightedInItsOwnScript(t *testing.T) {
	e := chineseShop(t, new(Log))
	response, err := e.Search(t.Context(), wire.SearchRequest{Query: "吹风机"})
	require.NoError(t, err)
	require.Len(t, response.Hits, 1)
	assert.Equal(t, "家用吹風機 乾髮 1600瓦", response.Hits[0].Title)
	assert.Equal(t, []wire.Range{{Start: 2, End: 5}}, response.Hits[0].TitleMatches)
	assert.Empty(t, response.Corrections)
}

func TestALogInTheOtherScriptIsAnswered(t *testing.T) {
	log := &Log{Queries: []suggest.Logged{
		{Text: "沙發墊", Count: 5}, {Text: "折叠的床", Count: 4}, {Text: "手机沙发", Count: 9},
	}}
	chineseShop(t, log)
	assert.Equal(t, []suggest.Logged{{Text: "沙發墊", Count: 5}, {Text: "折叠的床", Count: 4}}, log.Queries)
	assert.Equal(t, 1, log.Unanswered)
}
