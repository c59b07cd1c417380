// A React application with two views; React 19 knows elements' properties and events.
import { useState } from "react";
import { createRoot } from "react-dom/client";
import "vitrine-search/elements";
import type { Filters } from "vitrine-search/elements";

function Results({ category }: { category: string | undefined }) {
  const scope: Filters = category === undefined ? {} : { category: [category] };
  return (
    <main>
      <div className="bar">
        <vitrine-total />
        <vitrine-sort />
      </div>
      <vitrine-chips />
      <div className="columns">
        <vitrine-facets />
        <vitrine-results scope={scope} />
      </div>
    </main>
  );
}

function App() {
  const [view, setView] = useState<"shop" | "furniture" | "about">("shop");
  return (
    <>
      <header>
        <span className="name">Hearth &amp; Home</span>
        <vitrine-search bundle="../bundle/" placeholder="Search the shop" />
        <nav>
          <button type="button" onClick={() => setView("shop")}>
            Shop
          </button>
          <button type="button" onClick={() => setView("furniture")}>
            Furniture
          </button>
          <button type="button" onClick={() => setView("about")}>
            About us
          </button>
        </nav>
      </header>
      {view === "about" ? (
        <main>
          <h1>We have sold lamps since 1921.</h1>
        </main>
      ) : (
        <Results category={view === "furniture" ? "Furniture" : undefined} />
      )}
    </>
  );
}

const root = document.createElement("div");
document.body.append(root);
createRoot(root).render(<App />);
