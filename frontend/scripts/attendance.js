// The keyboard of the attendance list. Arrows move between rows and within one, letters press the button that has them.
// While focus is inside, the list is a single stop of the Tab key.
(() => {
    if (window.koplanAttendance) return;
    window.koplanAttendance = true;

    const controls = (row) => [...row.querySelectorAll('button, vaadin-button')];
    const rows = (section) => [...section.querySelectorAll('.attendance-item')].filter((row) => controls(row).length);

    function rove(section, current) {
        for (const control of rows(section).flatMap(controls)) {
            control.setAttribute('tabindex', !current || control === current ? '0' : '-1');
        }
    }

    function currentControl(target) {
        return target instanceof Element ? target.closest('.attendance-item button, .attendance-item vaadin-button') : null;
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
