// Cytoscape, kept across the reruns of the page: what is new is added, what stays does not move.

import cytoscape from "cytoscape";
import { HEIGHT, WIDTH, placed, styled } from "./graph-style.js";

const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const LEAST_ZOOM = 0.55;

export class GraphView {
  constructor(root) {
    this.root = root;
    root.className = "graph";
    root.innerHTML = `<div class="canvas" tabindex="0" role="application"></div>
      <div class="tools" role="group"></div><p class="told" aria-live="polite"></p>`;
    this.canvas = root.querySelector(".canvas");
    this.told = root.querySelector(".told");
    this.cy = cytoscape({
      container: this.canvas,
      layout: { name: "preset" },
      autoungrabify: true,
      boxSelectionEnabled: false,
      userZoomingEnabled: false,
      minZoom: 0.2,
      maxZoom: 2,
    });
    this.listen();
  }

  listen() {
    // A double click chooses as well: it need not be waited for.
    this.cy.on("click", "node", ({ target }) => this.tell("chosen", target.id()));
    this.cy.on("dblclick", "node", ({ target }) => this.tell("opened", target.id()));
    this.canvas.addEventListener("keydown", (event) => this.press(event));
    this.canvas.addEventListener("focus", () => this.reach(this.reached()));
    this.canvas.addEventListener("blur", () => this.cy.nodes().removeClass("reached"));
    // The place of the canvas on the page changes when what stands above it does.
    this.canvas.addEventListener("pointerenter", () => this.place());
    this.size = new ResizeObserver(() => this.resized());
    this.size.observe(this.canvas);
    this.theme = new MutationObserver(() => this.cy.style(styled(this.root)));
    const app = document.querySelector(".stApp");
    if (app) this.theme.observe(app, { attributes: true, attributeFilter: ["class", "style"] });
  }

  place() {
    this.cy.invalidateContainerClientCoordsCache?.();
    this.cy.renderer().invalidateContainerClientCoordsCache();
  }

  resized() {
    this.cy.resize();
    this.place();
    const { clientWidth, clientHeight } = this.canvas;
    const size = `${clientWidth} ${clientHeight}`;
    if (size !== this.framed) this.frame();
    this.framed = size;
  }

  show(data) {
    const { words, nodes, edges, height } = data;
    this.canvas.style.height = `${height}px`;
    this.canvas.setAttribute("aria-label", words.name);
    this.tools(words);
    const before = this.cy.nodes().length;
    const wanted = new Set([...nodes, ...edges].map(({ id }) => id));
    this.cy.batch(() => {
      this.cy.elements().filter((element) => !wanted.has(element.id())).remove();
      for (const node of nodes) this.put(node, { position: placed(node) });
      for (const edge of edges) this.put(edge, {});
    });
    this.cy.style(styled(this.root));
    this.label();
    this.cy.resize();
    this.place();
    if (before !== this.cy.nodes().length || this.centre !== nodes[0]?.id) this.frame();
    this.centre = nodes[0]?.id;
  }

  put(data, more) {
    const known = this.cy.getElementById(data.id);
    if (known.length) known.data(data);
    else this.cy.add({ data, ...more });
  }

  // An edge is named at the end where it is alone.
  label() {
    for (const edge of this.cy.edges()) {
      if (edge.source().position("x") === edge.target().position("x")) {
        edge.style({ "curve-style": "unbundled-bezier", "control-point-distances": -110, "source-endpoint": "90deg", "target-endpoint": "90deg" });
        continue;
      }
      const out = Math.abs(edge.target().position("x")) >= Math.abs(edge.source().position("x"));
      const end = out ? "target" : "source";
      // An edge turns beside the term that others lead to as well.
      const turn = out ? "18px" : "-22px";
      edge.style({ [`${end}-label`]: edge.data("label"), [`${end}-text-offset`]: 62, "taxi-turn": turn });
    }
  }

  frame() {
    this.cy.fit(undefined, 18);
    if (this.cy.zoom() > 1) this.cy.zoom(1);
    if (this.cy.zoom() < LEAST_ZOOM) this.cy.zoom(LEAST_ZOOM);
    if (this.cy.zoom() === 1) this.cy.center();
    else if (this.cy.zoom() === LEAST_ZOOM) this.cy.center(this.cy.getElementById(this.centre ?? ""));
  }

  tools(words) {
    const bar = this.root.querySelector(".tools");
    if (bar.dataset.said === words.fit) return;
    bar.dataset.said = words.fit;
    const zoom = (by) => () =>
      this.cy.zoom({ level: this.cy.zoom() * by, renderedPosition: { x: this.cy.width() / 2, y: this.cy.height() / 2 } });
    const actions = [["+", words.nearer, zoom(1.25)], ["−", words.further, zoom(0.8)], ["⤢", words.fit, () => this.frame()], ["⤓", words.save, () => this.save(words.file)]];
    bar.replaceChildren(...actions.map(([sign, name, act]) => {
      const button = document.createElement("button");
      Object.assign(button, { type: "button", textContent: sign, title: name, onclick: act });
      button.setAttribute("aria-label", name);
      return button;
    }));
  }

  save(file) {
    const bg = getComputedStyle(this.root).backgroundColor;
    const link = document.createElement("a");
    Object.assign(link, { href: this.cy.png({ full: true, scale: 2, bg }), download: file });
    link.click();
  }

  reached() {
    const now = this.cy.nodes(".reached");
    return now.length ? now : this.cy.nodes("[?selected]").length ? this.cy.nodes("[?selected]") : this.cy.nodes().first();
  }

  reach(node) {
    this.cy.nodes().removeClass("reached");
    node.addClass("reached");
    this.told.textContent = node.data("told") ?? "";
    const box = node.renderedBoundingBox();
    const inside = box.x1 >= 0 && box.y1 >= 0 && box.x2 <= this.cy.width() && box.y2 <= this.cy.height();
    if (node.length && !inside) this.cy.center(node);
  }

  press(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const node = this.reached();
    if (ARROWS[event.key]) this.reach(this.beside(node, ARROWS[event.key]));
    else if (event.key === "Enter") this.tell("chosen", node.id());
    else if (event.key === " ") this.tell("opened", node.id());
    else return;
    event.preventDefault();
  }

  beside(node, [dx, dy]) {
    const { x, y } = node.position();
    const far = (other) => {
      const along = (other.position("x") - x) * dx / WIDTH + (other.position("y") - y) * dy / HEIGHT;
      const aside = Math.abs(other.position("x") - x) * dy ** 2 / WIDTH + Math.abs(other.position("y") - y) * dx ** 2 / HEIGHT;
      return along <= 0.1 ? Infinity : along + 3 * aside * (dy ? 3 : 1);
    };
    const ranked = this.cy.nodes().toArray().filter((other) => far(other) < Infinity);
    return ranked.sort((a, b) => far(a) - far(b))[0] ?? node;
  }

  destroy() {
    this.size.disconnect();
    this.theme.disconnect();
    this.cy.destroy();
    this.root.remove();
  }
}
