// The rows of the attendance list and its keyboard. Arrows move between rows and within one, letters press the button that
// has them. While focus is inside, the list is a single stop of the Tab key.
(() => {
    if (window.koplanAttendance) return;
    window.koplanAttendance = true;

    const PICTURES = {
        EXPECTED: 'circle-thin', PRESENT: 'check-circle', EXCUSED: 'envelope-o', ABSENT: 'close-circle-o', GUEST: 'user',
    };

    function make(tag, className, ...children) {
        const element = document.createElement(tag);
        element.className = className;
        element.append(...children);
        return element;
    }

    function picture(name) {
        const icon = document.createElement('vaadin-icon');
        icon.setAttribute('icon', `vaadin:${name}`);
        return icon;
    }

    /** A row; what it says are its attributes row, label, state and data-kind, what its buttons say is in data-words around. */
    class Row extends HTMLElement {
        static observedAttributes = ['label', 'state', 'data-kind'];

        #name = make('span', 'strong');
        #icon = document.createElement('vaadin-icon');
        #state = document.createElement('span');
        #controls = null;
        #words = null;
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
            if (!this.#name.isConnected) this.#build();
            const { kind } = this.dataset;
            const label = this.getAttribute('label') ?? '';
            this.#name.textContent = label;
            this.#icon.setAttribute('icon', `vaadin:${PICTURES[kind]}`);
            this.#state.textContent = this.getAttribute('state');
            if (!this.#controls) return;
            const named = (text) => text.replace('{name}', () => label);
            if (kind !== 'GUEST') this.#controls.setAttribute('aria-label', named(this.#words.of));
            for (const button of this.#controls.children) {
                const mark = this.#words.marks.find((one) => one.kind === button.dataset.kind);
                const words = named(mark?.label ?? this.#words[button.dataset.mark]);
                button.setAttribute('aria-label', words);
                button.title = mark?.title ?? words;
                if (mark) button.setAttribute('aria-pressed', String(mark.kind === kind));
            }
        }

        #build() {
            this.classList.add('attendance-item');
            this.setAttribute('role', 'listitem');
            const state = make('div', 'attendance-state', this.#icon, this.#state);
            this.replaceChildren(make('div', 'attendance-who', this.#name, state));
            const words = this.closest('[data-words]')?.dataset.words;
            if (!words) return; // for reading only
            this.#words = JSON.parse(words);
            this.#controls = make('div', 'attendance-controls');
            if (this.dataset.kind === 'GUEST') {
                this.#controls.append(this.#button('icon-button', 'remove', picture('close-small')));
            } else {
                this.#controls.setAttribute('role', 'group');
                for (const { kind, key } of this.#words.marks) {
                    const button = this.#button('attendance-mark', kind, key);
                    button.dataset.kind = kind;
                    button.dataset.key = key.toLowerCase();
                    this.#controls.append(button);
                }
            }
            this.#controls.append(this.#button('icon-button', 'more', picture('ellipsis-dots-v')));
            this.append(this.#controls);
        }

        #button(className, mark, content) {
            const button = make('button', className, content);
            button.type = 'button';
            button.dataset.mark = mark;
            button.addEventListener('click', () => {
                const detail = { row: this.getAttribute('row'), mark };
                this.dispatchEvent(new CustomEvent('attendance-mark', { bubbles: true, detail }));
            });
            return button;
        }
    }
    customElements.define('koplan-attendance', Row);

    const controls = (row) => [...row.querySelectorAll('button')];
    const rows = (section) => [...section.querySelectorAll('.attendance-item')].filter((row) => controls(row).length);

    function rove(section, current) {
        for (const control of rows(section).flatMap(controls)) {
            control.setAttribute('tabindex', !current || control === current ? '0' : '-1');
        }
    }

    function currentControl(target) {
        return target instanceof Element ? target.closest('.attendance-item button') : null;
    }

    document.addEventListener('focusin', (event) => {
        const current = currentControl(event.target);
        document.querySelectorAll('.attendance').forEach((section) => {
            rove(section, section.contains(current) ? current : null);
        });
    });

    document.addEventListener('keydown', (event) => {
        const current = currentControl(event.target);
        if (!current || event.ctrlKey || event.altKey || event.metaKey) return;
        const row = current.closest('.attendance-item');
        const all = rows(row.closest('.attendance'));
        const here = controls(row);
        const column = here.indexOf(current);
        const to = {
            ArrowUp: () => all[all.indexOf(row) - 1],
            ArrowDown: () => all[all.indexOf(row) + 1],
            Home: () => all[0],
            End: () => all[all.length - 1],
        }[event.key];
        if (to) {
            const next = to();
            if (next) controls(next)[Math.min(column, controls(next).length - 1)].focus();
        } else if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') {
            here[column + (event.key === 'ArrowLeft' ? -1 : 1)]?.focus();
        } else {
            const button = here.find((control) => control.dataset.key === event.key.toLowerCase());
            if (!button) return;
            if (button.getAttribute('aria-pressed') !== 'true') button.click();
        }
        event.preventDefault();
    });
})();
