// Ties the two sides of an import: what was understood (data-lines="from-to") and the source lines (data-line).
(() => {
    if (window.koplanLightUp) return;
    window.koplanLightUp = true;

    const lines = (element) => element.dataset.lines.split('-').map(Number);
    const clear = () => document.querySelectorAll('.lit').forEach((element) => element.classList.remove('lit'));

    function light(from, to, scroll) {
        for (let number = from; number <= to; number++) {
            const line = document.querySelector(`[data-line="${number}"]`);
            if (!line) continue;
            line.classList.add('lit');
            if (scroll && number === from) {
                const list = line.parentElement;
                list.scrollTo({ top: line.offsetTop - list.offsetTop - list.clientHeight / 3 });
            }
        }
    }

    function show(target) {
        if (!(target instanceof Element)) return;
        const understood = target.closest('[data-lines]');
        const line = target.closest('[data-line]');
        if (!understood && !line) return;
        clear();
        if (understood) {
            understood.classList.add('lit');
            light(...lines(understood), true);
        } else {
            const number = Number(line.dataset.line);
            line.classList.add('lit');
            document.querySelectorAll('.record [data-lines]').forEach((element) => {
                const [from, to] = lines(element);
                if (from <= number && number <= to) element.classList.add('lit');
            });
        }
    }

    document.addEventListener('mouseover', (event) => show(event.target));
    document.addEventListener('focusin', (event) => show(event.target));
    new MutationObserver(() => {
        const asked = document.querySelector('[data-lit]');
        if (asked && asked.dataset.lines !== asked.dataset.lit) {
            asked.dataset.lit = asked.dataset.lines;
            show(asked);
        }
    }).observe(document.body, { childList: true, subtree: true });
})();
