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

    /** Whose page and of which meeting an element is on; it holds after the page is left. */
    function homeOf(element) {
        const { account, meeting } = (element.closest('[data-meeting]') ?? root).dataset;
        return { account, meeting };
    }

    const address = (home, path) => new URL(`api/desk/${home.meeting}/${path}`, document.baseURI);
    const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

    async function call(home, method, path, body, options = {}) {
        return fetch(address(home, path), {
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

    // What is not acknowledged yet, in this device's storage: account, meeting, place, and the window and the field of it
    // that it was typed in, so that neither another tab nor the page after a reload writes over it.
    const journal = {
        key: (home, place, owner) => `${PREFIX}:${home.account}:${home.meeting}:${place}:${owner}`,
        put(key, { base, text, label, item, sent, at = Date.now() }) {
            // What is sent has the same base and mostly the same text; storage is small.
            const number = sent && { window: sent.window, sequence: sent.sequence };
            if (number && sent.text !== text) number.text = sent.text;
            try {
                localStorage.setItem(key, JSON.stringify({ base, text, label, item, sent: number, at }));
            } catch { // full: the text is still in the field and on its way
            }
        },
        remove: (key) => localStorage.removeItem(key),
        /** What is stored of this account and meeting, by any window. */
        all() {
            if (!root) return [];
            const start = journal.key(homeOf(root), '', '').slice(0, -1);
            return Object.keys(localStorage).filter((key) => key.startsWith(start)).flatMap((key) => {
                try {
                    const [place, owner] = key.slice(start.length).split(':');
                    const entry = JSON.parse(localStorage.getItem(key));
                    const sent = entry.sent && { base: entry.base, text: entry.text, ...entry.sent };
                    return [{ ...entry, key, place, window: owner.split('/')[0], sent }];
                } catch { // removed just now, or not ours
                    return [];
                }
            });
        },
    };
    let typists = 0;
    const newOwner = () => `${windowId}/${++typists}`;

    // Other windows of this browser bring their own texts to the server, as long as they are there.
    let living = new Set();
    let asking = null;
    const windows = new BroadcastChannel(PREFIX);
    windows.addEventListener('message', ({ data }) => {
        if (data.asks) windows.postMessage({ lives: windowId });
        else if (data.lives) living.add(data.lives);
        else if (data.left) setTimeout(() => restoring.offer(), 500);
    });

    /** What is stored of this meeting and what nobody is bringing to the server any more. */
    async function leftBehind() {
        if (journal.all().some((entry) => entry.window !== windowId)) {
            asking ??= (async () => {
                living = new Set();
                windows.postMessage({ asks: windowId });
                await pause(300);
                asking = null;
            })();
            await asking;
        }
        const own = new Set(outbox.jobs().map((job) => job.key));
        return journal.all().filter((entry) => !own.has(entry.key) && !living.has(entry.window));
    }

    // The saved state, always in the same corner.
    let problem = null;
    let savedAt = null;
    function showState() {
        const corner = root?.querySelector('[data-desk-state]');
        if (!corner) return;
        const waiting = outbox.jobs();
        const undecided = waiting.length > 0 && waiting.every((job) => job.due() === Infinity);
        const kind = problem ?? (undecided ? 'undecided' : waiting.length > 0 ? 'saving' : 'saved');
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

    // One request at a time and in order, so the server can tell a repeated one by its number: what is not answered yet goes
    // again before anything else, because a number lower than the last one the server took counts as taken.
    const outbox = {
        fields: new Set(),
        lines: [],
        sending: null,
        busy: false,
        failures: 0,
        retryAt: 0,
        timer: 0,
        line: null, // cuts off the request under way
        jobs() {
            return [...this.lines, ...this.fields];
        },
        later(delay) {
            clearTimeout(this.timer);
            this.timer = setTimeout(() => this.pump(), delay);
        },
        wake() {
            showState();
            if (this.busy) return;
            const due = this.sending ? 0 : Math.min(...this.jobs().map((job) => job.due()));
            if (Number.isFinite(due)) this.later(Math.max(due, this.retryAt) - Date.now());
        },
        async pump() {
            if (this.busy) return;
            const now = Date.now() + 5;
            const next = this.sending
                ?? this.lines.find((job) => job.due() <= now)
                ?? [...this.fields].filter((job) => job.due() <= now).sort((one, other) => one.due() - other.due())[0];
            if (!next) return this.wake();
            this.busy = true;
            this.sending = next;
            this.line = new AbortController();
            const tooLong = setTimeout(() => this.line.abort(), ANSWER_WITHIN_MS);
            let failed = null;
            try {
                failed = await next.send({ signal: this.line.signal });
            } catch {
                failed = 'offline';
            }
            clearTimeout(tooLong);
            this.busy = false;
            problem = failed;
            if (failed) {
                this.failures++;
                this.retryAt = Date.now() + Math.min(5000, 500 * 2 ** Math.min(this.failures, 4));
            } else {
                this.sending = null;
                this.failures = 0;
                this.retryAt = 0;
                savedAt = new Date();
            }
            this.wake();
        },
        /** The network is back: what hangs is sent again at once. */
        again() {
            this.failures = 0;
            this.retryAt = 0;
            if (this.busy) this.line.abort();
            else this.later(0);
        },
        /** The server refused the one under way as it is: nothing of it is stored, others need not wait for it. */
        stepAside() {
            this.sending = null;
        },
        async settled() {
            while (this.jobs().some((job) => Number.isFinite(job.due()))) {
                this.pump();
                await pause(30);
            }
        },
    };
    window.addEventListener('online', () => outbox.again());

    const PUT_OFF_MS = 5000;

    /** Tells in which words an answer that is no answer to the text is shown. */
    function failure(status) {
        if (status === 401) return 'signedOut';
        if (status === 403) return 'noRight';
        return 'offline';
    }

    /** The application itself failed and took back what it had begun; anything before it may have sent other numbers. */
    const tookBack = (status) => status === 400 || status === 500;

    class KoplanText extends HTMLElement {
        #area = null;
        #base = ''; // the stored text that the typed one was made from
        #version = -1; // the newest that is known to be stored, shown as soon as nothing typed is in the way
        #stored = '';
        #home = null;
        #owner = newOwner();
        #since = 0;
        #typedAt = 0;
        #early = null; // told before the element stood in the page
        #notBefore = 0;
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
            this.#area.dir = 'auto';
            this.drawMarks();
            if (Object.hasOwn(this, 'stored')) { // set before this script was there
                this.#early = this.stored;
                delete this.stored;
            }
            if (this.#early) {
                const { version, text } = this.#early;
                this.#early = null;
                this.receive(version, text);
            }
            if (this.#theirs) outbox.fields.add(this);
        }

        disconnectedCallback() {
            setTimeout(() => this.#leaveUndecided()); // a row that only moves is back by then
        }

        /** Nobody can decide in a field that is not on the page; the text is offered instead. */
        #leaveUndecided() {
            if (this.isConnected || !this.#theirs) return;
            outbox.fields.delete(this);
            outbox.wake();
            restoring.offer();
        }

        static observedAttributes = ['label', 'placeholder', 'readonly', 'marks', 'pressed'];
        attributeChangedCallback() {
            if (this.#area) this.connectedCallback();
        }

        /** What can be done with the whole text, as buttons; each has a key, too. */
        drawMarks() {
            const names = (this.getAttribute('marks') ?? '').split(' ').filter((name) => name);
            const pressed = (this.getAttribute('pressed') ?? '').split(' ');
            let box = this.querySelector(':scope > .desk-marks');
            if (names.length === 0 || !texts.marks) {
                box?.remove();
                return;
            }
            if (!box) {
                box = document.createElement('div');
                box.className = 'desk-marks';
                this.append(box);
            }
            if (box.dataset.drawn !== names.join(' ')) {
                box.dataset.drawn = names.join(' ');
                box.replaceChildren(...names.map((name) => {
                    const { label, icon, key } = texts.marks[name];
                    const mark = document.createElement('button');
                    mark.type = 'button';
                    mark.dataset.mark = name;
                    mark.title = key ? `${label} (${key})` : label;
                    if (icon) {
                        mark.append(Object.assign(document.createElement('vaadin-icon'), { icon: `vaadin:${icon}` }));
                    } else {
                        mark.textContent = label;
                    }
                    mark.addEventListener('click', () => this.mark(name));
                    return mark;
                }));
            }
            for (const mark of box.children) {
                mark.setAttribute('aria-label', `${texts.marks[mark.dataset.mark].label}: ${this.getAttribute('label')}`);
                if (texts.marks[mark.dataset.mark].toggle) {
                    mark.setAttribute('aria-pressed', String(pressed.includes(mark.dataset.mark)));
                }
            }
        }

        mark(name) {
            this.dispatchEvent(new CustomEvent('desk-mark', { detail: { mark: name } }));
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

        /** Takes what is stored now; where something typed is not stored yet, once it is. */
        receive(version, text) {
            if (version <= this.#version) return;
            this.#version = version;
            this.#stored = text;
            if (!this.dirty) this.#adopt(text);
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

        get key() {
            return journal.key(this.#home, this.place, this.#owner);
        }

        #typed() {
            grow(this.#area);
            this.#home ??= homeOf(this);
            this.#typedAt = Date.now();
            this.#since ||= this.#typedAt;
            if (this.#theirs?.refused) {
                this.#theirs = null;
                this.querySelector('.dispute')?.remove();
            }
            if (this.#area.value === this.#base && !this.pending && !this.#theirs) {
                this.#settle();
            } else {
                outbox.fields.add(this);
                this.#note();
            }
            outbox.wake();
        }

        #note() {
            journal.put(this.key, {
                base: this.#base, text: this.#area.value, label: this.getAttribute('label'), sent: this.pending,
            });
        }

        #settle() {
            outbox.fields.delete(this);
            this.#since = 0;
            journal.remove(this.key);
            this.#adopt(this.#stored);
        }

        /** What is typed goes without waiting for more. */
        hurry() {
            this.#typedAt = 0;
        }

        due() {
            if (this.#theirs) return Infinity;
            return Math.max(this.#notBefore, Math.min(this.#typedAt + DEBOUNCE_MS, this.#since + LONGEST_WAIT_MS));
        }

        async send(options) {
            if (!this.pending) {
                this.pending = { window: windowId, sequence: ++sequence, base: this.#base, text: this.#area.value };
                this.#note();
            }
            const sent = this.pending;
            const answer = await call(this.#home, 'PUT', `texts/${this.place}`, sent, options);
            if (answer.status === 200) {
                const { version, text } = await answer.json();
                this.pending = null;
                if (version >= this.#version) {
                    this.#version = version;
                    this.#stored = text;
                }
                if (this.#area.value === sent.text) {
                    this.#settle();
                } else {
                    this.#base = sent.text; // what the server has is at least this
                    this.#since = Date.now();
                    this.#note();
                }
                return null;
            }
            if (answer.status === 409) {
                const { version, text } = await answer.json();
                this.#takeBack();
                if (version > this.#version) {
                    this.#version = version;
                    this.#stored = text;
                }
                this.#dispute(text);
                return null;
            }
            if (answer.status === 404 || answer.status === 422) {
                const message = answer.status === 404 ? texts.gone : (await answer.json()).message;
                this.#takeBack();
                this.#theirs = { refused: answer.status === 422 };
                this.#panel(message, null, []);
                this.#leaveUndecided();
                return null;
            }
            if (tookBack(answer.status)) {
                this.#takeBack();
                this.#notBefore = Date.now() + PUT_OFF_MS;
                outbox.stepAside();
            }
            return failure(answer.status);
        }

        /** What was sent is not stored; the next sending has a number of its own. */
        #takeBack() {
            this.pending = null;
            this.#note();
        }

        /** Both texts are shown and a person decides. */
        #dispute(theirs) {
            this.#theirs = { text: theirs };
            const decide = (text) => () => {
                this.#theirs = null;
                this.querySelector('.dispute')?.remove();
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
            this.#leaveUndecided();
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
                this.#input.dir = 'auto';
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
            this.#refill();
        }

        static observedAttributes = ['label', 'placeholder', 'item'];
        attributeChangedCallback(name, before, now) {
            if (!this.#input) return;
            if (name === 'item' && before !== now) this.#input.value = '';
            this.connectedCallback();
        }

        get #place() {
            return `quick-${this.getAttribute('item')}`;
        }

        get #draftKey() {
            return journal.key(homeOf(this), this.#place, `${windowId}/quick`);
        }

        #note() {
            if (this.#input.value) journal.put(this.#draftKey, { base: '', text: this.#input.value });
            else journal.remove(this.#draftKey);
        }

        /** Brings back what was typed and not entered, in this window or in one that is gone. */
        async #refill() {
            const place = this.#place;
            if (!root || this.#input.value !== '') return;
            const drafts = journal.all().filter((entry) => entry.place === place);
            const own = drafts.find((entry) => entry.key === this.#draftKey);
            if (own) {
                this.#input.value = own.text;
            } else if (drafts.length > 0) {
                const [left] = (await leftBehind())
                    .filter((entry) => entry.place === place)
                    .sort((one, other) => other.at - one.at);
                if (!left || this.#place !== place || this.#input.value !== '') return;
                this.#input.value = left.text;
                this.#note();
                journal.remove(left.key);
            }
        }

        focus() {
            this.#input.focus();
        }

        #typed() {
            const typed = this.#input.value;
            this.#note();
            const caret = this.#input.selectionStart;
            if (!/(^|\s)[@!#>][^@!#>]*$/.test(typed.slice(0, caret))) return this.#offer([]);
            const asked = ++this.#asked;
            setTimeout(async () => {
                if (asked !== this.#asked) return;
                try {
                    const answer = await call(homeOf(this), 'POST', 'completions', { text: typed, caret });
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
            outbox.lines.push(new Line(homeOf(this), this.getAttribute('item'), text));
            journal.remove(this.#draftKey);
            this.#input.value = '';
            this.#offer([]);
            outbox.wake();
        }
    }

    /** A line entered and not acknowledged yet. */
    class Line {
        #home;
        #item;
        #text;
        #body = null;
        #notBefore = 0;

        constructor(home, item, text) {
            this.#home = home;
            this.#item = item;
            this.#text = text;
            this.key = journal.key(home, `line-${item}`, newOwner());
            this.#note();
        }

        #note() {
            journal.put(this.key, { base: '', text: this.#text, item: this.#item, sent: this.#body });
        }

        due() {
            return this.#notBefore;
        }

        async send(options) {
            if (!this.#body) {
                this.#body = { window: windowId, sequence: ++sequence, text: this.#text };
                this.#note();
            }
            const answer = await call(this.#home, 'POST', `items/${this.#item}/lines`, this.#body, options);
            if (answer.status === 200) {
                outbox.lines.splice(outbox.lines.indexOf(this), 1);
                journal.remove(this.key);
                lookAtNewest = true;
                refresh();
                say((await answer.json()).message);
                return null;
            }
            if (answer.status === 404 || answer.status === 422) {
                const message = answer.status === 404 ? texts.gone : (await answer.json()).message;
                this.#takeBack();
                outbox.lines.splice(outbox.lines.indexOf(this), 1);
                restoring.offer();
                say(message);
                return null;
            }
            if (tookBack(answer.status)) {
                this.#takeBack();
                this.#notBefore = Date.now() + PUT_OFF_MS;
                outbox.stepAside();
            }
            return failure(answer.status);
        }

        #takeBack() {
            this.#body = null;
            this.#note();
        }
    }

    function say(message) {
        const box = root?.querySelector('[data-desk-said]');
        if (box) box.textContent = message;
    }

    /** A text left behind by a window that is gone, on its way after all. */
    class Restored {
        key = null; // the card on the page stays until it is stored
        #home = homeOf(root);
        #entry;
        #ended;

        /** @param ended told of the end: null when stored, otherwise the answer's status and what it says */
        constructor(entry, ended) {
            this.#entry = entry;
            this.#ended = ended;
        }

        due() {
            return 0;
        }

        async send(options) {
            const entry = this.#entry;
            const line = entry.place.startsWith('line-');
            if (!entry.sent) {
                entry.sent = { window: windowId, sequence: ++sequence, base: entry.base, text: entry.text };
                journal.put(entry.key, entry);
            }
            // What is in doubt goes under its old number first, which the server may have taken.
            const { sent } = entry;
            const answer = line
                ? await call(this.#home, 'POST', `items/${entry.item}/lines`, sent, options)
                : await call(this.#home, 'PUT', `texts/${entry.place}`, sent, options);
            if (answer.status === 200 && !line && sent.text !== entry.text) {
                entry.base = sent.text;
                entry.sent = null;
                journal.put(entry.key, entry);
                return this.send(options);
            }
            if (answer.status === 200) {
                this.#end(null, null);
            } else if ([404, 409, 422].includes(answer.status) || tookBack(answer.status)) {
                const told = [409, 422].includes(answer.status) ? await answer.json() : null;
                entry.sent = null;
                journal.put(entry.key, entry);
                this.#end(answer.status, told);
            } else {
                return failure(answer.status);
            }
            return null;
        }

        #end(status, told) {
            outbox.lines.splice(outbox.lines.indexOf(this), 1);
            this.#ended(status, told);
        }
    }

    // Texts that an earlier window of this device could not bring to the server.
    const restoring = {
        cards: new Map(),
        async offer() {
            const left = (await leftBehind()).filter((entry) => !entry.place.startsWith('quick-'));
            const box = root?.querySelector('[data-desk-restore]');
            if (!box) return;
            const before = this.cards;
            this.cards = new Map(left.map((entry) => [entry.key, before.get(entry.key) ?? this.card(entry)]));
            const cards = [...this.cards.values()];
            if (cards.length !== box.children.length || cards.some((card, at) => card !== box.children[at])) {
                box.replaceChildren(...cards);
            }
            box.hidden = cards.length === 0;
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
                journal.remove(entry.key);
                this.offer();
                refresh();
            };
            const bring = button(texts.bring, () => {
                bring.disabled = true;
                outbox.lines.push(new Restored(entry, (status, told) => {
                    bring.disabled = false;
                    if (status === null) return done();
                    words.textContent = told?.message ?? texts[{ 404: 'gone', 409: 'dispute' }[status] ?? 'offline'];
                    if (status === 409) {
                        quote.replaceChildren(...marked(told.text, entry.text));
                        bring.textContent = texts.keepBoth;
                        entry.base = told.text;
                        entry.text = `${told.text}\n\n${entry.text}`;
                    }
                }));
                outbox.wake();
            });
            card.append(words, quote, bring, button(texts.discard, done));
            return card;
        },
        /** Forgets what the server turned out to have. */
        async forgetKnown() {
            const fields = new Map([...document.querySelectorAll('koplan-text')].map((field) => [field.place, field]));
            for (const entry of await leftBehind()) {
                const field = fields.get(entry.place);
                if (field && !field.dirty && field.value === entry.text) journal.remove(entry.key);
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
        stream = new EventSource(address(homeOf(target), `events?window=${windowId}`));
        stream.onopen = refresh; // whatever changed since the page was made or since the last connection
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
                await call(homeOf(root), 'POST', 'here', { window: windowId, place });
            } catch { // the next one tells
            }
        }, 200);
    }

    function leave() {
        if (root) call(homeOf(root), 'POST', 'here', { window: windowId, place: 'left' }, { keepalive: true }).catch(() => {});
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
            case 'KeyG': return mark(field, 'convert');
            case 'KeyR': return mark(field, 'to-decision') || mark(field, 'to-information');
            case 'Delete': return mark(field, 'remove');
            case 'KeyK': return press('finish');
            case 'KeyL': return press('order');
            case 'ArrowDown': return step(1);
            case 'ArrowUp': return step(-1);
            default: return false;
        }
    }

    function focusOn(selector) {
        const target = root.querySelector(selector);
        const first = target?.querySelector('[tabindex="0"], button:not([tabindex="-1"]), input');
        (first ?? target)?.focus();
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
        if (!field?.getAttribute('marks')?.split(' ').includes(what)) return false;
        field.mark(what);
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
            mark(field, 'internal');
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
    document.addEventListener('visibilitychange', () => {
        if (!document.hidden) return;
        outbox.fields.forEach((field) => field.hurry());
        outbox.wake();
    });
    window.addEventListener('pagehide', () => {
        leave();
        windows.postMessage({ left: windowId });
    });

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
            document.querySelectorAll('koplan-text').forEach((field) => field.drawMarks());
            restoring.forgetKnown().then(() => restoring.offer());
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
        /**
         * Sends what is left, then takes every trace of texts out of this device.
         *
         * @returns whether all was sent; if not, nothing is taken away unless `evenUnsent`
         */
        async signOut(evenUnsent = false) {
            await Promise.race([outbox.settled(), pause(3000)]);
            const sent = outbox.jobs().length === 0;
            if (sent || evenUnsent) {
                Object.keys(localStorage).filter((key) => key.startsWith(`${PREFIX}:`)).forEach((key) => localStorage.removeItem(key));
            }
            return sent || evenUnsent;
        },
        settled: () => outbox.settled(),
    };
})();
