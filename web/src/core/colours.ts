/**
 * The colours that names of colours stand for, for the swatches of a facet.
 *
 * A name is looked up whole, then by its beginning and its ending: "navy blue" is
 * navy, "matt navy" too, 哑光黑 is 黑. "light", "dark", 浅 and 深 before a known name mix
 * it with white or black. Two names joined ("black/white") are two colours. What is
 * not known has no colour and is shown by its name alone, as is what may be two
 * (黑白): a wrong swatch is worse than none.
 */

/**
 * One colour a line, with its names in English and in Chinese, simplified and
 * traditional. Spaces within a name are hyphens here, "gray" is written "grey",
 * and the Chinese names stand without 色 at their end.
 */
const table = `
#ffffff white 白 纯白 純白
#f0e6d4 ivory off-white 象牙白 米白
#f4ecd8 cream ecru vanilla 奶油 奶白
#e5d8c4 oat oatmeal linen 燕麦 燕麥 亚麻 亞麻
#d8bd92 natural nude 原 本 裸
#d9c5a0 beige champagne 米 米黄 米黃 香槟 香檳
#dbc8ad sand 沙 沙黄 沙黃
#c19a6b camel tan khaki 驼 駝 卡其
#b38b6d taupe mocha 灰褐 摩卡
#7a4a2b brown chocolate coffee 棕 褐 咖啡 巧克力
#8a4b32 chestnut 栗棕 栗
#a6502f rust 铁锈红 鐵鏽紅
#c4714f terracotta 陶土红 陶土紅 陶土 砖红 磚紅
#b3673c copper 紫铜 紫銅 古铜 古銅
#b8862d brass bronze 黄铜 黃銅 青铜 青銅
#d4af37 gold 金
#e6b8a2 rose-gold 玫瑰金
#c3c6c9 silver 银 銀
#8f969c steel chrome metal 钢 鋼 不锈钢 不鏽鋼
#9e9e9e grey 灰
#c7c5c0 dove-grey stone 浅灰 淺灰 石
#6a7480 slate slate-grey 石板灰
#414143 charcoal anthracite graphite 炭灰 碳灰 石墨
#6f6a66 smoke 烟灰 煙灰
#1b1b1b black 黑
#d9932f amber 琥珀
#d5a43a mustard ochre 姜黄 薑黃 芥末黄 芥末黃
#f2cf3f yellow 黄 黃
#f2d96b lemon 柠檬黄 檸檬黃
#ee8434 orange 橙 橘
#f4b393 peach apricot 桃 杏
#ef7f6b coral salmon 珊瑚 珊瑚红 珊瑚紅
#c8322f red 红 紅 大红 大紅
#7b2332 burgundy wine bordeaux maroon 酒红 酒紅
#a3163a crimson ruby raspberry 深红 深紅 玫红 玫紅
#efa9bb pink 粉 粉红 粉紅
#e2bdb2 blush 浅粉 淺粉
#d6247f fuchsia magenta 洋红 洋紅 品红 品紅
#7d4f9c purple violet 紫
#c6b3dc lilac lavender mauve 丁香紫 薰衣草紫 淡紫
#5c4056 plum aubergine 梅子紫 茄紫
#2f63b5 blue 蓝 藍
#1f4fa8 royal-blue cobalt 宝蓝 寶藍
#2c3a52 navy 藏青 海军蓝 海軍藍 深蓝 深藍
#5b7ba3 denim jeans 牛仔蓝 牛仔藍
#a9c9de sky sky-blue light-blue 天蓝 天藍 浅蓝 淺藍
#2f7a7c teal petrol peacock 孔雀蓝 孔雀藍 青
#45b5b0 turquoise aqua cyan 绿松石 綠松石 湖蓝 湖藍
#b4d6c2 mint 薄荷绿 薄荷綠
#9cae91 sage 鼠尾草绿 鼠尾草綠
#3f8f4f green 绿 綠
#39523f forest bottle-green 墨绿 墨綠 森林绿 森林綠
#737a45 olive moss 橄榄绿 橄欖綠 橄榄 橄欖
#4a4f35 army-green 军绿 軍綠
#dfeaec clear transparent 透明
#c89b6c oak wood 橡木 木
#6b4a33 walnut 胡桃木 胡桃
#d9b380 beech maple 榉木 櫸木 枫木 楓木
#e0bd85 pine birch 松木 桦木 樺木
#dcc6a2 ash 白蜡木 白蠟木
#9c6a3c acacia teak 相思木 柚木
#dcb96f bamboo rattan 原竹 竹 藤
#c8322f/#f2cf3f/#3f8f4f/#2f63b5 multicolour multicolor multi rainbow 彩 多 彩虹
`;

