// The light page of a member works without this. With it, what is typed is stored within a second, waits in this device
// while the server cannot be reached, and a form is sent once however often its button is pressed.
(() => {
    const WAIT_MS = 400;
    const LONGEST_WAIT_MS = 800;
    const ANSWER_WITHIN_MS = 10_000;
    const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

    document.querySelectorAll('form').forEach((form) => {
        let sent = false;
        form.addEventListener('submit', async (event) => {
            if (sent || !fits(form)) return event.preventDefault();
            sent = true;
            event.submitter?.setAttribute('aria-busy', 'true');
            if (!draft?.waits(form)) return;
            event.preventDefault(); // a text on its way would be taken for somebody else's
            await Promise.race([draft.settled(), pause(3000)]);
            sent = false;
            form.requestSubmit(event.submitter);
            sent = true;
        });
        window.addEventListener('pageshow', () => {
            sent = false;
            form.querySelectorAll('[aria-busy]').forEach((button) => button.removeAttribute('aria-busy'));
        });
    });

    function fits(form) {
        const input = form.querySelector('input[type=file]');
        const file = input?.files[0];
        if (!file || file.size <= Number(form.dataset.most)) return true;
        const wrong = document.getElementById('file-wrong');
        wrong.textContent = form.dataset.tooBig;
        wrong.hidden = false;
        input.setAttribute('aria-invalid', 'true');
        input.focus();
        return false;
    }

    const draft = (() => {
        const form = document.querySelector('form[data-part]');
        const field = form?.querySelector('textarea');
        if (!field) return null;
        const base = form.elements.base;
        const state = document.getElementById('state');
        const conflict = document.getElementById('conflict');
        const theirs = document.getElementById('theirs');
        const prefix = `koplan-part:${form.dataset.key}:`;
        const key = prefix + Math.random().toString(36).slice(2);
        let under = null; // sent and not answered: it goes again before anything newer
        let busy = false;
        let timer = 0;
        let firstKey = 0;
        let failures = 0;
        let undecided = !conflict.hidden;

        form.querySelectorAll('[data-script]').forEach((part) => { part.hidden = false; });
        form.querySelectorAll('[data-plain]').forEach((part) => { part.hidden = true; });

        function say(kind, text) {
            state.dataset.state = kind;
            state.textContent = text;
            if (kind === 'saving' || kind === 'saved') state.removeAttribute('role');
            else state.setAttribute('role', 'alert');
        }
        const dirty = () => field.value !== base.value;
        function remember() {
            try {
                const from = under ? under.base : base.value;
                if (under || dirty()) localStorage.setItem(key, JSON.stringify({ base: from, text: field.value, at: Date.now() }));
                else localStorage.removeItem(key);
            } catch { // full or forbidden: the text is in the field and on its way
            }
        }
        function later(delay) {
            clearTimeout(timer);
            timer = setTimeout(send, delay);
        }
        async function send() {
            if (busy || undecided || (!under && !dirty())) return;
            busy = true;
            firstKey = 0;
            under ??= { base: base.value, text: field.value };
            say('saving', form.dataset.saving);
            const body = new URLSearchParams(under);
            body.set('lang', document.documentElement.lang);
            for (const name of ['member', '_csrf']) if (form.elements[name]) body.set(name, form.elements[name].value);
            let failed = null;
            try {
                const answer = await fetch(form.dataset.draft, { method: 'POST', body, redirect: 'error', signal: AbortSignal.timeout(ANSWER_WITHIN_MS) });
                if (answer.ok) take(await answer.json());
                else if (answer.status === 409) ask(await answer.json());
                else if (answer.status === 422) failed = (await answer.json()).said;
                else failed = answer.status < 500 ? form.dataset.closed : form.dataset.offline;
                if (answer.status === 422) under = null;
            } catch {
                failed = form.dataset.offline;
            }
            busy = false;
            remember();
            if (failed) {
                say('offline', failed);
                later(Math.min(8000, 1000 * 2 ** failures++));
            } else {
                failures = 0;
                if (!undecided && dirty()) later(WAIT_MS);
            }
        }
        function take(stored) {
            if (field.value === under.text) {
                if (stored.text !== field.value) {
                    const at = field.selectionStart;
                    field.value = stored.text;
                    field.setSelectionRange(at, at);
                }
                base.value = field.value;
                say('saved', stored.said);
            } else {
                base.value = under.text;
            }
            under = null;
        }
        function ask(stored) {
            under = null;
            undecided = true;
            theirs.textContent = stored.text;
            conflict.hidden = false;
            say('undecided', stored.said);
        }
        function decide(text) {
            base.value = theirs.textContent;
            field.value = text;
            undecided = false;
            conflict.hidden = true;
            state.textContent = '';
            field.focus();
            remember();
            later(0);
        }
        document.getElementById('keep').addEventListener('click', () => decide(field.value));
        document.getElementById('take').addEventListener('click', () => decide(theirs.textContent));

        field.addEventListener('input', () => {
            remember();
            firstKey ||= Date.now();
            later(Math.min(WAIT_MS, firstKey + LONGEST_WAIT_MS - Date.now()));
        });
        window.addEventListener('online', () => later(0));
        document.addEventListener('visibilitychange', () => { if (document.hidden) send(); });

        /** What an earlier page of this device did not bring to the server; pages that are open see to their own. */
        async function restore() {
            const open = new Set((await navigator.locks?.query())?.held.map((lock) => lock.name));
            const left = Object.keys(localStorage).filter((name) => name.startsWith(prefix) && name !== key && !open.has(name));
            const entries = left.map((name) => JSON.parse(localStorage.getItem(name))).sort((one, other) => other.at - one.at);
            left.forEach((name) => localStorage.removeItem(name));
            const entry = entries.find(({ text }) => text.trim() !== field.value.trim());
            if (!entry || dirty() || undecided) return;
            base.value = entry.base;
            field.value = entry.text;
            remember();
            say('saving', form.dataset.restored);
            later(0);
        }
        navigator.locks?.request(key, () => new Promise(() => {}));
        restore().catch(() => {});

        // The other fields wait in this tab; what the page shows after a button counts more.
        const others = [...form.elements].filter((input) => input.matches('[type=text], [type=number], [type=checkbox]'));
        const store = prefix + 'fields';
        const value = (input) => (input.type === 'checkbox' ? input.checked : input.value);
        try {
            const kept = JSON.parse(sessionStorage.getItem(store));
            if (form.dataset.fresh && kept?.seen === form.elements.seen.value && kept.values.length === others.length) {
                others.forEach((input, index) => {
                    if (input.type === 'checkbox') input.checked = kept.values[index];
                    else input.value = kept.values[index];
                    if (value(input) && value(input) !== (input.type === 'checkbox' ? input.defaultChecked : input.defaultValue)) input.closest('details')?.setAttribute('open', '');
                });
            } else {
                sessionStorage.removeItem(store);
            }
        } catch { // not ours
        }
        form.addEventListener('change', () => {
            try {
                sessionStorage.setItem(store, JSON.stringify({ seen: form.elements.seen.value, values: others.map(value) }));
            } catch { // full or forbidden
            }
        });

        return {
            waits: (sending) => sending === form && !undecided && (busy || under !== null),
            async settled() {
                while (busy || under) {
                    send();
                    await pause(50);
                }
            },
        };
    })();
})();
