// Completion by label, in either language, and by IRI: what is typed is found in any of them.

const MOST = 30;
const LEAST = 3;

const folded = (text) =>
  text.normalize("NFD").replace(/\p{M}/gu, "").replace(/[’']/g, " ").toLowerCase();

export const hinter = (terms, prefixes) => {
  const known = [
    ...prefixes.map((name) => ({ text: `${name}:`, label: "PREFIX", said: `${name}:` })),
    ...terms.map(([short, ...labels]) => ({ text: short, label: labels[0], said: folded(`${short} ${labels.join(" ")}`) })),
  ];
  const rank = ({ said, text }, wanted) => {
    const name = folded(text);
    if (name.startsWith(wanted)) return 0;
    if (name.includes(`:${wanted}`)) return 1;
    if (` ${said}`.includes(` ${wanted}`)) return 2;
    return said.includes(wanted) ? 3 : 9;
  };
  // A query begins with the notions and their properties: they come before what they are said of.
  const kind = ({ text }) => (text.startsWith("hds:") ? 0 : 1);
  const found = (wanted) =>
    known
      .map((term) => [rank(term, wanted), term])
      .filter(([place]) => place < 9)
      .sort(([a, x], [b, y]) => a - b || kind(x) - kind(y) || x.text.length - y.text.length)
      .slice(0, MOST)
      .map(([, term]) => term);

  const near = (editor, asked) => {
    const { line, ch } = editor.getCursor();
    const before = editor.getLine(line).slice(0, ch);
    const word = before.match(/[\p{L}\p{N}_:.-]*$/u)[0];
    const mark = before.charAt(ch - word.length - 1);
    // A variable, a language, a keyword and a comment are no terms.
    const isTerm = !(mark && '?$@<"'.includes(mark)) && !/^[A-Z]+$/.test(word) && !/#\s/.test(before);
    const list = asked || (isTerm && word.length >= LEAST) ? found(folded(word)) : [];
    return {
      list: list.map(({ text, label }) => ({ text, displayText: label ? `${text} — ${label}` : text })),
      from: { line, ch: ch - word.length },
      to: { line, ch },
    };
  };

  return (editor, asked) => {
    if (near(editor, asked).list.length === 0) return;
    editor.showHint({ hint: () => near(editor, asked), completeSingle: false });
  };
};
