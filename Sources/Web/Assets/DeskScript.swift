/// The one script, in the binary, for the pages that follow what is typed. Every one of them works without it.
///
/// It sends the form to the address in `data-previews-at`, and puts the parts of the answer with `data-live` in place of
/// those with the same id: the server alone knows how anything is computed and written.
enum DeskScript {
  static let text = #"""
    "use strict";
    (() => {
      const form = document.querySelector("form[data-previews-at]");
      if (!form) return;
      const notice = document.getElementById("live-notice");
      const said = document.getElementById("live-said");
      for (const hint of document.querySelectorAll("[data-with-script]")) hint.hidden = false;

      let underway = null;

      // Sends what stands in the form, and shows the answer unless a newer question was asked meanwhile.
      async function look(action, focus) {
        underway?.abort();
        const mine = underway = new AbortController();
        const body = new URLSearchParams(new FormData(form));
        body.set("do", action);
        try {
          const answer = await fetch(form.dataset.previewsAt, {
            method: "POST", body, signal: mine.signal, credentials: "same-origin", redirect: "error",
          });
          const text = await answer.text();
          if (mine !== underway) return;
          const page = new DOMParser().parseFromString(text, "text/html");
          if (!answer.ok || !page.querySelector("form[data-previews-at]")) {
            tell(answer.status === 404
              ? "Your session has ended. What you typed is still here: sign in again in another window, then press a button here."
              : page.querySelector("main .trouble")?.textContent ?? "The desk could not answer. What is shown is from before.");
            return;
          }
          show(page, focus);
          tell("");
        } catch (error) {
          if (error.name === "AbortError" || mine !== underway) return;
          tell("The desk cannot be reached. What is shown is from before; what you typed is still here, and the buttons still send it.");
        } finally {
          if (mine === underway) { underway = null; form.removeAttribute("aria-busy"); }
        }
      }

      function tell(sentence) {
        if (notice.textContent === sentence) return;
        notice.textContent = sentence;
        notice.hidden = sentence === "";
      }

      function show(page, focus) {
        const active = document.activeElement;
        for (const part of document.querySelectorAll("[data-live]")) {
          const fresh = page.getElementById(part.id);
          if (!fresh || fresh.outerHTML === part.outerHTML) continue;
          // Somebody writes in it, or has folded it out: it keeps its place, and only its words change.
          if (part.contains(active) && active.matches("input, textarea")) continue;
          const had = part.contains(active) ? active : null;
          part.replaceWith(fresh);
          if (had) back(fresh, had);
        }
        const fields = page.querySelector("form[data-previews-at]").elements;
        for (const field of form.elements) {
          if (!field.name || field.name === "do" || field === document.activeElement && field.type === "text") continue;
          if (field.type === "radio" && field.dataset.metric !== undefined) {
            const fresh = [...fields].find((other) => other.name === field.name && other.value === field.value);
            if (fresh) field.checked = fresh.hasAttribute("checked");
          } else if (field.dataset.reads || field.type === "hidden") {
            const fresh = fields.namedItem(field.name);
            if (fresh && field.value !== fresh.value) field.value = fresh.value;
          }
        }
        const sentence = page.getElementById("live-said")?.textContent ?? "";
        if (said.textContent !== sentence) said.textContent = sentence;
        if (focus) document.getElementById(focus)?.focus();
      }

      // The focus goes to the same button, or to the part that it was in.
      function back(fresh, had) {
        const same = had.value && fresh.querySelector(`[value="${CSS.escape(had.value)}"]`);
        const place = same || (fresh.matches("[tabindex]") ? fresh : fresh.querySelector("[tabindex], button, a, summary"));
        place?.focus({ preventScroll: true });
      }

      form.addEventListener("input", (event) => {
        const field = event.target;
        if (field.dataset.reads) look(field.dataset.reads);
      });

      form.addEventListener("change", (event) => {
        const field = event.target;
        if (field.dataset.reads) look(field.dataset.reads);
        else if (field.dataset.metric !== undefined) look("buttons-" + field.name.split("-")[0]);
        else if (field.type === "radio" || field.type === "checkbox") look("look");
      });

      form.addEventListener("submit", (event) => {
        const button = event.submitter;
        if (!button || button.dataset.previews === undefined) return;
        event.preventDefault();
        look(button.value);
      });

      // In a metric, the letter of a value chooses it.
      form.addEventListener("keydown", (event) => {
        const field = event.target;
        if (field.type !== "radio" || event.ctrlKey || event.altKey || event.metaKey || event.key.length !== 1) return;
        const letter = event.key.toUpperCase();
        const chosen = [...form.elements].find((other) =>
          other.type === "radio" && other.name === field.name && other.dataset.letter === letter);
        if (!chosen) return;
        event.preventDefault();
        chosen.focus();
        if (!chosen.checked) chosen.click();
      });
    })();

    """#
}
