// Yasqe, fed with the terms of our graph alone: it asks nobody and keeps nothing.

import Yasqe from "@zazuko/yasqe";
import yasqe from "@zazuko/yasqe/build/yasqe.min.css";
import css from "./editor.css";
import { hinter } from "./editor-hints.js";

const editors = new WeakMap();

export default function Editor({ data, parentElement, setStateValue, setTriggerValue }) {
  let editor = editors.get(parentElement);
  if (!editor) {
    editor = made(parentElement, data);
    editors.set(parentElement, editor);
  }
  editor.run = () => setTriggerValue("run", editor.yasqe.getValue());
  editor.keep = () => setStateValue("draft", editor.yasqe.getValue());
  show(editor, data);
  return () => {
    editor.yasqe.destroy?.();
    editor.root.remove();
    editors.delete(parentElement);
  };
}

const made = (parent, data) => {
  const style = document.createElement("style");
  style.textContent = `${yasqe}\n${css}`;
  const root = document.createElement("div");
  root.className = "sparql-editor";
  parent.append(style, root);
  const editor = { root };
  const box = root.appendChild(document.createElement("div"));
  editor.yasqe = new Yasqe(box, {
    value: data.value,
    persistenceId: null,
    autocompleters: [],
    showQueryButton: false,
    createShareableLink: undefined,
    resizeable: false,
    editorHeight: "20rem",
    lineWrapping: true,
    viewportMargin: 60,
    extraKeys: {
      "Ctrl-Enter": () => editor.run(),
      "Cmd-Enter": () => editor.run(),
      "Ctrl-Space": () => editor.hint(true),
      // The keyboard leaves the editor as it leaves any field.
      Esc: false,
      Tab: false,
      "Shift-Tab": false,
    },
  });
  editor.yasqe.query = async () => editor.run();
  editor.terms = hinter(data.terms, data.prefixes);
  editor.hint = (asked) => editor.terms(editor.yasqe, asked);
  // After the editor has taken in what was typed, and not in the midst of it.
  editor.yasqe.on("inputRead", () => setTimeout(() => editor.hint(false)));
  editor.yasqe.on("blur", (_, event) => {
    if (event?.relatedTarget !== editor.button) editor.keep();
  });
  editor.stamp = data.stamp;
  const bar = root.appendChild(document.createElement("div"));
  bar.className = "bar";
  editor.button = bar.appendChild(document.createElement("button"));
  Object.assign(editor.button, { type: "button", onclick: () => editor.run() });
  editor.note = bar.appendChild(document.createElement("span"));
  return editor;
};

const show = (editor, { value, stamp, faults, words }) => {
  const { yasqe } = editor;
  const field = yasqe.getInputField();
  field.setAttribute("aria-label", words.name);
  editor.button.textContent = words.run;
  editor.note.textContent = words.keys;
  if (editor.stamp !== stamp) {
    editor.stamp = stamp;
    yasqe.setValue(value);
  }
  for (const widget of editor.widgets ?? []) widget.clear();
  for (const line of editor.lines ?? []) yasqe.removeLineClass(line, "background", "wrong");
  const placed = faults.filter(({ line }) => line > 0 && line <= yasqe.lineCount());
  editor.lines = placed.map(({ line }) => yasqe.addLineClass(line - 1, "background", "wrong"));
  editor.widgets = placed.map(({ line, said }) => yasqe.addLineWidget(line - 1, told(said)));
};

const told = (said) => {
  const note = document.createElement("div");
  note.className = "fault";
  note.textContent = said;
  return note;
};
