/* For those who come by the address of an older version (?v=1): what has changed since, out of the page's own history,
   which stands there without scripts too. Loaded only by pages that have one. */
(() => {
  const asked = Number(new URLSearchParams(location.search).get("v"))
  const point = document.getElementById(location.hash.slice(1))?.closest(".point")
  const since = [...(point ?? document).querySelectorAll(".plainlist li[id]")]
    .filter(entry => Number((point ? /-v(\d+)$/ : /^v(\d+)$/).exec(entry.id)?.[1]) > asked)
  if (!(asked >= 1) || !since.length) return
  const notice = document.createElement("section")
  notice.className = "since"
  notice.setAttribute("aria-label", "Changes since your version")
  const title = document.createElement("p")
  title.className = "h"
  title.textContent = `Changed since version ${asked}, which you were sent to`
  const list = document.createElement("ul")
  list.className = "plainlist"
  for (const entry of since) {
    const copy = entry.cloneNode(true)
    copy.removeAttribute("id")
    list.append(copy)
  }
  notice.append(title, list)
  if (point) point.querySelector("h2").after(notice)
  else document.querySelector(":is(.factpage, .reg-top, .chartpage, .chap, .hero)").before(notice)
})()
