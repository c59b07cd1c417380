/** A catalogue that tries to be more than words: every row is a trick that some shop's feed once played. */

/** What every script among them would do; nothing may. */
export const attack = "document.documentElement.dataset.owned = 'yes'";

const overrides = "\u202e\u2066\u202d";
const storm = "\u0300\u0301\u0302\u0303\u0489\u035c\u0360".repeat(40);

export const products: readonly Readonly<Record<string, unknown>>[] = [
  { id: "quotes", title: `Lamp "Zed" 'n' &amp; {{x}} \${y} </textarea> 1 < 2`, url: "product.html?id=1" },
  { id: "script", title: `Lamp Script <script>${attack}</script>`, brand: `<script>${attack}</script>` },
  { id: "handler", title: `Lamp Handler <img src=x onerror="${attack}">`, brand: `<svg/onload="${attack}">` },
  { id: "frame", title: `Lamp Frame <iframe srcdoc="<script>parent.${attack}</script>"></iframe>` },
  { id: `"><img src=x onerror="${attack}">`, title: "Lamp Named like markup", url: "product.html?id=2" },
  { id: "script-url", title: "Lamp with a script for an address", url: `javascript:${attack}` },
  { id: "hidden-url", title: "Lamp with a hidden script", url: ` \tJaVaScRiPt:${attack}` },
  { id: "split-url", title: "Lamp with a script in two lines", url: `java\nscript:${attack}` },
  { id: "data-url", title: "Lamp with data for an address", url: `data:text/html,<script>${attack}</script>` },
  { id: "data-picture", title: "Lamp with data for a picture", image: `data:text/html,<script>${attack}</script>` },
  { id: "missing-picture", title: "Lamp without its picture", image: "pictures/there-is-none.svg" },
  {
    id: "path",
    title: "Lamp of another folder",
    url: "/../..//%2e%2e/\\..\\product.html",
    image: "../../../../etc/passwd",
  },
  { id: "entities", title: "Lamp &lt;script&gt;alert(1)&lt;/script&gt; &#x3c;b&#x3e; &copy" },
  { id: "template", title: "Lamp {{constructor.constructor('alert(1)')()}} ${alert(1)} <%= 7*7 %> #{7*7}" },
  { id: "style", title: "Lamp </style><style>*{display:none!important}</style>", brand: "};*{display:none}/*" },
  { id: "direction", title: `Lamp ${overrides}turned round \u{1f6cb}\ufe0f`, brand: "\u0000\ufffd" },
  { id: "surrogates", title: "Lamp \ud800 half \udc00 pairs \udbff", brand: "\ud83d" },
  {
    id: "invisible",
    title: "Lamp\u200b\u200c\u200d\u2060\ufeff\u00ad\u180e\u200e\u200f unseen",
    brand: "\u2800\u3164",
  },
  { id: "storm", title: `Lamp Storm a${storm}b${storm}`, brand: `Z${storm}` },
  { id: "emoji", title: `Lamp ${"👩‍👩‍👧‍👦🏴󠁧󠁢󠁥󠁮󠁧󠁿🇦🇶".repeat(30)}`, brand: "👁️‍🗨️" },
  { id: "arabic", title: "Lamp مصباح طاولة (كبير) 100%", brand: 'شركة "النور" <b>' },
  { id: "long", title: `Lamp ${"x".repeat(4000)}`, brand: "y".repeat(500) },
  { id: "__proto__", title: "Lamp constructor toString", brand: "__proto__", category: ["__proto__", "constructor"] },
  { id: "price", title: "Lamp Beyond price", price: 1e15, list_price: 9e15, rating: 4.999999, reviews: 1e12 },
];
