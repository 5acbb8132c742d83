// What a picture looks like: each kind of term by its colour and by its shape.

const SHAPES = {
  class: "ellipse",
  ground: "polygon",
  norm: "cut-rectangle",
  text: "rectangle",
  reading: "barrel",
  property: "polygon",
  thing: "round-rectangle",
};

// Shallower than the usual ones, so that a label of three lines stays inside.
const POLYGONS = {
  ground: "-1 0 -0.88 -1 0.88 -1 1 0 0.88 1 -0.88 1",
  property: "-0.86 -1 1 -1 0.86 1 -1 1",
};

export const WIDTH = 162;
export const HEIGHT = 48;
const COLUMN = 286;
const ROW = 58;

export const placed = ({ column, row }) => ({ x: column * COLUMN, y: row * ROW });

// A colour of the page, light or dark, as the canvas understands it.
const colour = (root, name) => {
  const probe = root.appendChild(document.createElement("i"));
  probe.style.color = `var(--${name})`;
  const found = getComputedStyle(probe).color;
  probe.remove();
  return found;
};

export const styled = (root) => {
  const [ink, soft, paper, focus] = ["ink", "soft", "paper", "focus"].map((c) => colour(root, c));
  const font = getComputedStyle(root).fontFamily;
  return [
    {
      selector: "node",
      style: {
        width: WIDTH,
        height: HEIGHT,
        label: "data(label)",
        "text-wrap": "wrap",
        "text-max-width": WIDTH - 26,
        "text-valign": "center",
        "text-halign": "center",
        "font-family": font,
        "font-size": 12.5,
        color: ink,
        "background-color": paper,
        "border-width": 2,
      },
    },
    ...Object.entries(SHAPES).map(([sort, shape]) => ({
      selector: `node[sort = "${sort}"]`,
      style: {
        shape,
        ...(POLYGONS[sort] && { "shape-polygon-points": POLYGONS[sort] }),
        "border-color": colour(root, sort),
        "background-color": colour(root, `${sort}-ground`),
      },
    })),
    { selector: "node[?opened]", style: { "border-width": 4 } },
    {
      selector: "edge",
      style: {
        width: 1.5,
        "curve-style": "taxi",
        "taxi-direction": "horizontal",
        "line-color": soft,
        "target-arrow-color": soft,
        "target-arrow-shape": "triangle",
        "arrow-scale": 0.9,
        "font-family": font,
        "font-size": 11,
        color: soft,
        "text-wrap": "wrap",
        "text-max-width": COLUMN - WIDTH - 34,
        "text-background-color": paper,
        "text-background-opacity": 1,
        "text-background-padding": 1,
      },
    },
    { selector: "edge[?inferred]", style: { "line-style": "dashed", "font-style": "italic" } },
    { selector: "node[?selected]", style: { "outline-width": 4, "outline-color": focus, "outline-offset": 2 } },
    { selector: "node.reached", style: { "overlay-color": focus, "overlay-opacity": 0.18, "overlay-padding": 4 } },
  ];
};
