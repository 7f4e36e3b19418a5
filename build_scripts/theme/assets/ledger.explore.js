/* Lists that filter, sort and group on the page. The state lives in the address, so it can be sent, and back and
   forward walk through it. Without scripts the lists are whole, and the register filters by its style sheet.
   A control called "verdict" looks at the rows' data-v, and so on: by its first letter. */
(() => {
  const form = document.querySelector("form.filters")
  const list = document.querySelector(".listed")
  const status = form.querySelector("[role=status]")
  const none = document.querySelector(".none")
  const rows = [...list.querySelectorAll("[data-v]")]
  const groups = [...list.querySelectorAll(".group")]
  const homes = new Map(rows.map(row => [row, row.parentNode]))
  const texts = new Map(rows.map(row => [row, row.textContent.toLowerCase().replace(/\s+/g, " ")]))
  const names = [...new Set([...form.elements].map(control => control.name).filter(Boolean))]
  const facets = names.filter(name => name !== "text" && name !== "by")
  const choices = name => [...form.querySelectorAll(`input[name=${name}], select[name=${name}] option`)]
  const told = (row, name) => (row.dataset[name[0]] ?? homes.get(row).dataset[name[0]] ?? "").split(" ")
  let made = []
  let grouped = ""

  // --- grouping: rows move, they are not copied ------------------------------------------------------
  const heading = choice => {
    const title = document.createElement("h2")
    const words = (choice.localName === "option" ? choice : choice.nextElementSibling).cloneNode(true)
    words.querySelector("b")?.remove()
    title.append(...words.childNodes)
    return title
  }
  const section = (choice, held) => {
    const group = document.createElement("section")
    group.className = "group"
    const inner = homes.get(held[0]).localName === "ul" ? document.createElement("ul") : group
    if (inner !== group) inner.className = "plainlist"
    group.append(heading(choice))
    if (inner !== group) group.append(inner)
    inner.append(...held)
    return group
  }
  const group = by => {
    if (by === grouped) return
    grouped = by
    for (const row of rows) homes.get(row).append(row)
    for (const old of made) old.remove()
    for (const own of groups) by ? own.remove() : list.append(own)
    const order = row => Number(row.querySelector("[data-count^='number,']").value)
    const sorted = { order: (a, b) => order(a) - order(b), label: (a, b) => texts.get(a).localeCompare(texts.get(b)) }[by]
    const parts = sorted ? [[choices("by").find(choice => choice.value === by), rows.toSorted(sorted)]]
      : by ? choices(by).filter(c => c.value).map(c => [c, rows.filter(row => told(row, by)[0] === c.value)]) : []
    made = parts.filter(([, held]) => held.length).map(([choice, held]) => section(choice, held))
    list.append(...made)
  }

  // --- filtering ----------------------------------------------------------------------------------------
  const apply = () => {
    const wanted = new FormData(form)
    const words = (wanted.get("text") ?? "").toLowerCase().split(/\s+/).filter(Boolean)
    let shown = 0
    group(wanted.get("by") ?? "")
    for (const row of rows) {
      row.hidden = !facets.every(name => !wanted.get(name) || told(row, name).includes(wanted.get(name)))
        || !words.every(word => texts.get(row).includes(word))
      shown += !row.hidden
    }
    for (const part of list.querySelectorAll(".group")) part.hidden = !part.querySelector("[data-v]:not([hidden])")
    none.hidden = shown > 0
    if (location.search || status.textContent) status.textContent = `${shown} of ${rows.length} shown`
  }

  // --- the address ----------------------------------------------------------------------------------------
  const read = () => {
    const asked = new URLSearchParams(location.search)
    for (const name of names) {
      const value = asked.get(name) ?? ""
      const chosen = choices(name).find(choice => choice.value === value) ?? choices(name)[0]
      if (name === "text") form.elements.text.value = value
      else chosen[chosen.localName === "option" ? "selected" : "checked"] = true // a group of radios ignores ""
    }
    apply()
  }
  const write = how => {
    const asked = new URLSearchParams([...new FormData(form)].filter(([, value]) => value))
    history[how](null, "", asked.size ? `?${asked}` : location.pathname)
    apply()
  }
  form.addEventListener("input", event => write(event.target.name === "text" ? "replaceState" : "pushState"))
  form.addEventListener("submit", event => event.preventDefault())
  addEventListener("popstate", read)
  addEventListener("pageshow", event => event.persisted && read())
  read()
})()
