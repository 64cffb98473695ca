// The register's filter: by text, kind, country and version. The pages hold everything without it. A
// register on one page is filtered where it stands; of one on sheets, an index is loaded on first
// use. Whatever the index holds is shown as text, never as markup.
(() => {
  "use strict";

  const PAGE = 50;
  // As in names/folding.py, where it says why: a letter, a colon, and all that are folded to it.
  const FOLDED = `
!:ǃʘ𝼊 ":ʺ“”„‟ ':ƾɂʔʕʖʡʢʬʭʹʻʼʽʾʿˀˁˈˊˋˌˮᴤᴥ‘’‛′ꜣꜥꞌꞏ꟎꟏𝼎 -:‐‒–—―− 2:ƻ 3:ꜫ 4:ꜭꜯ =:ǂ a:ɐɑɒᴀᶏᶐⱥꞻꬰꬱꭤ
aa:ꜳ ae:æᴁᴂꞛ ao:ꜵ au:ꜷ av:ꜹꜻ ay:ꜽ b:ƀƃɓʙᴃᵬᶀꞗꞵ c:ƈȼɕʗᴄↄꜿꞓꞔ𝼏𝼝 ch:ꭓꭔꭕ con:ꝯ d:ðđƌƍȡɖɗᴅᴆᵭᶁᶑẟꝺꟈ𝼥
db:ȸ dum:ꝱ dz:ʣʥꭦ dzh:ʤ𝼒𝼙 e:ǝɇɘəɚɛɜɝɞʚᴇᴈᶒᶓᶔᶕⱸⱻꬲꬳꬴꭠ et:ꝫ f:ƒᵮᶂꜰꝼꞙꟻꬵ fng:ʩ𝼀 g:ǥɠɡɢɣʛᵷᵹᶃꝿꞡꟑꬶ𝼁𝼂
gh:ƣ h:ħƅɥɦɧʜʮʯⱨⱶꜧꞕꟶ hv:ƕ i:ıɨɩɪᴉᵻᵼᶖꞽꟷꟾ𝼚 ie:ꭡ is:ꝭ j:ȷɉɟʄʝᴊ k:ƙʞᴋᶄⱪꝁꝃꝅꞣ𝼃𝼐
l:łƚƛȴɫɬɭʟᴌᶅⱡꝇꝉꞁꞎꟚꟛꟜꬷꬸꬹ𝼄𝼑𝼓𝼦 ll:ỻ ls:ʪ lum:ꝲ lz:ʫ lzh:ɮ𝼅 m:ɯɰɱᴍᴟᵯᶆꟺꟽꟿꬺ mum:ꝳ n:ƞȵɲɳɴᴎᵰᶇꞑꞥꬻ𝼧
ng:ŋꬼ𝼇𝼔 num:ꝴ o:øɔɤɵɷᴏᴐᴑᴒᴓᴖᴗᶗⱺꝋꝍꞷꟁꟋꬽꬾꬿꭃꭄ𝼛 oe:œɶᴔꞝꭀꭁꭂꭢ oo:ꝏ ou:ȣᴕ p:ƥᴘᵱᵽᶈꝑꝓꝕꟼ ph:ɸⱷ q:ĸƽɋʠꝗꝙꞯ
qp:ȹ r:ɍɹɺɻɼɽɾɿʀʁᴙᴚᵲᵳᶉⱹꝛꞃꞧꭅꭆꭇꭉꭋꭌꭨ𝼈𝼕𝼖𝼨 rr:ꭈꭊ rum:ꝝꝵꝶ s:ȿʂᵴᶊẜẝꜱꞅꞩꟊꟌꟍꟗꟙ𝼞𝼩 sh:ƪʃʅʆᶋᶘꭍ𝼋𝼌 ss:ß
t:ŧƫƭȶʇʈᴛᵵⱦꞇ𝼉𝼍𝼪 tc:ʨ th:þᵺꝥꝧ thth:꟒ꟓ ts:ʦꭧ tsh:ʧ𝼗𝼜 tum:ꝷ tz:ꜩ u:ʉʊᴜᴝᴞᵾᵿᶙꞹꞿꭎꭏꭒ ue:ᵫꞟ ui:ꭐꭑ um:ꝸ
uo:ꭣ v:ʋʌᴠᶌỽⱱⱴꝟꝩ vy:ꝡ w:ƿʍᴡⱳꟃ ww:꟔ꟕ x:ᶍꭖꭗꭘꭙ y:ƴȝɏʎʏỿꭚ𝼆 z:ƨƶȥɀʐʑᴢᵶᶎⱬꝣ zh:ƹƺʒʓᴣᶚ𝼘 |:ǀ ||:ǁ σ:ς
`;
  const PLAIN = new Map(
    FOLDED.trim().split(/\s+/).flatMap((group) => {
      const [plain, characters] = group.split(":");
      return [...characters].map((each) => [each, plain]);
    }),
  );

  const form = document.querySelector(".undersigned-filter");
  if (!form) return;
  const { text, kind, country, version } = form.elements;
  // Where there is but one version, there is none to ask for.
  const FIELDS = ["text", "kind", "country", "version"].filter((name) => form.elements[name]);
  const status = form.querySelector("output");
  const reset = form.querySelector("[type=reset]");
  const idle = status.value;
  const results = document.querySelector(".undersigned-results");
  const groups = [...document.querySelectorAll(".undersigned-group")];
  const index = form.dataset.index && new URL(form.dataset.index, location.href);

  const language = document.documentElement.lang || "en";
  const plural = new Intl.PluralRules(language);
  const shown = (number) => number.toLocaleString(language);

  // What the page says of something, with what goes into the places of its words.
  const said = (name, places = {}) =>
    form.dataset[name].replace(/\{(\w+)\}/g, (_, place) => places[place]);

  // In the form that goes with a number, which is its {count}.
  function saidOf(name, number, places = {}) {
    const category = plural.select(number).replace(/^./, (first) => first.toUpperCase());
    const of = name + category;
    return said(of in form.dataset ? of : `${name}Other`, { count: shown(number), ...places });
  }

  let entries = index ? null : groups.flatMap(listed);
  let loading = null;
  let page = 1;
  let typing = 0;

  // Without regard to case, accents and strokes, as people type names.
  function folded(words) {
    const plain = words.replaceAll("´", "'").replace(/[™℠℡℻🄫🄬🄭🄮🅪🅫🅬]/gu, "®");
    const bare = plain.normalize("NFKD").replace(/\p{M}/gu, "");
    return bare.toLowerCase().replace(/[^\0-\x7f]/gu, (each) => PLAIN.get(each) ?? each);
  }

  // The entries of a group, as they stand on the page.
  function listed(group) {
    const value = (select, label) =>
      [...select.options].find((option) => option.text === label)?.value ?? "";
    return [...group.querySelectorAll(".undersigned-entry")].map((item) => {
      const part = (name) => item.querySelector(`.undersigned-entry__${name}`)?.textContent ?? "";
      const versions = [...item.querySelectorAll(".undersigned-entry__version")];
      const website = item.querySelector(".undersigned-entry__name a")?.href ?? "";
      return {
        item,
        words: folded(`${part("name")}\n${part("formerly")}\n${part("affiliation")}\n${website}`),
        kind: group.dataset.kind ?? value(kind, part("kind")),
        country: value(country, item.children[1].textContent),
        standing: group.dataset.kind ? "endorses" : "",
        versions: versions.length ? versions.map((each) => each.value) : [form.dataset.inForce],
      };
    });
  }

  // The entries of an index, in the order of its sheets.
  function unpacked(columns) {
    const [kinds, countries, versions] = columns.tables;
    let number = 0;
    return columns.sheets.flatMap(([address, count, standing]) =>
      Array.from({ length: count }, () => {
        const at = number++;
        const [name, website] = [columns.names[at], columns.websites[at]];
        const affiliation = columns.affiliations[at];
        const formerly = (columns.formerly[at] ?? []).join("\n");
        return {
          name, website, affiliation, address, standing,
          date: columns.dates[columns.signed[at]],
          grade: columns.grades[columns.known[at]],
          host: columns.hosts[at] || website.split("/")[0],
          evidence: whole(columns.evidence[at] ?? "", website),
          slug: columns.slugs[at],
          words: folded(`${name}\n${formerly}\n${affiliation}\n${website}`),
          kind: kinds[columns.kinds[at]],
          country: countries[columns.countries[at] - 1] ?? "",
          versions: [columns.versions[at], ...(columns.earlier[at] ?? [])].map((each) => versions[each]),
        };
      }),
    );
  }

  // An address of the index, which lacks what begins all, and the website where it lies under that.
  function whole(address, website) {
    if (!address) return "";
    const [, www, path] = /^(\.?)(\/.*)$/su.exec(address) ?? [];
    return `https://${path ? `${www && "www."}${website}${path}` : address}`;
  }

  async function load() {
    try {
      const answer = await fetch(index);
      if (!answer.ok) throw new Error(answer.statusText);
      entries = unpacked(await answer.json());
      refresh();
    } catch {
      loading = null;
      status.value = said("lost");
    }
  }

  function found() {
    const typed = folded(text.value).replace(/https?:\/\/(www\.)?/g, "");
    const words = typed.split(/\s+/).filter(Boolean);
    return entries.filter(
      (entry) =>
        (!kind.value || entry.kind === kind.value) &&
        (!country.value || entry.country === country.value) &&
        (!version?.value || entry.versions.includes(version.value)) &&
        words.every((word) => entry.words.includes(word)),
    );
  }

  function refresh() {
    const asked = FIELDS.some((name) => form.elements[name].value.trim());
    reset.hidden = !asked;
    if (!asked) return clear();
    if (!entries) {
      status.value = said("loading");
      loading ??= load();
      return;
    }
    const matching = found();
    const counted = (all) => all.filter((entry) => entry.standing === "endorses").length;
    const some = counted(matching);
    const apart = matching.length - some;
    const all = shown(counted(entries));
    const match = some ? saidOf("found", some, { all }) : said("none", { all });
    status.value = apart ? said("both", { found: match, apart: saidOf("apart", apart) }) : match;
    if (index) showResults(matching);
    else showListed(new Set(matching));
  }

  function clear() {
    status.value = idle;
    results.hidden = true;
    for (const group of groups) group.hidden = false;
    if (!index) showListed(new Set(entries));
  }

  function showListed(matching) {
    for (const entry of entries) entry.item.hidden = !matching.has(entry);
    for (const group of groups) {
      const count = group.querySelectorAll(".undersigned-entry:not([hidden])").length;
      group.querySelector("h2 span").textContent = shown(count);
      group.hidden = !count;
    }
  }

  function showResults(matching) {
    const last = Math.max(1, Math.ceil(matching.length / PAGE));
    page = Math.min(page, last);
    const start = (page - 1) * PAGE;
    const part = matching.slice(start, start + PAGE);
    results.querySelector("ol").replaceChildren(...part.map(drawn));
    const turning = results.querySelector("p");
    turning.hidden = last === 1;
    turning.querySelector("span").textContent = said("range", {
      first: shown(start + 1), last: shown(start + part.length),
    });
    const [back, on] = turning.querySelectorAll("button");
    [back.disabled, on.disabled] = [page === 1, page === last];
    results.hidden = !matching.length;
    for (const group of groups) group.hidden = true;
  }

  function element(name, part, words, ...inside) {
    const made = document.createElement(name);
    if (part) made.className = `undersigned-entry${part}`;
    if (words) made.textContent = words;
    made.append(...inside);
    return made;
  }

  function drawn(entry) {
    const label = (select, value) =>
      [...select.options].find((option) => option.value === value)?.text;
    const link = element("a", "", entry.name);
    link.href = new URL(`${entry.address}#${entry.slug || slugOf(entry.name)}`, index);
    const about = element("div", "", "", element("bdi", "__name", "", link));
    if (entry.affiliation) about.append(element("bdi", "__affiliation", entry.affiliation));
    about.append(element("span", "__kind", label(kind, entry.kind)));
    return element(
      "li", " ", "", about,
      element("div", "", entry.country && label(country, entry.country)),
      known(entry),
      graded(entry),
    );
  }

  function known({ date: [verb, date], standing }) {
    const cell = element("div", "", "", `${verb} `, element("time", "", date));
    // What is said of those who are listed and not counted.
    if (standing !== "endorses") cell.append(element("span", "__withdrawn", said(standing)));
    return cell;
  }

  // The words of a grade, with the host of the evidence between them, where it has one.
  function graded({ grade: [symbol, before, behind], host, evidence }) {
    const words = behind === null ? before : before + host + behind;
    const link = evidence && element("a", "", words);
    if (link) Object.assign(link, { href: evidence, rel: "nofollow noopener" });
    const shape = element("span", "", symbol);
    shape.setAttribute("aria-hidden", "true");
    return element("div", "__grade", "", shape, " ", link || words);
  }

  // As the generator makes it of an ordinary name; the index holds every other.
  function slugOf(name) {
    return name.toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
  }

  // The address keeps what is asked for, to be shared, reloaded and returned to. Typing makes one
  // step of the history, for a browser allows only so many.
  function remember(replaces) {
    clearTimeout(typing);
    typing = 0;
    const address = new URL(location.href);
    const state = { page: page > 1 ? page : "" };
    for (const name of FIELDS) state[name] = form.elements[name].value.trim();
    for (const [name, value] of Object.entries(state)) {
      if (value) address.searchParams.set(name, value);
      else address.searchParams.delete(name);
    }
    if (address.href === location.href) return;
    if (replaces && history.state?.typing) history.replaceState({ typing: true }, "", address);
    else history.pushState({ typing: replaces }, "", address);
  }

  function restore() {
    const asked = new URL(location.href).searchParams;
    for (const name of FIELDS) form.elements[name].value = asked.get(name) ?? "";
    page = Math.max(1, Number.parseInt(asked.get("page"), 10) || 1);
    refresh();
  }

  form.addEventListener("input", (event) => {
    page = 1;
    refresh();
    clearTimeout(typing);
    if (event.target === text) typing = setTimeout(remember, 400, true);
    else remember(false);
  });
  text.addEventListener("change", () => typing && remember(true));
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", (event) => {
    event.preventDefault();
    for (const name of FIELDS) form.elements[name].value = "";
    page = 1;
    refresh();
    remember(false);
    text.focus();
  });
  if (index) form.addEventListener("focusin", () => { if (!entries) loading ??= load(); });
  results.addEventListener("click", (event) => {
    const step = Number(event.target.closest("button")?.value ?? 0);
    if (!step) return;
    page += step;
    refresh();
    remember(false);
    results.focus();
  });
  addEventListener("popstate", restore);
  // Going back may bring up the page as it was kept, with an older filter's address.
  addEventListener("pageshow", (event) => event.persisted && restore());

  form.hidden = false;
  restore();
})();
