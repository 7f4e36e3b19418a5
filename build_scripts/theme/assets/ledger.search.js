/* The search worker: Material's own, with rules of its own around it, the same for index and query.
   - A figure is one word in every spelling: "50 billion", "50bn"; "5.3 percent", "5.3%"; "728,558"; "500 亿元".
   - Chinese has no spaces: every run of it is cut into overlapping pairs of characters.
   - A whole word counts more than a beginning; an entry that holds all words comes before one that holds some,
     and the very name that was asked for before all. What nothing holds is asked again with a letter wrong.
   - A result shows the lines in which the words stand. Its text is escaped; search words are not shown.
   Material's worker stands in this worker's address after "#". */
(() => {
  const JOINER = "\u2060" // inside a pair: keeps Material from cutting it again
  const GAP = "\u2028" // in a text: something was left out of a sentence (search.py)
  const LINES = 2, BEFORE = 90 // lines of a result; characters before the first word that was found
  const STOP = new Set(("a an and are as at be by do does for from has how in is it its of on or our that the this to " +
    "was we were what when where which who why will with you your").split(" "))
  const SCALES = {
    trillion: "tn", trn: "tn", tn: "tn", billion: "bn", bln: "bn", bn: "bn", million: "mn", mln: "mn", mn: "mn", m: "mn",
    percent: "%", "per cent": "%", pct: "%", "％": "%",
  }

  // --- words of a text ---------------------------------------------------------------------------------
  const HAN = "\\p{sc=Han}"
  const LETTER = `(?!${HAN})\\p{L}`
  const SCALE = `(?:trillion|trn|tn|billion|bln|bn|million|mln|mn|percent|per cent|pct)(?!\\p{L})|[%％]`
  const TOKEN = new RegExp(
    `(${HAN}+)` + // Chinese
    `|(\\d[\\d,]*(?:\\.\\d+)?)(?:\\s*(${SCALE}|万亿|${HAN})(?:${HAN}(?!${HAN}))?|(m)(?!\\p{L}))?` + // a figure
    `|${LETTER}(?:(?!${HAN})[\\p{L}\\p{N}&]|\\.(?=\\p{L}))*`, // a word
    "giu",
  )
  const han = text => (text.match(new RegExp(`${HAN}+`, "gu")) ?? []).join("")
  const pairs = run => run.length < 2 ? [run] : Array.from({ length: run.length - 1 }, (_, i) => run[i] + JOINER + run[i + 1])
  const figure = (digits, scale = "") => digits.replaceAll(",", "") + (SCALES[scale.toLowerCase()] ?? scale)

  /** What an occurrence of TOKEN is called in the index: several names for a run of Chinese. */
  const names = (token, run, digits, scale, m) => run ? pairs(run) : digits ? [figure(digits, scale ?? m)] : [token.toLowerCase()]
  const words = text => [...text.replace(/['’]s\b/g, "").matchAll(TOKEN)].flatMap(match => names(...match))
  /** Those of them that the engine would not find by itself. */
  const rare = text => words(text).filter(word => /^\d/.test(word) || word.includes(JOINER))

  // --- index -------------------------------------------------------------------------------------------
  const safe = text => text.replace(/&(?=#?\w+;)/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;")
  const entries = new Map()
  const prepared = ({ config, docs, options }) => ({
    options,
    // Words such as "about" are left out of queries, not of the index: a title may consist of them.
    config: { ...config, pipeline: [], fields: { ...config.fields, more: { boost: 1 } } },
    docs: docs.map(({ text: raw, ...doc }) => {
      const text = raw.replaceAll(GAP, "")
      entries.set(doc.location, { title: doc.title, text })
      const tags = [...new Set([...doc.tags, ...[doc.title, ...doc.tags].flatMap(rare)])]
      return { ...doc, tags, title: safe(doc.title), text: safe(text), more: [...new Set(rare(text))] }
    }),
  })

  // --- query -------------------------------------------------------------------------------------------
  /** The beginning that singular and plural share. */
  const stem = word => /[^aeiou]ies$/.test(word) ? word.slice(0, -3) : /[^su]s$/.test(word) && word.length > 4 ? word.slice(0, -1) : word

  let asked = [], chinese = ""
  const clauses = query => {
    const all = words(query)
    const telling = all.filter(word => !STOP.has(word))
    asked = [...new Set(telling.length ? telling : all)]
    chinese = han(query)
    return asked.map(word => `${word}^3 ${stem(word)}`).join(" ") // Material adds the asterisk of a beginning
  }
  const guesses = () => asked.filter(word => /^\p{L}{5,}$/u.test(word)).map(word => `${word}~1`).join(" ")

  // --- results -----------------------------------------------------------------------------------------
  const begins = word => asked.some(one => word.startsWith(stem(one)))
  /** How much of a name the query is, of its words or of its Chinese: 1 is the very name that was asked for. */
  const named = name => {
    const own = han(name)
    const others = words(name).filter(word => !word.includes(JOINER) && (!STOP.has(word) || asked.includes(word)))
    return Math.max(
      others.filter(begins).length / (others.length || 1),
      chinese && own.includes(chinese) ? chinese.length / own.length : 0,
    )
  }

  const marked = line => {
    let hits = 0
    const mark = text => { hits++; return `<mark>${text}</mark>` }
    const html = safe(line).replace(TOKEN, (token, run, ...rest) => {
      if (!run) return begins(names(token, run, ...rest)[0]) ? mark(token) : token
      const found = [...run].map((_, i) => i + 1 < run.length && asked.includes(run[i] + JOINER + run[i + 1]))
      return [...run].map((char, i) => found[i] || found[i - 1] ? mark(char) : char).join("").replaceAll("</mark><mark>", "")
    })
    return { hits, html }
  }
  const cut = html => {
    const at = html.indexOf("<mark>")
    return at < 2 * BEFORE ? html : `… ${html.slice(html.indexOf(" ", at - BEFORE) + 1)}`
  }
  const shown = text => {
    const lines = text.split("\n").map(marked)
    const hit = lines.filter(line => line.hits)
    const told = hit.filter(line => /[.?!]$/.test(line.html)) // sentences rather than labels
    const best = (told.length ? told : hit).sort((a, b) => b.hits - a.hits).slice(0, LINES)
    return lines.filter((line, i) => best.length ? best.includes(line) : !i).map(line => `<p>${cut(line.html)}</p>`).join("")
  }
  const judged = ({ location, terms, score }) => {
    const { title, text } = entries.get(location)
    const found = Object.values(terms)
    const share = found.length ? found.filter(Boolean).length / found.length : 0
    const name = Math.max(named(title), named(text.split("\n")[0]))
    return {
      location,
      terms: Object.fromEntries(Object.entries(terms).map(([word, hit]) => [word.replace(JOINER, ""), hit])),
      score: score * share ** 4 * (1 + 4 * name ** 2),
      title: marked(title).html,
      text: shown(text),
    }
  }
  const best = (a, b) => b.score - a.score
  const ranked = groups => groups.map(group => group.map(judged).sort(best)).sort(([a], [b]) => best(a, b))

  // --- between the page and Material's worker ----------------------------------------------------------
  const SETUP = 0, QUERY = 2, RESULT = 3 // its messages
  const hand = (type, data) => dispatchEvent(new MessageEvent("message", { data: { type, data } }))
  let guessing = false

  addEventListener("message", event => {
    if (!event.isTrusted) return // handed on by us
    event.stopImmediatePropagation()
    const { type, data } = event.data
    guessing = false
    hand(type, type === SETUP ? prepared(data) : type === QUERY ? clauses(data) : data)
  })

  const post = self.postMessage.bind(self)
  self.postMessage = ({ type, data }) => {
    if (type !== RESULT) return post({ type, data })
    if (data.items.length || guessing || !guesses()) return post({ type, data: { ...data, items: ranked(data.items) } })
    guessing = true
    hand(QUERY, guesses())
  }

  importScripts(new URL(self.location.hash.slice(1), self.location))
})()
