// The search, in a worker of its own. The theme draws the field and the results, and speaks with it
// in four messages: what is set, ready, words to look for, and what was found. What is looked
// through is fetched with the first words, so that nobody else loads it.
{
  const [SETUP, READY, QUERY, RESULT] = [0, 1, 2, 3];
  const PARTS = new URL("../../search/parts.json", location);

  // Words of English that are in any text: they find nothing by themselves.
  const COMMON = new Set(
    `a about all also am an and any are as at be been but by can could did do does for from had has
     have he her his how i if in into is it its me my no not of on or our she should so than that the
     their them then there these they this those to was we were what when where which who whose why
     will with would you your`.split(/\s+/),
  );

  // Found in a heading, a word says more of a part than found in its text.
  const [HEADING, TITLE, BEGINNING] = [6, 2, 0.6];
  const [WHOLE, EXPLAINED] = [20, 1000];
  const [PAGES, SHOWN, EXCERPT] = [20, 3, 32];

  let english = true;
  let loaded;
  let latest = 0;

  const folded = (text) => text.normalize("NFKD").replace(/\p{M}+/gu, "").toLowerCase();

  // Chinese, Japanese, Thai and the like have no spaces between words.
  const UNSPACED = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}]/u;
  const segmenter = Intl.Segmenter && new Intl.Segmenter(undefined, { granularity: "word" });
  const split = (run) =>
    segmenter && UNSPACED.test(run) ? [...segmenter.segment(run)].map((each) => each.segment) : [run];

  const wordsOf = (text) =>
    (folded(text).replace(/[’']s\b/g, "").match(/[\p{L}\p{N}]+/gu) ?? []).flatMap(split);

  // The plural and the singular are one word; so are 'endorse', 'endorsed' and 'endorsing'.
  const stem = (word) => {
    if (!english || word.length < 4) return word;
    const singular = word
      .replace(/ies$/, "y")
      .replace(/(ss|sh|ch|x)es$/, "$1")
      .replace(/([^siu])s$/, "$1");
    return singular.length < 6 ? singular : singular.replace(/(?:ing|ed|e)$/, "");
  };

  const counted = (words) => {
    const found = new Map();
    for (const word of words) found.set(word, (found.get(word) ?? 0) + 1);
    return found;
  };

  const stems = (text) => counted(wordsOf(text).map(stem));

  const read = (pages) => {
    const parts = pages.flatMap((page) => {
      const title = stems(page.title);
      return page.parts.map(([id, heading, text], at) => ({
        page, id, heading, text, title, at,
        headed: heading ? stems(heading) : title,
        words: stems(text),
      }));
    });
    const often = new Map();
    for (const { words, headed } of parts)
      for (const word of new Set([...words.keys(), ...headed.keys()]))
        often.set(word, (often.get(word) ?? 0) + 1);
    return { pages, parts, often };
  };

  const load = () =>
    (loaded ??= fetch(PARTS)
      .then((answer) => (answer.ok ? answer.json() : []))
      .catch(() => [])
      .then(read));

  // How often words have a stem, and less for those that only begin with it.
  const hits = (words, wanted) => {
    const whole = words.get(wanted) ?? 0;
    if (whole || wanted.length < 3) return whole;
    let begun = 0;
    for (const [word, number] of words) if (word.startsWith(wanted)) begun += number;
    return begun * BEGINNING;
  };

  // Whether two words differ in one letter, or in two that changed places.
  const isSlip = (one, other) => {
    if (Math.abs(one.length - other.length) > 1) return false;
    let at = 0;
    while (at < one.length && one[at] === other[at]) at += 1;
    const [left, right] = [one.slice(at), other.slice(at)];
    return (
      left.slice(1) === right.slice(1) ||
      left.slice(1) === right ||
      left === right.slice(1) ||
      (left[0] === right[1] && left[1] === right[0] && left.slice(2) === right.slice(2))
    );
  };

  // The word that was meant, where no part has one that begins like it.
  const meant = (word, { often }) => {
    const known = [...often.keys()];
    if (word.length < 4 || known.some((each) => each.startsWith(word))) return word;
    const near = known.filter((each) => isSlip(each, word));
    return near.sort((one, other) => often.get(other) - often.get(one))[0] ?? word;
  };

  const rarity = (wanted, { parts, often }) => {
    let number = often.get(wanted) ?? 0;
    if (!number)
      for (const [word, each] of often) if (word.startsWith(wanted)) number += each;
    return Math.log(1 + parts.length / (1 + number));
  };

  // What a part is worth for each of the words, and how many of them it has.
  const judged = (part, wanted) => {
    let [score, found, headed] = [0, 0, 0];
    for (const [word, weight] of wanted) {
      const [inHeading, inTitle, inText] = [part.headed, part.title, part.words].map((each) =>
        hits(each, word),
      );
      if (inHeading || inText || inTitle) found += 1;
      if (inHeading) headed += 1;
      score +=
        weight *
        (HEADING * Math.min(inHeading, 1) + TITLE * Math.min(inTitle, 1) + Math.log2(1 + inText));
    }
    const whole = found === wanted.size;
    const named = headed === wanted.size;
    score *= found / wanted.size;
    if (named && part.headed.size === wanted.size) score += WHOLE;
    if (named && part.page.explains && part.id) score += EXPLAINED;
    return { part, score, whole, headed };
  };

  const escape = (text) =>
    text.replace(/[&<>"]/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[sign]);

  const isWanted = (word, wanted) =>
    wordsOf(word).some((each) =>
      [...wanted.keys()].some(
        (one) => stem(each) === one || (one.length > 2 && stem(each).startsWith(one)),
      ),
    );

  const marked = (text, wanted) =>
    text
      .split(/([^\p{L}\p{M}\p{N}’'-]+)/u)
      .map((word) => (isWanted(word, wanted) ? `<mark>${escape(word)}</mark>` : escape(word)))
      .join("");

  // The words around the first that is wanted.
  const excerpt = (text, wanted) => {
    const words = text.split(/\s+/);
    const first = Math.max(0, words.findIndex((word) => isWanted(word, wanted)));
    const start = first < EXCERPT - 8 ? 0 : first - 8;
    const shown = words.slice(start, start + EXCERPT).join(" ");
    const [before, after] = [start ? "… " : "", start + EXCERPT < words.length ? " …" : ""];
    return shown && `<p>${before}${marked(shown, wanted)}${after}</p>`;
  };

  const item = ({ part, score }, wanted, terms) => ({
    location: part.page.address + (part.id && `#${part.id}`),
    title: marked(part.heading || part.page.title, wanted),
    text: excerpt(part.text, wanted),
    score,
    terms,
  });

  // A page with its parts, the best first: the theme shows those that are worth as much as the page.
  const group = (found, wanted, terms) => {
    const [best] = found;
    const parts = found.filter(({ part }) => part.id);
    const least = best.part.id ? parts.slice(0, SHOWN).at(-1).score : best.score;
    const own = found.find(({ part }) => !part.id)?.part;
    const page = own ?? { ...best.part, id: "", heading: "", text: "" };
    return [
      item({ part: page, score: least }, wanted, terms),
      ...parts.map((each) => item(each, wanted, terms)),
    ];
  };

  const search = async (query) => {
    const all = [...new Set(wordsOf(query))];
    const said = english ? all.filter((word) => !COMMON.has(word)) : all;
    const words = said.length ? said : all;
    if (!words.length) return [];
    const index = await load();
    const looked = words.map((word) => meant(stem(word), index));
    const wanted = new Map(looked.map((word) => [word, rarity(word, index)]));
    const terms = Object.fromEntries(words.map((word) => [word, true]));
    let found = index.parts.map((part) => judged(part, wanted)).filter(({ score }) => score > 0);
    // Where some have all that was asked for, others are there only by their headings.
    if (found.some(({ whole }) => whole))
      found = found.filter(({ whole, headed }) => whole || headed);
    // Common words alone are looked for in headings.
    if (!said.length) found = found.filter(({ headed }) => headed === wanted.size);
    found.sort((one, other) => other.score - one.score || one.part.at - other.part.at);
    const pages = new Map();
    for (const each of found) {
      const { page } = each.part;
      pages.set(page, [...(pages.get(page) ?? []), each]);
    }
    return [...pages.values()].slice(0, PAGES).map((each) => group(each, wanted, terms));
  };

  addEventListener("message", async ({ data: { type, data } }) => {
    if (type === SETUP) {
      english = data.config.lang.includes("en");
      postMessage({ type: READY });
    } else if (type === QUERY) {
      const number = (latest += 1);
      const items = await search(data);
      // Who types on is not shown what was asked for before.
      if (number === latest) postMessage({ type: RESULT, data: { items } });
    }
  });
}