let known: ReadonlyMap<string, readonly string[]> | undefined;

function parsed(): ReadonlyMap<string, readonly string[]> {
  const lines = table.trim().split("\n");
  return new Map(
    lines.flatMap((line) => {
      const [colours = "", ...names] = line.split(" ");
      return names.map((name) => [name, colours.split("/")] as const);
    }),
  );
}

/** The shop's own colours by name: any that CSS knows. They come before the table's. */
export type Swatches = Readonly<Record<string, string>>;

/** What a facet of colours is called, in its field or its label. */
const called = /colou?r|farbe|couleur|لون|^色$|颜色|顏色|色彩|カラー/iu;

export function isOfColours({ field, label }: { readonly field: string; readonly label: string }): boolean {
  return called.test(field) || called.test(label);
}

/** The colours of the name, of which there may be several; none where it is not known. */
export function coloursOf(name: string, swatches: Swatches = {}): readonly string[] {
  const own = Object.keys(swatches).find((key) => plain(key) === plain(name));
  if (own !== undefined) return [swatches[own] ?? ""];
  const parts = name.split(/\s*(?:[/&+,、]|\s(?:and|with)\s)\s*/u);
  const colours = parts.map((part) => colourOf(plain(part)));
  return colours.every((c) => c.length > 0) ? colours.flat() : [];
}

function plain(name: string): string {
  return name.normalize("NFKC").trim().toLowerCase().replaceAll(/\s+/g, "-").replaceAll("gray", "grey");
}

/** How a shade is said, and what it is mixed with. */
const shades = [
  { said: /^(?:light|pale|soft|浅|淺|淡)-?/u, mixed: "#fff" },
  { said: /^(?:dark|deep|深|暗)-?/u, mixed: "#000" },
];

function colourOf(name: string): readonly string[] {
  const whole = listed(name);
  if (whole !== undefined) return whole;
  for (const { said, mixed } of shades) {
    if (!said.test(name)) continue;
    const [colour] = colourOf(name.replace(said, ""));
    return colour === undefined ? [] : [`color-mix(in srgb, ${colour} 65%, ${mixed})`];
  }
  return partOf(name) ?? [];
}

function listed(name: string): readonly string[] | undefined {
  known ??= parsed();
  return known.get(name) ?? known.get(name.replace(/色$/u, ""));
}

/** The longest beginning of whole words that is known, else the longest ending. */
function partOf(name: string): readonly string[] | undefined {
  if (/^\p{Script=Han}+$/u.test(name)) {
    const places = Array.from(name, (_, i) => i).slice(1);
    const start = places.find((i) => listed(name.slice(i)) !== undefined);
    return start === undefined || listed(name.slice(0, start)) !== undefined ? undefined : listed(name.slice(start));
  }
  const words = name.split("-");
  const counts = words.map((_, i) => i).slice(1);
  const parts = [...counts.map((n) => words.slice(0, -n)), ...counts.map((n) => words.slice(n))].map((part) =>
    listed(part.join("-")),
  );
  return parts.find((colours) => colours !== undefined);
}
