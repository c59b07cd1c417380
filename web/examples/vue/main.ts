// A Vue application with two views, drawn by h(): Vue's template compiler needs eval,
// which a strict policy forbids. A build with single-file components needs none either.
import { createApp, defineComponent, h, ref } from "vue";
import "vitrine-search/elements";

type View = "shop" | "furniture" | "about";

const results = (category: string | undefined) =>
  h("main", [
    h("div", { class: "bar" }, [h("vitrine-total"), h("vitrine-sort")]),
    h("vitrine-chips"),
    h("div", { class: "columns" }, [
      h("vitrine-facets"),
      h("vitrine-results", { scope: category === undefined ? {} : { category: [category] } }),
    ]),
  ]);

const App = defineComponent(() => {
  const view = ref<View>("shop");
  const link = (to: View, text: string) =>
    h(
      "button",
      {
        type: "button",
        onClick: () => {
          view.value = to;
        },
      },
      text,
    );
  return () => [
    h("header", [
      h("span", { class: "name" }, "Hearth & Home"),
      h("vitrine-search", { bundle: "../bundle/", placeholder: "Search the shop" }),
      h("nav", [link("shop", "Shop"), link("furniture", "Furniture"), link("about", "About us")]),
    ]),
    view.value === "about"
      ? h("main", h("h1", "We have sold lamps since 1921."))
      : results(view.value === "furniture" ? "Furniture" : undefined),
  ];
});

const root = document.createElement("div");
document.body.append(root);
createApp(App).mount(root);
