/** `<vitrine-results>` and the pieces that a page may show beside it instead of within it. */
import type { Piece } from "../ui/options.ts";
import { VitrineElement } from "./element.ts";
import type { Group } from "./group.ts";

const pieces: readonly Piece[] = ["facets", "chips", "sort", "total"];

export class VitrineResults extends VitrineElement {
  readonly kind = "results";
  #shared: unknown;
  #count = 0;

  /** Another search, or other pieces elsewhere. */
  protected shownAs(group: Group): unknown {
    if (group.shared !== this.#shared) this.#count += 1;
    this.#shared = group.shared;
    return `${this.#count} ${elsewhere(group).join()}`;
  }

  protected draw(group: Group): (() => void) | undefined {
    const { shared, views } = group;
    if (shared === undefined || views === undefined) return undefined;
    const destroy = views.mountResults(this, shared, new Set(elsewhere(group)));
    // Whoever goes to a product meant what was typed.
    const chose = () => shared.commit();
    this.addEventListener("vitrine:select", chose);
    return () => {
      this.removeEventListener("vitrine:select", chose);
      destroy();
    };
  }
}

function elsewhere(group: Group): Piece[] {
  return pieces.filter((piece) => group.has(piece));
}

abstract class VitrinePiece extends VitrineElement {
  abstract override readonly kind: Piece;

  protected shownAs({ shared }: Group): unknown {
    return shared;
  }

  protected draw({ views, shared }: Group): (() => void) | undefined {
    return shared && views?.mountPiece(this, this.kind, shared);
  }
}

export class VitrineFacets extends VitrinePiece {
  readonly kind = "facets";
}

export class VitrineChips extends VitrinePiece {
  readonly kind = "chips";
}

export class VitrineSort extends VitrinePiece {
  readonly kind = "sort";
}

export class VitrineTotal extends VitrinePiece {
  readonly kind = "total";
}
