/* The site's own script: the colour scheme before the first paint, and the search when it is first used.
   Reading needs neither. */
(() => {
  const root = document.documentElement
  root.classList.replace("no-js", "js")

  // --- choices of the reader. Storage can be forbidden; then a choice lasts as long as the page ---------
  const recall = name => { try { return localStorage.getItem(name) } catch { return null } }
  const keep = (name, choice) => {
    try { choice ? localStorage.setItem(name, choice) : localStorage.removeItem(name) } catch { /* forbidden */ }
  }

  // --- scheme: the reader's choice, else the system's -----------------------------------------------
  const ATTRIBUTE = "data-md-color-scheme" // the name that Material's own pages use
  const system = matchMedia("(prefers-color-scheme: dark)")
  const wear = scheme => scheme ? root.setAttribute(ATTRIBUTE, scheme) : root.removeAttribute(ATTRIBUTE)
  const isDark = () => root.hasAttribute(ATTRIBUTE) ? root.getAttribute(ATTRIBUTE) === "slate" : system.matches

  wear(recall("scheme"))

  const mountScheme = button => {
    const tell = () => button.setAttribute("aria-pressed", isDark())
    button.addEventListener("click", () => {
      const dark = !isDark()
      // Choosing what the system has anyway means following it again.
      const scheme = dark === system.matches ? null : dark ? "slate" : "default"
      keep("scheme", scheme)
      wear(scheme)
      tell()
    })
    system.addEventListener("change", tell)
    tell()
  }

  // --- search: Material's script, worker and index, fetched when the field is first used ----------------
  const TYPING = "textarea,select,[contenteditable],input:not([type=radio],[type=checkbox])"

  const mountSearch = find => {
    const form = find.querySelector("form")
    const field = find.querySelector("[type=search]")
    const toggle = find.querySelector("[data-md-toggle=search]")
    // A page opened from disk may not start a worker: the form leads to the register, as it does without scripts.
    if (!form.dataset.engine || location.protocol === "file:") return

    const close = () => toggle.checked && toggle.click()
    const wake = () => {
      const script = document.createElement("script")
      script.src = form.dataset.engine
      document.body.append(script)
      document.addEventListener("pointerdown", event => find.contains(event.target) || close())
    }

    // Of Material's one-letter shortcuts only "/" stays, and it can be switched off: such keys catch speech input
    // (WCAG 2.1.4). Material listens on window, so an event that ends here never reaches it.
    const key = document.querySelector(".slash")
    key.setAttribute("aria-pressed", recall("slash") !== "off")
    key.addEventListener("click", () => {
      const on = key.getAttribute("aria-pressed") !== "true"
      keep("slash", on ? null : "off")
      key.setAttribute("aria-pressed", on)
    })
    document.addEventListener("keydown", event => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest(TYPING)) return
      if ("fs/pn,.".includes(event.key)) event.stopPropagation()
      if (event.key === "/" && key.getAttribute("aria-pressed") === "true") {
        event.preventDefault()
        field.focus()
        field.select()
      }
    })

    if (document.activeElement === field || new URLSearchParams(location.search).has("q")) wake()
    else field.addEventListener("focus", wake, { once: true })
    // Material looks at the field after keys only; words also come by pasting, speech and input methods.
    field.addEventListener("input", () => field.dispatchEvent(new Event("keyup")))
    form.addEventListener("submit", event => {
      event.preventDefault()
      field.focus()
    })
  }

  document.addEventListener("DOMContentLoaded", () => {
    mountScheme(document.querySelector(".tone"))
    mountSearch(document.querySelector("[data-md-component=search]"))
  })
})()
