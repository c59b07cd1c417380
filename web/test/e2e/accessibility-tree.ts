/** The accessibility tree as Chromium hands it to a screen reader. */
import type { Page } from "playwright-core";

export interface AccessibleNode {
  readonly id: number;
  readonly role: string;
  readonly name: string;
  readonly description: string;
  /** States and properties by their ARIA name without "aria-"; a relation is the ids of its nodes. */
  readonly properties: Readonly<Record<string, unknown>>;
  readonly children: readonly AccessibleNode[];
}

interface Value {
  value?: unknown;
  relatedNodes?: { backendDOMNodeId: number }[];
}

/** What the protocol answers, as far as it is read here. */
interface ProtocolNode {
  nodeId: string;
  ignored: boolean;
  role?: Value;
  name?: Value;
  description?: Value;
  properties?: { name: string; value: Value }[];
  childIds?: string[];
  backendDOMNodeId?: number;
}

/** The root of the page's tree, without the nodes that screen readers never meet. */
export async function accessibilityTree(page: Page): Promise<AccessibleNode> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = (await session.send("Accessibility.getFullAXTree")) as { nodes: ProtocolNode[] };
  await session.detach();
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const grow = (id: string): AccessibleNode[] => {
    const node = byId.get(id);
    if (node === undefined) return [];
    const children = (node.childIds ?? []).flatMap(grow);
    return node.ignored ? children : [readable(node, children)];
  };
  const [root] = grow(nodes[0]?.nodeId ?? "");
  if (root === undefined) throw new Error("the page has no accessibility tree");
  return root;
}

function readable(node: ProtocolNode, children: AccessibleNode[]): AccessibleNode {
  const properties = (node.properties ?? []).map(({ name, value }): [string, unknown] => [
    name,
    value.relatedNodes?.map((related) => related.backendDOMNodeId) ?? value.value,
  ]);
  return {
    id: node.backendDOMNodeId ?? 0,
    role: String(node.role?.value ?? ""),
    name: String(node.name?.value ?? ""),
    description: String(node.description?.value ?? ""),
    properties: Object.fromEntries(properties),
    children,
  };
}

/** The node and all below it with the role, in the order in which they are read. */
export function withRole(node: AccessibleNode, role: string): AccessibleNode[] {
  const below = node.children.flatMap((child) => withRole(child, role));
  return node.role === role ? [node, ...below] : below;
}
