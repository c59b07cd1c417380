import type { Messages } from "./messages.ts";

type Forms = Readonly<Record<Intl.LDMLPluralRule, (formatted: string) => string>>;

const plural = new Intl.PluralRules("ar");
const counted = (forms: Forms) => (count: number, formatted: string) => forms[plural.select(count)](formatted);

const results = counted({
  zero: () => "لا توجد نتائج",
  one: () => "نتيجة واحدة",
  two: () => "نتيجتان",
  few: (n) => `${n} نتائج`,
  many: (n) => `${n} نتيجة`,
  other: (n) => `${n} نتيجة`,
});

const showResults = counted({
  zero: () => "لا توجد نتائج",
  one: () => "عرض نتيجة واحدة",
  two: () => "عرض نتيجتين",
  few: (n) => `عرض ${n} نتائج`,
  many: (n) => `عرض ${n} نتيجة`,
  other: (n) => `عرض ${n} نتيجة`,
});

/** After "بناءً على". */
const reviewed = counted({
  zero: () => "لا تقييمات",
  one: () => "تقييم واحد",
  two: () => "تقييمين",
  few: (n) => `${n} تقييمات`,
  many: (n) => `${n} تقييمًا`,
  other: (n) => `${n} تقييم`,
});

/** A text of the shopper or the shop, kept apart: it may run from left to right. */
const apart = (text: string) => `\u2068${text}\u2069`;
const quoted = (text: string) => `«${apart(text)}»`;

export const ar: Messages = {
  tag: "ar",
  panel: "نتائج البحث",
  searchField: "البحث عن منتجات",
  placeholder: "عمّ تبحث؟",
  close: "إغلاق البحث",
  filters: "التصفية",
  chosenFilters: "عوامل التصفية المختارة",
  clearFilters: "مسح التصفية",
  sort: "الترتيب حسب",
  sorts: {
    relevance: "الأكثر صلة",
    price_asc: "السعر: من الأقل إلى الأعلى",
    price_desc: "السعر: من الأعلى إلى الأقل",
  },
  results: "المنتجات",
  layout: "طريقة العرض",
  layouts: { list: "قائمة", grid: "شبكة" },
  recent: "عمليات البحث الأخيرة",
  clearRecent: "مسح عمليات البحث الأخيرة",
  deleteRecent: "اضغط على Delete للإزالة",
  suggestions: "اقتراحات",
  categories: "الفئات",
  loadingEngine: "جارٍ تجهيز البحث…",
  showMore: "عرض المزيد",
  pages: "الصفحات",
  previousPage: "الصفحة السابقة",
  nextPage: "الصفحة التالية",
  moreValues: "عرض الكل",
  fewerValues: "عرض أقل",
  noValue: "لا توجد قيم مطابقة",
  tryAgain: "إعادة المحاولة",
  searchShop: "البحث في المتجر بأكمله",
  failed: "البحث غير متاح حاليًا",
  failedHint: "حدثت مشكلة أثناء تحميل المنتجات.",
  technicalDetails: "تفاصيل تقنية",
  failedMore: "تعذّر تحميل المزيد من المنتجات.",
  someWords: "لا يوجد منتج يضم كل الكلمات. هذه المنتجات تضم بعضها.",
  noResultsHint: "تحقّق من الإملاء، أو جرّب كلمة أقصر أو أعمّ.",
  noResultsFiltered: "لا يوجد منتج يطابق كل عوامل التصفية المختارة.",
  showEverything: "عرض جميع المنتجات",
  priceFrom: "الأدنى",
  priceTo: "الأقصى",
  apply: "تطبيق",
  any: "الكل",
  listPrice: "السعر السابق",
  availability: {
    in_stock: "متوفر",
    out_of_stock: "غير متوفر",
    preorder: "طلب مسبق",
    backorder: "متاح للطلب، يُشحن لاحقًا",
  },
  fields: {
    brand: "العلامة التجارية",
    category: "الفئة",
    price: "السعر",
    rating: "التقييم",
    availability: "التوفّر",
  },
  count: results,
  shown: (shown, total) => `${shown} من ${total}`,
  page: (page) => `الصفحة ${page}`,
  announce: (count, formatted, query) =>
    query === "" ? results(count, formatted) : `${results(count, formatted)} عن ${quoted(query)}`,
  noResults: (query) => (query === "" ? "لا توجد نتائج" : `لا توجد نتائج عن ${quoted(query)}`),
  corrected: (query) => `هذه نتائج البحث عن ${quoted(query)}.`,
  insist: (query) => `البحث عن ${quoted(query)} بدلًا من ذلك`,
  remove: (filter) => `إزالة عامل التصفية ${apart(filter)}`,
  withoutFilter: (filter) => `من دون ${apart(filter)}`,
  said: (words) => `لأنك بحثت عن ${quoted(words)}`,
  removeRecent: (query) => `إزالة ${quoted(query)}`,
  within: (label) => `في ${apart(label)}`,
  showFilters: (chosen, formatted) => (chosen === 0 ? "التصفية" : `التصفية (${formatted})`),
  showResults,
  rating: (rating, reviews, formatted) => {
    const stars = `التقييم ${rating} من خمس نجوم`;
    return reviews === 0 ? stars : `${stars}، بناءً على ${reviewed(reviews, formatted)}`;
  },
  from: (value) => `${apart(value)} فأكثر`,
  upTo: (value) => `حتى ${apart(value)}`,
  between: (low, high) => `من ${apart(low)} إلى ${apart(high)}`,
  lowest: (facet) => `${apart(facet)} من`,
  highest: (facet) => `${apart(facet)} حتى`,
  findValue: (facet) => `البحث في ${apart(facet)}`,
  quickView: "عرض سريع",
  quickViewOf: (title) => `عرض سريع: ${apart(title)}`,
  quickViewKey: "اضغط Shift+Enter للعرض السريع",
  closeQuickView: "إغلاق العرض السريع",
  toProduct: "الانتقال إلى المنتج",
  why: "لماذا هذا المنتج؟",
  whyNothing: "لم يُبحث عن شيء: تُعرض كل المنتجات.",
  whyFailed: "يتعذّر عرض الأسباب الآن.",
  whyWords: "الكلمات المطابقة:",
  whyMeaning: "معنى الكلمات:",
  whyRelations: {
    continued: "تكملة",
    inflected: "صيغة أخرى",
    compounded: "كتابة أخرى",
    converted: "وحدة أخرى",
    synonymous: "يُسمّى أيضًا",
    corrected: "تصحيح",
  },
  whyFields: {
    title: "العنوان",
    brand: "العلامة التجارية",
    category: "الفئة",
    attributes: "المواصفات",
    description: "الوصف",
  },
  whyWord: (word, places) => `${quoted(word)} في: ${places}`,
  whyInstead: (relation, word, term, places) => `${quoted(word)} (${relation}: ${quoted(term)}) في: ${places}`,
  whyPair: (words) => `${quoted(words)} متجاورة في العنوان`,
  whyFront: (word) => `${quoted(word)} في بداية العنوان`,
  whyBrand: (word) => `${quoted(word)} هي العلامة التجارية`,
  whyHead: (word) => `العنوان يسمّيه ${quoted(word)}`,
  whyCategory: (word) => `اسم الفئة ${quoted(word)}`,
};
