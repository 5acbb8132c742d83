// A tree of terms as the keyboard and screen readers expect one: a single stop of the tab key.

import css from "./tree.css";

const shown = new WeakMap();

export default function Tree({ data, parentElement, setTriggerValue }) {
  let tree = shown.get(parentElement);
  if (!tree) {
    const style = document.createElement("style");
    style.textContent = css;
    tree = document.createElement("ul");
    tree.setAttribute("role", "tree");
    parentElement.append(style, tree);
    tree.addEventListener("click", (event) => pressed(tree, event));
    tree.addEventListener("keydown", (event) => keyed(tree, event));
    shown.set(parentElement, tree);
  }
  tree.tell = (id) => setTriggerValue("chosen", id);
  const said = JSON.stringify(data.branches);
  if (tree.said !== said) {
    tree.said = said;
    tree.setAttribute("aria-label", data.name);
    tree.replaceChildren(...data.branches.map(item));
    tree.querySelector("[role=treeitem]")?.setAttribute("tabindex", "0");
  }
  mark(tree, data.selected);
}

let groups = 0;

const item = ({ id, label, sort, below }) => {
  const line = document.createElement("li");
  line.setAttribute("role", "none");
  const node = line.appendChild(document.createElement("span"));
  node.setAttribute("role", "treeitem");
  node.setAttribute("tabindex", "-1");
  node.className = sort;
  node.textContent = label;
  node.dataset.id = id;
  if (below.length) {
    node.setAttribute("aria-expanded", "false");
    // Made when it is first unfolded.
    node.unfold = () => {
      if (node.nextElementSibling) return;
      const group = line.appendChild(document.createElement("ul"));
      group.setAttribute("role", "group");
      group.id = `group-${(groups += 1)}`;
      node.setAttribute("aria-owns", group.id);
      group.append(...below.map(item));
    };
  }
  return line;
};

const unfold = (node, open) => {
  if (!node.unfold) return;
  node.unfold();
  node.setAttribute("aria-expanded", String(open));
};

const mark = (tree, id) => {
  for (const node of tree.querySelectorAll("[role=treeitem]")) {
    node.setAttribute("aria-selected", String(node.dataset.id === id));
  }
};

const reach = (tree, node) => {
  if (!node) return;
  tree.querySelector("[tabindex='0']")?.setAttribute("tabindex", "-1");
  node.setAttribute("tabindex", "0");
  node.focus();
};

const pressed = (tree, event) => {
  const node = event.target.closest("[role=treeitem]");
  if (!node) return;
  const onSign = node.unfold && event.clientX < node.getBoundingClientRect().left + 22;
  reach(tree, node);
  unfold(node, onSign ? node.getAttribute("aria-expanded") !== "true" : true);
  if (!onSign) tree.tell(node.dataset.id);
};

const keyed = (tree, event) => {
  const node = event.target.closest("[role=treeitem]");
  const open = node?.getAttribute("aria-expanded") === "true";
  const seen = [...tree.querySelectorAll("[role=treeitem]")].filter((n) => n.checkVisibility());
  const at = seen.indexOf(node);
  const acts = {
    ArrowDown: () => reach(tree, seen[at + 1]),
    ArrowUp: () => reach(tree, seen[at - 1]),
    ArrowRight: () => (open ? reach(tree, seen[at + 1]) : unfold(node, true)),
    ArrowLeft: () => (open ? unfold(node, false) : reach(tree, node.closest("[role=group]")?.previousElementSibling)),
    Home: () => reach(tree, seen[0]),
    End: () => reach(tree, seen.at(-1)),
    Enter: () => tree.tell(node.dataset.id),
    " ": () => tree.tell(node.dataset.id),
  };
  if (!acts[event.key] || event.ctrlKey || event.metaKey || event.altKey) return;
  acts[event.key]();
  event.preventDefault();
};
