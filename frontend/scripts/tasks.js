// The lines of the check of tasks. While the focus is within a line, S ticks it, Z cancels it and O postpones it.
(() => {
    if (customElements.get('koplan-task')) return;

    const KEYS = { finish: 'S', cancel: 'Z', postpone: 'O' };

    function make(tag, className, ...children) {
        const element = document.createElement(tag);
        element.className = className;
        element.append(...children);
        return element;
    }

    /**
     * A line; what it says are its attributes task, html, facts, state, and, where there is something to say, late, closed
     * and note. What its buttons say is in data-words around; without those for buttons it is for reading only.
     */
    class Line extends HTMLElement {
        static observedAttributes = ['html', 'facts', 'state', 'late', 'closed', 'note'];

        #words = null;
        #html = null;
        #done = null;
        #text = make('div', 'text');
        #facts = make('span', 'secondary');
        #late = make('span', 'tag late');
        #closed = make('span', 'tag');
        #note = make('div', 'secondary');
        #steps = make('div', 'steps');
        #asked = false;

        connectedCallback() {
            this.attributeChangedCallback();
        }

        attributeChangedCallback() {
            if (this.#asked) return;
            this.#asked = true;
            queueMicrotask(() => { // attributes come one by one
                this.#asked = false;
                if (this.isConnected) this.#draw();
            });
        }

        #draw() {
            if (!this.#words) this.#build();
            const html = this.getAttribute('html') ?? '';
            if (this.#html !== html) {
                this.#html = html;
                this.#text.innerHTML = html; // written by the server, which escapes what people typed
                this.#name();
            }
            const state = this.getAttribute('state');
            this.#facts.textContent = this.getAttribute('facts');
            this.#late.hidden = !this.hasAttribute('late');
            this.#tell(this.#closed, 'closed');
            this.#tell(this.#note, 'note');
            if (!this.#done) return;
            this.#done.checked = state === 'DONE';
            this.#done.setAttribute('aria-readonly', String(state === 'CANCELLED'));
            for (const step of this.#steps.children) step.hidden = !this.#offers(step.dataset.mark, state);
        }

        #tell(element, attribute) {
            element.textContent = this.getAttribute(attribute);
            element.hidden = !this.hasAttribute(attribute);
        }

        #offers(mark, state) {
            return mark === 'note' || state === (mark === 'reopen' ? 'CANCELLED' : 'OPEN');
        }

        /** Every button says the task, too. */
        #name() {
            const task = this.#text.textContent.trim().replace(/\s+/g, ' ');
            for (const control of this.querySelectorAll('[data-mark]')) {
                control.setAttribute('aria-label', `${this.#words[control.dataset.mark]}: ${task}`);
            }
        }

        #build() {
            this.#words = JSON.parse(this.closest('[data-words]').dataset.words);
            this.setAttribute('role', 'listitem');
            const icon = document.createElement('vaadin-icon');
            icon.setAttribute('icon', 'vaadin:clock');
            this.#late.append(icon, make('span', '', this.#words.overdue));
            const box = make('div', '', this.#text, this.#facts, this.#late, this.#closed, this.#note);
            this.replaceChildren(box);
            if (!this.#words.finish) return;
            this.#done = this.#control('input', 'finish');
            this.#done.type = 'checkbox';
            this.#done.addEventListener('click', (event) => {
                event.preventDefault(); // it is ticked once the server says so
                const state = this.getAttribute('state');
                if (state !== 'CANCELLED') this.#mark(state === 'DONE' ? 'reopen' : 'finish');
            });
            for (const mark of ['cancel', 'postpone', 'note', 'reopen']) {
                const step = this.#control('button', mark);
                step.type = 'button';
                step.textContent = this.#words[mark];
                step.addEventListener('click', () => this.#mark(mark));
                this.#steps.append(step);
            }
            box.append(this.#steps);
            this.prepend(this.#done);
            this.addEventListener('keydown', (event) => {
                if (event.ctrlKey || event.altKey || event.metaKey || event.repeat) return;
                const [mark] = Object.entries(KEYS).find(([, key]) => key === event.key.toUpperCase()) ?? [];
                if (mark && this.#offers(mark, this.getAttribute('state'))) this.#mark(mark);
            });
        }

        #control(tag, mark) {
            const control = document.createElement(tag);
            control.dataset.mark = mark;
            if (KEYS[mark]) {
                control.title = this.#words.key.replace('{label}', this.#words[mark]).replace('{key}', KEYS[mark]);
            }
            return control;
        }

        #mark(mark) {
            const detail = { task: this.getAttribute('task'), mark };
            this.dispatchEvent(new CustomEvent('task-mark', { bubbles: true, detail }));
        }
    }
    customElements.define('koplan-task', Line);
})();
