// The picture of a part of the graph: the places come from Python, the gestures go back to it.

import css from "./graph.css";
import { GraphView } from "./graph-view.js";

const views = new WeakMap();

export default function Graph({ data, parentElement, setTriggerValue }) {
  let view = views.get(parentElement);
  if (!view) {
    const style = document.createElement("style");
    style.textContent = css;
    const root = document.createElement("div");
    parentElement.append(style, root);
    view = new GraphView(root);
    views.set(parentElement, view);
  }
  view.tell = setTriggerValue;
  view.show(data);
  return () => {
    views.get(parentElement)?.destroy();
    views.delete(parentElement);
  };
}
