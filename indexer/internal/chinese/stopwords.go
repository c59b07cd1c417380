package chinese

import "strings"

// fillers are what a shopper says around the words that tell something: to the
// shop, and between the words.
const fillers = `
的 了 吗 呢 吧 啊 呀 么 嘛 和 与 及 或 跟 是 我 你 请 想 要 找 给
我想 我要 想买 想要 要买 我想买 我要买 我想要 我想找 帮我 帮我找 请问 你好 您好 给我 麻烦
有没有 有吗 有什么 有哪些 哪些 哪里 哪种 什么 什么样 怎么样 怎么 如何 可以 能不能 是不是
推荐 求推荐 推荐一下 推荐一款 一下 一款 一个 一些 那种 这种 这个 那个 以及 还有 或者
`

// StopWords returns the words that a Chinese query does as well without.
func StopWords() []string { return strings.Fields(fillers) }
