/* The search worker: Material's own, with rules of its own around it, the same for index and query.
   - Figures are one word in every spelling: "50 billion", "50bn"; "5.3 percent", "5.3%"; "728,558"; "500 亿元".
   - Chinese has no spaces: every run is cut into overlapping pairs of characters.
   - A whole word counts more than a beginning; an entry that holds all words comes before one that holds some.
   - Results show the lines in which the words stand. Their text is escaped, search words are not shown.
   Material's worker stands in this worker's address after "#". */
(() => {
  const SETUP = 0, QUERY = 2, RESULT = 3 // its messages
  const SCALES = { trillion: "tn", trn: "tn", tn: "tn", billion: "bn", bln: "bn", bn: "bn", million: "mn", mln: "mn", mn: "mn", m: "mn" }
  const FIGURE = /(?<![\p{L}\d])(\d[\d,]*(?:\.\d+)?)(?:\s*(万亿|\p{sc=Han}|(?:trillion|trn|tn|billion|bln|bn|million|mln|mn|per ?cent|pct)(?!\p{L})|[%％])|(m)(?!\p{L}))?/giu
  const HAN = /\p{sc=Han}+/gu
  const WORD = /[\p{L}\p{N}&.]+/gu
  const JOINER = "\u2060" // keeps Material from cutting pairs again
  const GAP = "\u2028" // where something was left out of a sentence (search.py)
  const STOP = new Set("a an and are as at be by do does for from has how in is it its of on or our that the this to was we were what when where which who why will with you your".split(" "))
  const MARKED = 2, BEFORE = 90 // lines of a result; characters before the first word found

  const figure = (_, digits, word = "", m = "") => {
    const scale = (word || m).toLowerCase()
    const ending = /^(per ?cent|pct|[%％])$/.test(scale) ? "%" : SCALES[scale] ?? scale
    return digits.replace(/,(?=\d{3})/g, "").replace(/,$/, "") + ending
  }
  const pairs = run => run.length < 2 ? [] : Array.from({ length: run.length - 1 }, (_, i) => run[i] + JOINER + run[i + 1])

  /** Figures and Chinese of a text, each in its one spelling; and what is left of the text. */
  const read = text => {
    const words = []
    const rest = text
      .replace(FIGURE, (...match) => { words.push(figure(...match)); return " " })
      .replace(HAN, run => { words.push(...pairs(run)); return run.length < 2 ? run : " " })
    return { words, rest }
  }

  const safe = text => text.replace(/&(?=#?\w+;)/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;")

  // --- index ---------------------------------------------------------------------------------------
  const texts = new Map()
  const prepared = ({ config, docs, options }) => ({
    options,
    // Words such as "about" are left out of queries (STOP), not of the index: a title may consist of them.
    config: { ...config, pipeline: [], fields: { ...config.fields, more: { boost: 1 } } },
    docs: docs.map(({ text, ...rest }) => {
      const doc = { ...rest, text: text.replaceAll(GAP, "") }
      texts.set(doc.location, doc)
      return {
        ...doc,
        title: safe(doc.title),
        text: safe(doc.text),
        tags: [...new Set([...doc.tags, ...[doc.title, ...doc.tags].flatMap(text => read(text).words)])],
        more: [...new Set(read(doc.text).words)],
      }
    }),
  })

  const listed = text => (text.toLowerCase().replace(/['’]s\b/g, "").match(WORD) ?? []).map(word => word.replace(/^\.+|\.+$/g, "")).filter(Boolean)

  // --- query ---------------------------------------------------------------------------------------
  /** The beginning that singular and plural share. */
  const stem = word => /[^aeiou]ies$/.test(word) ? word.slice(0, -3) : /[^su]s$/.test(word) && word.length > 4 ? word.slice(0, -1) : word

  let asked = [], typed = ""
  const clauses = query => {
    const { words, rest } = read(query)
    const left = listed(rest)
    typed = (query.match(HAN) ?? []).join("")
    const telling = left.filter(word => !STOP.has(word))
    asked = [...new Set([...words, ...(telling.length || words.length ? telling : left)])]
    return asked.map(word => `${word}^3 ${stem(word)}`).join(" ") // Material adds the asterisk
  }

  /** How much of a name the query is, of its words or of its Chinese: 1 is the very name that was asked for. */
  const named = name => {
    const words = listed(name.replace(HAN, " ")).filter(word => !STOP.has(word) || asked.includes(word))
    const chinese = (name.match(HAN) ?? []).join("")
    return Math.max(
      words.filter(word => asked.some(one => word.startsWith(stem(one)))).length / (words.length || 1),
      typed && chinese.includes(typed) ? typed.length / chinese.length : 0,
    )
  }

  // --- results -------------------------------------------------------------------------------------
  const TOKEN = new RegExp(`${FIGURE.source}|${HAN.source}|[\\p{L}][\\p{L}\\p{N}&]*`, "giu")
  const marked = line => {
    let hits = 0
    const html = line.split(/([<>])/).map(piece => safe(piece)).join("").replace(TOKEN, (token, ...match) => {
      const hit = part => { hits++; return `<mark>${part}</mark>` }
      const low = token.toLowerCase()
      if (/^\p{sc=Han}/u.test(token)) {
        const runs = asked.filter(word => word.includes(JOINER)).map(word => word.replace(JOINER, ""))
        return [...token].map((char, i) => runs.some(pair => token.slice(i, i + 2) === pair || token.slice(i - 1, i + 1) === pair) ? hit(char) : char).join("").replaceAll("</mark><mark>", "")
      }
      return (/^\d/.test(token) ? asked.includes(figure(token, ...match)) : asked.some(word => low.startsWith(stem(word)))) ? hit(token) : token
    })
    return { html, hits }
  }
  const cut = html => {
    const at = html.indexOf("<mark>")
    return at < BEFORE + 60 ? html : `… ${html.slice(html.indexOf(" ", at - BEFORE) + 1)}`
  }
  const shown = text => {
    const lines = text.split("\n").map(marked)
    const best = lines.filter(line => line.hits).sort((a, b) => b.hits - a.hits).slice(0, MARKED)
    return (best.length ? lines.filter(line => best.includes(line)) : lines.slice(0, 1)).map(line => `<p>${cut(line.html)}</p>`).join("")
  }
  const ranked = groups => groups
    .map(group => group.map(({ tags, more, boost, ...item }) => {
      const found = Object.values(item.terms)
      const { title, text } = texts.get(item.location)
      return {
        ...item,
        score: item.score * (found.length ? found.filter(Boolean).length / found.length : 0) ** 4 * (1 + 4 * Math.max(named(title), named(text.split("\n")[0])) ** 2),
        terms: Object.fromEntries(Object.entries(item.terms).map(([word, hit]) => [word.replace(JOINER, ""), hit])),
        title: marked(title).html,
        text: shown(text),
      }
    }).sort((a, b) => b.score - a.score))
    .sort((a, b) => b[0].score - a[0].score)

  /** Words that nothing holds, asked once more with a letter wrong. */
  const guessed = () => asked.filter(word => /^\p{L}{5,}$/u.test(word)).map(word => `${word}~1`).join(" ")
  let guessing = false

  // --- between the page and Material's worker ------------------------------------------------------
  addEventListener("message", event => {
    if (!event.isTrusted) return
    event.stopImmediatePropagation()
    const { type, data } = event.data
    guessing = false
    ask(type, type === SETUP ? prepared(data) : type === QUERY ? clauses(data) : data)
  })
  const ask = (type, data) => dispatchEvent(new MessageEvent("message", { data: { type, data } }))
  const post = self.postMessage.bind(self)
  self.postMessage = message => {
    if (message.type !== RESULT) return post(message)
    const { items } = message.data
    if (!items.length && !guessing && guessed()) {
      guessing = true
      return ask(QUERY, guessed())
    }
    post({ ...message, data: { ...message.data, items: ranked(items) } })
  }
  importScripts(new URL(self.location.hash.slice(1), self.location))
})()
