// The desk in the browser: what is typed goes to the server within a second, waits in this device while it cannot, and
// what others change comes in without disturbing whoever types. Flow builds the page; the texts travel beside it.
(() => {
    if (window.koplanDesk) return;

    const DEBOUNCE_MS = 300;
    const LONGEST_WAIT_MS = 800;
    const ANSWER_WITHIN_MS = 10_000;
    const PREFIX = 'koplan-desk';
    const windowId = crypto.randomUUID ? crypto.randomUUID() : randomUuid();

    function randomUuid() { // browsers offer randomUUID on https and localhost only
        const bytes = crypto.getRandomValues(new Uint8Array(16));
        bytes[6] = (bytes[6] & 0x0f) | 0x40;
        bytes[8] = (bytes[8] & 0x3f) | 0x80;
        const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
        return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
    }

    let root = null; // the page's element; data-meeting, data-account, data-texts
    let texts = {};
    let sequence = 0;
    const base = () => new URL(`api/desk/${root.dataset.meeting}/`, document.baseURI);

    async function call(method, path, body, options = {}) {
        return fetch(new URL(path, base()), {
            method,
            headers: {
                'Content-Type': 'application/json',
                'Accept-Language': document.documentElement.lang,
                'X-Koplan-Window': windowId,
            },
            body: JSON.stringify(body),
            signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
            redirect: 'error',
            ...options,
        });
    }

    // What is not acknowledged yet, by place, in this device's storage.
    const journal = {
        key: (place) => `${PREFIX}:${root.dataset.account}:${root.dataset.meeting}:${place}`,
        put(place, entry) {
            try {
                localStorage.setItem(this.key(place), JSON.stringify({ ...entry, at: Date.now() }));
            } catch { // full: the text is still in the field and on its way
            }
        },
        remove: (place) => localStorage.removeItem(journal.key(place)),
        all() {
            const start = this.key('');
            return Object.keys(localStorage)
                .filter((key) => key.startsWith(start))
                .map((key) => ({ place: key.slice(start.length), ...JSON.parse(localStorage.getItem(key)) }));
        },
    };

    // The saved state, always in the same corner.
    let problem = null;
    let savedAt = null;
    function showState() {
        const corner = root?.querySelector('[data-desk-state]');
        if (!corner) return;
        const waiting = outbox.lines.length > 0 || outbox.fields.size > 0;
        const kind = problem ?? (waiting ? 'saving' : 'saved');
        if (corner.dataset.deskState !== kind) corner.dataset.deskState = kind;
        const words = kind === 'saved' && !savedAt ? texts.untouched : texts[kind];
        corner.textContent = (words ?? '').replace('{0}', savedAt ? clock(savedAt) : '');
        if (problem) corner.setAttribute('role', 'alert');
        else corner.removeAttribute('role');
    }
    const clock = (time) => {
        const two = (number) => String(number).padStart(2, '0');
        const separator = document.documentElement.lang === 'en' ? ':' : '.';
        return time.getHours() + separator + two(time.getMinutes());
    };

    // One request at a time and in order, so the server can tell a repeated one by its number.
    const outbox = {
        fields: new Set(),
        lines: [],
        busy: false,
        failures: 0,
        timer: 0,
        later(delay) {
            clearTimeout(this.timer);
            this.timer = setTimeout(() => this.pump(), delay);
        },
        wake() {
            if (this.busy) return;
            const line = this.lines[0];
            const due = line ? 0 : Math.min(...[...this.fields].map((field) => field.due()));
            if (Number.isFinite(due)) this.later(Math.max(0, due - Date.now()));
            showState();
        },
        async pump() {
            if (this.busy || !root) return;
            const next = this.lines[0]
                ?? [...this.fields].filter((field) => field.pending || field.due() <= Date.now() + 5)
                    .sort((one, other) => one.due() - other.due())[0];
            if (!next) return this.wake();
            this.busy = true;
            let failed = null;
            try {
                failed = await next.send();
            } catch {
                failed = 'offline';
            }
            this.busy = false;
            problem = failed;
            if (failed) {
                this.failures++;
                showState();
                this.later(Math.min(5000, 500 * 2 ** Math.min(this.failures, 4)));
            } else {
                this.failures = 0;
                savedAt = new Date();
                this.wake();
            }
        },
        async settled() {
            while (this.lines.length > 0 || this.fields.size > 0) {
                this.pump();
                await new Promise((resolve) => setTimeout(resolve, 30));
            }
        },
    };
    window.addEventListener('online', () => outbox.later(0));

    /** Tells what an answer means: null = done, 'retry' words otherwise. */
    function failure(status) {
        if (status === 401) return 'signedOut';
        if (status === 403) return 'noRight';
        return 'offline';
    }

    class KoplanText extends HTMLElement {
        #area = null;
        #base = ''; // the stored text that the typed one was made from
        #version = -1;
        #since = 0;
        #typedAt = 0;
        #early = null; // told before the element stood in the page
        #theirs = null; // a conflict waits for a person
        pending = null; // sent and not answered

        connectedCallback() {
            if (!this.#area) {
                this.#area = document.createElement('textarea');
                this.#area.rows = 1;
                this.#area.addEventListener('input', () => this.#typed());
                this.#area.addEventListener('paste', (event) => paste(event, this.#area));
                this.prepend(this.#area);
            }
            this.#area.setAttribute('aria-label', this.getAttribute('label') ?? '');
            this.#area.placeholder = this.getAttribute('placeholder') ?? '';
            this.#area.readOnly = this.hasAttribute('readonly');
            this.#area.spellcheck = true;
            if (Object.hasOwn(this, 'stored')) { // set before this script was there
                this.#early = this.stored;
                delete this.stored;
            }
            if (this.#early) {
                const { version, text } = this.#early;
                this.#early = null;
                this.receive(version, text);
            }
        }

        static observedAttributes = ['label', 'placeholder', 'readonly'];
        attributeChangedCallback() {
            if (this.#area) this.connectedCallback();
        }

        get place() {
            return this.getAttribute('place');
        }

        get value() {
            return this.#area.value;
        }

        get empty() {
            return !this.hasAttribute('settled') && this.#area.value.trim() === '';
        }

        get dirty() {
            return outbox.fields.has(this);
        }

        focus() {
            this.#area.focus();
            this.#area.setSelectionRange(this.#area.value.length, this.#area.value.length);
        }

        set stored(value) {
            if (this.#area) this.receive(value.version, value.text);
            else this.#early = value;
        }

        /** Takes what is stored now, unless something newer or something typed is here. */
        receive(version, text) {
            if (version <= this.#version) return;
            if (this.dirty) {
                return; // the next sending merges
            }
            this.#version = version;
            this.#adopt(text);
        }

        #adopt(text) {
            this.#base = text;
            const area = this.#area;
            const before = area.value;
            if (before === text) return;
            const shortest = Math.min(before.length, text.length);
            let head = 0;
            while (head < shortest && before[head] === text[head]) head++;
            let tail = 0;
            while (tail < shortest - head && before[before.length - 1 - tail] === text[text.length - 1 - tail]) tail++;
            const move = (caret) => {
                if (caret <= head) return caret;
                if (caret >= before.length - tail) return caret + text.length - before.length;
                return Math.min(caret, text.length - tail);
            };
            const [start, end] = [move(area.selectionStart), move(area.selectionEnd)];
            area.value = text;
            if (document.activeElement === area) area.setSelectionRange(start, end);
            grow(area);
        }

        #typed() {
            grow(this.#area);
            this.#typedAt = Date.now();
            this.#since ||= this.#typedAt;
            if (this.#area.value === this.#base && !this.pending) {
                this.#settle();
            } else {
                outbox.fields.add(this);
                this.#note();
            }
            outbox.wake();
        }

        #note() {
            journal.put(this.place, { base: this.#base, text: this.#area.value, label: this.getAttribute('label'), sent: this.pending });
        }

        #settle() {
            outbox.fields.delete(this);
            this.#since = 0;
            journal.remove(this.place);
        }

        due() {
            if (this.pending) return 0;
            if (this.#theirs) return Infinity;
            return Math.min(this.#typedAt + DEBOUNCE_MS, this.#since + LONGEST_WAIT_MS);
        }

        async send() {
            if (!this.pending) {
                this.pending = { window: windowId, sequence: ++sequence, base: this.#base, text: this.#area.value };
                this.#note();
            }
            const sent = this.pending;
            const answer = await call('PUT', `texts/${this.place}`, sent);
            if (answer.status === 200) {
                const { version, text } = await answer.json();
                this.pending = null;
                this.#version = Math.max(version, this.#version);
                if (this.#area.value === sent.text) {
                    this.#adopt(text);
                    this.#settle();
                } else {
                    this.#base = sent.text; // what the server has is at least this
                    this.#since = Date.now();
                    this.#note();
                }
                return null;
            }
            if (answer.status === 409) {
                this.pending = null;
                const { version, text } = await answer.json();
                this.#dispute(version, text);
                return null;
            }
            if (answer.status === 404 || answer.status === 422) {
                this.pending = null;
                this.#theirs = { gone: true };
                const message = answer.status === 404 ? texts.gone : (await answer.json()).message;
                this.#panel(message, null, []);
                return null;
            }
            return failure(answer.status);
        }

        /** Both texts are shown and a person decides. */
        #dispute(version, theirs) {
            this.#theirs = { version, text: theirs };
            const decide = (text) => () => {
                this.#theirs = null;
                this.querySelector('.dispute')?.remove();
                this.#version = version;
                this.#base = theirs;
                this.#area.value = text(this.#area.value);
                grow(this.#area);
                this.#typed();
                this.focus();
            };
            this.#panel(texts.dispute, theirs, [
                [texts.keepTheirs, decide(() => theirs)],
                [texts.keepMine, decide((mine) => mine)],
                [texts.keepBoth, decide((mine) => `${theirs}\n\n${mine}`)],
            ]);
        }

        #panel(message, theirs, choices) {
            this.querySelector('.dispute')?.remove();
            const panel = document.createElement('div');
            panel.className = 'dispute';
            panel.setAttribute('role', 'alert');
            const words = document.createElement('p');
            words.textContent = message;
            panel.append(words);
            if (theirs !== null) {
                const quote = document.createElement('blockquote');
                quote.append(...marked(theirs, this.#area.value));
                panel.append(quote);
            }
            for (const [label, act] of choices) panel.append(button(label, act));
            this.append(panel);
        }
    }

    /** The text with what differs from the other one marked. */
    function marked(text, other) {
        const shortest = Math.min(text.length, other.length);
        let head = 0;
        while (head < shortest && text[head] === other[head]) head++;
        let tail = 0;
        while (tail < shortest - head && text[text.length - 1 - tail] === other[other.length - 1 - tail]) tail++;
        const mark = document.createElement('mark');
        mark.textContent = text.slice(head, text.length - tail);
        return [text.slice(0, head), mark, text.slice(text.length - tail)];
    }

    function button(label, act) {
        const made = document.createElement('vaadin-button');
        made.textContent = label;
        made.addEventListener('click', act);
        return made;
    }

    function grow(area) {
        if (CSS.supports('field-sizing', 'content')) return;
        area.style.height = 'auto';
        area.style.height = `${area.scrollHeight}px`;
    }

    function insert(area, text) {
        area.setRangeText(text, area.selectionStart, area.selectionEnd, 'end');
        area.dispatchEvent(new Event('input', { bubbles: true }));
    }

    /** Formatted text (Word, web pages) arrives as Markdown; anything else as it is. */
    function paste(event, area, lines) {
        const html = event.clipboardData?.getData('text/html');
        const plain = event.clipboardData?.getData('text/plain') ?? '';
        if (!html || !/<(table|ul|ol|li|b|strong|i|em|a|h[1-6])\b|MsoList/i.test(html)) {
            if (lines && plain.includes('\n')) {
                event.preventDefault();
                lines(plain);
            }
            return;
        }
        event.preventDefault();
        const put = (text) => (lines && text.includes('\n') ? lines(text) : insert(area, text));
        fetch(new URL('api/desk/markdown', document.baseURI), {
            method: 'POST',
            headers: { 'Content-Type': 'text/html; charset=utf-8', 'X-Koplan-Window': windowId },
            body: html,
            signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
            redirect: 'error',
        }).then((answer) => (answer.ok ? answer.text() : plain), () => plain).then(put);
    }

    // One line that becomes an entry, a decision, a task or a resolution.
    class KoplanQuick extends HTMLElement {
        #input = null;
        #list = null;
        #options = [];
        #chosen = -1;
        #asked = 0;

        connectedCallback() {
            if (!this.#input) {
                this.#list = document.createElement('ul');
                this.#list.setAttribute('role', 'listbox');
                this.#list.id = `${this.id || 'quick'}-options`;
                this.#list.hidden = true;
                this.#input = document.createElement('input');
                this.#input.type = 'text';
                this.#input.autocomplete = 'off';
                this.#input.setAttribute('role', 'combobox');
                this.#input.setAttribute('aria-autocomplete', 'list');
                this.#input.setAttribute('aria-controls', this.#list.id);
                this.#input.setAttribute('aria-expanded', 'false');
                this.#input.addEventListener('input', () => this.#typed());
                this.#input.addEventListener('keydown', (event) => this.#key(event));
                this.#input.addEventListener('blur', () => setTimeout(() => this.#offer([]), 150));
                this.#input.addEventListener('paste', (event) => paste(event, this.#input, (text) => this.#submit(this.#input.value + text)));
                this.append(this.#input, this.#list);
            }
            this.#input.setAttribute('aria-label', this.getAttribute('label') ?? '');
            this.#list.setAttribute('aria-label', this.getAttribute('label') ?? '');
            this.#input.placeholder = this.getAttribute('placeholder') ?? '';
            if (root && this.#input.value === '') this.#input.value = this.#draft();
        }

        static observedAttributes = ['label', 'placeholder', 'item'];
        attributeChangedCallback(name, before, now) {
            if (!this.#input) return;
            if (name === 'item' && before !== now) this.#input.value = root ? this.#draft() : '';
            this.connectedCallback();
        }

        #draft() {
            return journal.all().find((entry) => entry.place === `quick-${this.getAttribute('item')}`)?.text ?? '';
        }

        focus() {
            this.#input.focus();
        }

        #typed() {
            const typed = this.#input.value;
            const place = `quick-${this.getAttribute('item')}`;
            if (typed) journal.put(place, { base: '', text: typed });
            else journal.remove(place);
            const caret = this.#input.selectionStart;
            if (!/(^|\s)[@!#>][^@!#>]*$/.test(typed.slice(0, caret))) return this.#offer([]);
            const asked = ++this.#asked;
            setTimeout(async () => {
                if (asked !== this.#asked) return;
                try {
                    const answer = await call('POST', 'completions', { text: typed, caret });
                    if (answer.ok && asked === this.#asked && this.#input.value === typed) this.#offer(await answer.json());
                } catch { // no help this time, typing goes on
                }
            }, 60);
        }

        #offer(options) {
            this.#asked++;
            this.#options = options;
            this.#chosen = -1;
            this.#list.replaceChildren(...options.map((option, index) => {
                const item = document.createElement('li');
                item.setAttribute('role', 'option');
                item.id = `${this.#list.id}-${index}`;
                item.textContent = option.label;
                item.addEventListener('mousedown', (event) => {
                    event.preventDefault();
                    this.#take(index);
                });
                return item;
            }));
            this.#list.hidden = options.length === 0;
            this.#input.setAttribute('aria-expanded', String(options.length > 0));
            this.#choose(-1);
        }

        #choose(index) {
            this.#chosen = index;
            [...this.#list.children].forEach((item, at) => item.setAttribute('aria-selected', String(at === index)));
            if (index < 0) this.#input.removeAttribute('aria-activedescendant');
            else this.#input.setAttribute('aria-activedescendant', `${this.#list.id}-${index}`);
        }

        #take(index) {
            const { insert: text, from, to } = this.#options[index];
            this.#input.setRangeText(`${text} `, from, to, 'end');
            this.#offer([]);
            this.#typed();
        }

        #key(event) {
            const open = this.#options.length > 0;
            if (event.key === 'ArrowDown' && open && !event.altKey) {
                event.preventDefault();
                this.#choose((this.#chosen + 1) % this.#options.length);
            } else if (event.key === 'ArrowUp' && open && !event.altKey) {
                event.preventDefault();
                this.#choose((this.#chosen + this.#options.length - 1) % this.#options.length);
            } else if (event.key === 'Tab' && open && !event.shiftKey) {
                event.preventDefault();
                this.#take(Math.max(0, this.#chosen));
            } else if (event.key === 'Enter' && !event.isComposing) {
                event.preventDefault();
                if (open && this.#chosen >= 0) this.#take(this.#chosen);
                else this.#submit(this.#input.value);
            } else if (event.key === 'Escape' && open) {
                event.preventDefault();
                event.stopPropagation();
                this.#offer([]);
            }
        }

        #submit(text) {
            if (text.trim() === '') return;
            journal.remove(`quick-${this.getAttribute('item')}`);
            this.#input.value = '';
            this.#offer([]);
            outbox.lines.push(new Line(this.getAttribute('item'), text));
            outbox.wake();
        }
    }

    /** A line entered and not acknowledged yet. */
    class Line {
        constructor(item, text, before) {
            this.item = item;
            this.body = before ?? { window: windowId, sequence: ++sequence, text };
            this.place = `line-${item}-${this.body.sequence}`;
            journal.put(this.place, { base: '', text: this.body.text, item, sent: this.body });
        }

        async send() {
            const answer = await call('POST', `items/${this.item}/lines`, this.body);
            if (answer.status === 200 || answer.status === 404 || answer.status === 422) {
                outbox.lines.shift();
                if (answer.status === 200) {
                    journal.remove(this.place);
                    say((await answer.json()).message);
                    lookAtNewest = true;
                    refresh();
                } else {
                    restoring.offer();
                    say(answer.status === 404 ? texts.gone : (await answer.json()).message);
                }
                return null;
            }
            return failure(answer.status);
        }
    }

    function say(message) {
        const box = root.querySelector('[data-desk-said]');
        if (box) box.textContent = message;
    }

    // Texts that an earlier window of this device could not bring to the server.
    const restoring = {
        offer() {
            const box = root?.querySelector('[data-desk-restore]');
            if (!box) return;
            const waiting = new Set([...outbox.fields].map((field) => field.place).concat(outbox.lines.map((line) => line.place)));
            const left = journal.all().filter((entry) => !entry.place.startsWith('quick-') && !waiting.has(entry.place));
            box.replaceChildren(...left.map((entry) => this.card(entry)));
            box.hidden = left.length === 0;
        },
        card(entry) {
            const card = document.createElement('section');
            card.className = 'restore';
            const words = document.createElement('p');
            words.textContent = texts.restore
                .replace('{0}', entry.label ?? texts.line)
                .replace('{1}', clock(new Date(entry.at)));
            const quote = document.createElement('blockquote');
            quote.textContent = entry.text;
            const done = () => {
                journal.remove(entry.place);
                this.offer();
                refresh();
            };
            const bring = button(texts.bring, async () => {
                try {
                    if (entry.place.startsWith('line-')) {
                        const answer = await call('POST', `items/${entry.item}/lines`, entry.sent);
                        if (answer.ok) return done();
                        words.textContent = answer.status === 404 ? texts.gone : texts.offline;
                        return;
                    }
                    if (entry.sent) {
                        const first = await call('PUT', `texts/${entry.place}`, entry.sent);
                        if (!first.ok && first.status !== 409) {
                            words.textContent = first.status === 404 ? texts.gone : texts.offline;
                            return;
                        }
                    }
                    const answer = await call('PUT', `texts/${entry.place}`, {
                        window: windowId, sequence: ++sequence, base: entry.sent?.text ?? entry.base, text: entry.text,
                    });
                    if (answer.ok) return done();
                    if (answer.status === 409) {
                        const { text } = await answer.json();
                        words.textContent = texts.dispute;
                        quote.replaceChildren(...marked(entry.text, text));
                        bring.textContent = texts.keepBoth;
                        entry = { ...entry, sent: null, base: text, text: `${text}\n\n${entry.text}` };
                        return;
                    }
                    words.textContent = answer.status === 404 ? texts.gone : texts.offline;
                } catch {
                    words.textContent = texts.offline;
                }
            });
            card.append(words, quote, bring, button(texts.discard, done));
            return card;
        },
        /** Forgets what the server turned out to have. */
        forgetKnown() {
            for (const entry of journal.all()) {
                const field = [...document.querySelectorAll('koplan-text')].find((one) => one.place === entry.place);
                if (field && !field.dirty && field.value === entry.text) journal.remove(entry.place);
            }
        },
    };

    let lookAtNewest = false;
    let lookAt = null; // on the projector: what was typed last
    function refresh() {
        root?.$server?.refresh();
    }

    // What others do arrives as events; a connection that was away asks for everything once.
    let stream = null;
    function follow() {
        stream?.close();
        const target = root;
        stream = new EventSource(new URL(`events?window=${windowId}`, base()));
        let fresh = true;
        stream.onopen = () => {
            if (!fresh) refresh();
            fresh = false;
        };
        stream.addEventListener('texts', ({ data }) => {
            const fields = new Map([...target.querySelectorAll('koplan-text')].map((field) => [field.place, field]));
            for (const { place, version, text } of JSON.parse(data)) fields.get(place)?.receive(version, text);
            if (target.dataset.deskLook !== undefined) {
                lookAt = JSON.parse(data).at(-1)?.place;
                refresh();
            }
        });
        stream.addEventListener('structure', refresh);
        stream.addEventListener('people', ({ data }) => people(JSON.parse(data)));
        stream.onerror = () => {
            if (stream?.readyState === EventSource.CLOSED) {
                setTimeout(() => root === target && follow(), 3000);
            }
        };
    }

    let others = [];
    function people(now) {
        others = now.filter((one) => one.window !== windowId);
        root.querySelectorAll('[data-desk-people]').forEach((box) => {
            const names = [...new Set(others.map((one) => one.name))];
            box.textContent = names.length ? texts.alsoHere.replace('{0}', names.join(', ')) : '';
        });
        root.querySelectorAll('koplan-text').forEach((field) => {
            const name = others.find((one) => one.place?.endsWith(`/${field.place}`))?.name;
            if (name) field.dataset.writer = texts.writes.replace('{0}', name);
            else delete field.dataset.writer;
        });
        root.querySelectorAll('[data-item]').forEach((item) => {
            const names = [...new Set(others.filter((one) => one.place?.split('/')[0] === item.dataset.item).map((one) => one.name))];
            if (names.length) item.dataset.others = names.join(', ');
            else delete item.dataset.others;
        });
    }

    let told = null;
    let tellTimer = 0;
    function tell() {
        clearTimeout(tellTimer);
        tellTimer = setTimeout(async () => {
            if (!root) return;
            const field = document.activeElement?.closest?.('koplan-text');
            const item = root.querySelector('[data-item][aria-current]')?.dataset.item ?? '';
            const place = `${item}/${field?.place ?? ''}`;
            const now = Date.now();
            if (told?.place === place && now - told.at < 15_000) return;
            told = { place, at: now };
            try {
                await call('POST', 'here', { window: windowId, place });
            } catch { // the next one tells
            }
        }, 200);
    }

    function leave() {
        if (root) call('POST', 'here', { window: windowId, place: 'left' }, { keepalive: true }).catch(() => {});
    }

    // Keys. Alt and a letter, by the place of the key, so that they work in a text and on every layout.
    function key(event) {
        if (!root || !root.isConnected) return;
        const field = event.target.closest?.('koplan-text');
        const typing = field || event.target.closest?.('input, textarea, [contenteditable], vaadin-combo-box, vaadin-dialog');
        if (event.altKey && !event.ctrlKey && !event.metaKey) {
            if (act(event.code, field)) event.preventDefault();
        } else if (event.key === 'Escape' && (field || event.target.closest?.('koplan-quick'))) {
            root.querySelector('[data-item][aria-current]')?.focus();
        } else if (event.key === '?' && !typing) {
            event.preventDefault();
            root.querySelector('[data-desk-click="help"]')?.click();
        }
    }

    const press = (name) => {
        const target = root.querySelector(`[data-desk-click="${name}"]`);
        target?.click();
        return Boolean(target);
    };

    function act(code, field) {
        switch (code) {
            case 'KeyN': return nextUnfilled(field);
            case 'KeyQ': return focusOn('koplan-quick');
            case 'KeyU': return focusOn('[data-desk-focus="attendance"]');
            case 'KeyT': return focusOn('[data-desk-focus="tasks"]');
            case 'KeyJ': return press('discuss');
            case 'KeyP': return press('present');
            case 'Enter': return press('next');
            case 'KeyB': return mark(field, 'no-news');
            case 'KeyA': return mark(field, 'absent');
            case 'KeyI': return internal(field);
            case 'KeyH': return mark(field, 'vote');
            case 'ArrowDown': return step(1);
            case 'ArrowUp': return step(-1);
            default: return false;
        }
    }

    function focusOn(selector) {
        const target = root.querySelector(selector);
        target?.focus();
        return Boolean(target);
    }

    function step(by) {
        const items = [...root.querySelectorAll('[data-item]')];
        const at = items.findIndex((item) => item.hasAttribute('aria-current'));
        items[at + by]?.click();
        items[at + by]?.focus();
        return true;
    }

    function nextUnfilled(from) {
        const fields = [...root.querySelectorAll('koplan-text[fill]')];
        const at = fields.indexOf(from);
        const next = [...fields.slice(at + 1), ...fields.slice(0, Math.max(0, at))].find((field) => field.empty);
        if (next) next.focus();
        else say(texts.allFilled);
        return true;
    }

    function mark(field, what) {
        if (!field || !field.hasAttribute('markable')) return false;
        field.dispatchEvent(new CustomEvent('desk-mark', { detail: { mark: what } }));
        if (what === 'no-news' || what === 'absent') {
            field.setAttribute('settled', '');
            nextUnfilled(field);
        }
        return true;
    }

    /** Marks the chosen passage as internal, or the whole entry when nothing is chosen. */
    function internal(field) {
        if (!field) return false;
        const area = field.querySelector('textarea');
        if (area.selectionStart < area.selectionEnd) {
            insert(area, `{{${area.value.slice(area.selectionStart, area.selectionEnd)}}}`);
        } else {
            field.dispatchEvent(new CustomEvent('desk-mark', { detail: { mark: 'internal' } }));
        }
        return true;
    }

    // Clocks of agenda items: data-used seconds, data-since epoch ms while running, data-planned minutes.
    function tick() {
        document.querySelectorAll('[data-used]').forEach((box) => {
            const running = box.dataset.since ? (Date.now() - Number(box.dataset.since)) / 1000 : 0;
            const seconds = Math.max(0, Math.floor(Number(box.dataset.used) + running));
            const minutes = Math.floor(seconds / 60);
            const planned = Number(box.dataset.planned || 0);
            const shown = box.dataset.exact
                ? `${minutes}:${String(seconds % 60).padStart(2, '0')}`
                : seconds === 0 ? '' : `${Math.max(1, minutes)}′`;
            const words = planned ? `${shown || '0′'} / ${planned}′` : shown;
            if (box.textContent !== words) box.textContent = words;
            box.classList.toggle('over', planned > 0 && seconds > planned * 60);
        });
        document.querySelectorAll('[data-ends]').forEach((box) => {
            const left = Math.ceil((Number(box.dataset.ends) - Date.now()) / 60_000);
            const words = left >= 0 ? box.dataset.left.replace('{0}', left) : box.dataset.late.replace('{0}', -left);
            if (box.textContent !== words) box.textContent = words;
            box.classList.toggle('over', left < 0);
        });
    }

    customElements.define('koplan-text', KoplanText);
    customElements.define('koplan-quick', KoplanQuick);
    document.addEventListener('keydown', key);
    document.addEventListener('focusin', tell);
    document.addEventListener('focusout', tell);
    setInterval(tick, 1000);
    setInterval(tell, 15_000);
    document.addEventListener('visibilitychange', () => document.hidden && outbox.later(0));
    window.addEventListener('pagehide', leave);

    window.koplanDesk = {
        /** The page is there; called again when another meeting is opened in the same window. */
        open(element) {
            if (lookAt) {
                const place = lookAt;
                lookAt = null;
                requestAnimationFrame(() => document.getElementById(place)?.scrollIntoView({ block: 'center' }));
            }
            if (root !== element) {
                root = element;
                texts = JSON.parse(element.dataset.texts);
                problem = null;
                savedAt = null;
                told = null;
                follow();
            }
            document.querySelectorAll('koplan-quick').forEach((quick) => quick.connectedCallback());
            restoring.forgetKnown();
            restoring.offer();
            showState();
            people(others);
            tick();
            tell();
            if (lookAtNewest) {
                lookAtNewest = false;
                requestAnimationFrame(() => root.querySelector('koplan-quick')?.scrollIntoView({ block: 'end' }));
            }
        },
        close() {
            leave();
            stream?.close();
            stream = null;
            root = null;
        },
        /** Sends what is left, then takes every trace of texts out of this device. */
        async signOut() {
            await Promise.race([outbox.settled(), new Promise((resolve) => setTimeout(resolve, 3000))]);
            Object.keys(localStorage).filter((key) => key.startsWith(`${PREFIX}:`)).forEach((key) => localStorage.removeItem(key));
        },
        settled: () => outbox.settled(),
    };
})();
