// Charts: the nearest mark's words beside it, by mouse, touch and keyboard. Without this file charts are complete.
(() => {
  for (const svg of document.querySelectorAll("svg.chart")) {
    const marks = [...svg.querySelectorAll("[role=img][aria-label]")];
    const figure = svg.closest("figure");
    if (!marks.length || !figure) continue;
    const tip = figure.querySelector(".tip") || figure.appendChild(document.createElement("output"));
    tip.className = "tip";
    svg.setAttribute("tabindex", "0");
    let on = -1;

    const leave = () => {
      if (marks[on]) marks[on].classList.remove("on");
      on = -1;
      tip.textContent = "";
    };
    const put = (box, text) => {
      const frame = figure.getBoundingClientRect();
      tip.textContent = text;
      const x = box.left + box.width / 2 - tip.offsetWidth / 2 - frame.left;
      const above = box.top - frame.top - tip.offsetHeight - 8;
      tip.style.left = Math.max(0, Math.min(x, frame.width - tip.offsetWidth)) + "px";
      tip.style.top = (box.top - tip.offsetHeight < 8 ? box.bottom - frame.top + 8 : above) + "px";
    };
    const go = (n) => {
      if (n === on) return;
      leave();
      on = n;
      marks[n].classList.add("on");
      put(marks[n].getBoundingClientRect(), marks[n].getAttribute("aria-label"));
    };
    const near = (event) => {
      let best = -1, least = 1600;
      marks.forEach((mark, n) => {
        const b = mark.getBoundingClientRect();
        const dx = Math.max(b.left - event.clientX, 0, event.clientX - b.right);
        const dy = Math.max(b.top - event.clientY, 0, event.clientY - b.bottom);
        const d = dx * dx + dy * dy;
        if (d < least) [best, least] = [n, d];
      });
      if (best < 0) leave(); else go(best);
    };

    svg.addEventListener("pointermove", near);
    svg.addEventListener("pointerdown", near);
    // A finger that is lifted has read nothing yet: its words stay until it touches elsewhere.
    svg.addEventListener("pointerleave", (event) => { if (event.pointerType === "mouse") leave(); });
    document.addEventListener("pointerdown", (event) => { if (on >= 0 && !svg.contains(event.target)) leave(); });
    svg.addEventListener("focus", () => {
      if (svg.matches(":focus-visible") && on < 0) put(svg.getBoundingClientRect(), "Arrow keys read the marks, Escape leaves.");
    });
    svg.addEventListener("blur", leave);
    svg.addEventListener("keydown", (event) => {
      const last = marks.length - 1;
      const to = { ArrowRight: on + 1, ArrowDown: on + 1, ArrowLeft: on < 0 ? last : on - 1, ArrowUp: on < 0 ? last : on - 1, Home: 0, End: last }[event.key];
      if (event.key === "Escape") leave();
      else if (to !== undefined) { event.preventDefault(); go(Math.max(0, Math.min(to, last))); }
    });
  }
})();
