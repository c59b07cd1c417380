/** What of a product a shop's own card may show, ready to be read. */
import { segments } from "../core/highlight.ts";
import type { Hit } from "../core/wire.ts";
import type { CardScene } from "./options.ts";

/** The title, with the words that matched as `<mark>`. */
export function titleOf({ title, title_matches }: Hit): DocumentFragment {
  const fragment = document.createDocumentFragment();
  for (const { text, match } of segments(title, title_matches)) {
    const mark = match ? document.createElement("mark") : undefined;
    mark?.append(text);
    fragment.append(mark ?? text);
  }
  return fragment;
}

type Field = (hit: Hit, scene: CardScene) => string | Node | undefined;

/** The fields of a template by their names; undefined or "" where the product has none. */
const fields: Readonly<Record<string, Field>> = {
  title: (hit) => titleOf(hit),
  brand: ({ brand }) => brand,
  category: ({ category = [] }) => category.join(" › "),
  variant: ({ variant }) => variant?.options.map(({ value }) => value).join(" · "),
  price: (hit, { locale, currency }) => {
    const price = priceOf(hit);
    return price === undefined ? undefined : locale.money(price, currency);
  },
  list_price: (hit, { locale, currency }) => {
    const { list_price: before = 0 } = hit;
    return before > (priceOf(hit) ?? before) ? locale.money(before, currency) : undefined;
  },
  rating: ({ rating }, { locale }) => (rating === undefined ? undefined : locale.stars(rating)),
  reviews: ({ reviews = 0 }, { locale }) => (reviews > 0 ? locale.number(reviews) : undefined),
  availability: ({ variant, availability }, { locale }) => {
    const value = variant?.availability ?? availability;
    return value ? locale.valueLabel("availability", value) : undefined;
  },
};

export function fieldOf(name: string, hit: Hit, scene: CardScene): string | Node | undefined {
  return Object.hasOwn(fields, name) ? fields[name]?.(hit, scene) || undefined : undefined;
}

/** The address of the picture as the merchant wrote it: that of the variant that was found goes first. */
export function imageOf({ variant, image }: Hit): string | undefined {
  return variant?.image ?? image;
}

function priceOf({ variant, price }: Hit): number | undefined {
  return variant?.price ?? price;
}
