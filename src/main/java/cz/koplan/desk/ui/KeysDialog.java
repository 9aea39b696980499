package cz.koplan.desk.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import java.util.List;
import java.util.Map;

/** The keys of the desk, listed under {@code ?}. */
final class KeysDialog {

    static final String DISCUSS = "Alt J";
    static final String ORDER = "Alt L";
    static final String NEXT = "Alt Enter";

    private static final List<Map.Entry<String, String>> KEYS = List.of(
            Map.entry("Alt N", "desk.key.nextUnfilled"),
            Map.entry("Alt Q", "desk.key.quick"),
            Map.entry("Alt B", "desk.key.noNews"),
            Map.entry("Alt A", "desk.key.absent"),
            Map.entry("Alt I", "desk.key.internal"),
            Map.entry("Alt R", "desk.key.decision"),
            Map.entry("Alt H", "desk.key.vote"),
            Map.entry("Alt G", "desk.key.convert"),
            Map.entry("Alt Delete", "desk.key.remove"),
            Map.entry(ORDER, "desk.key.order"),
            Map.entry("Alt ↑ / Alt ↓", "desk.key.item"),
            Map.entry(DISCUSS, "desk.key.discuss"),
            Map.entry(NEXT, "desk.key.next"),
            Map.entry("Alt U", "desk.key.attendance"),
            Map.entry("Alt T", "desk.key.tasks"),
            Map.entry("P, O, N", "desk.key.attendance.marks"),
            Map.entry("S, Z, O", "desk.key.tasks.marks"),
            Map.entry("Alt P", "desk.key.present"),
            Map.entry("Alt K", "desk.key.finish"),
            Map.entry("Esc", "desk.key.leave"),
            Map.entry("?", "desk.key.help"));

    private static final List<Map.Entry<String, String>> LINE = List.of(
            Map.entry("@OCHL", "desk.line.mention"),
            Map.entry("!", "desk.line.task"),
            Map.entry(">30.9.", "desk.line.due"),
            Map.entry("#rozhodnutí, #r", "desk.line.decision"),
            Map.entry("#usnesení, #u", "desk.line.resolution"),
            Map.entry("Enter", "desk.line.enter"));

    private KeysDialog() {}

    static void open() {
        UI ui = UI.getCurrent();
        Dialog dialog = new Dialog(ui.getTranslation("desk.keys"));
        dialog.setWidth("min(40rem, 100%)");
        // The list may be longer than the window; who has no mouse scrolls it from here.
        Div all = new Div(list(ui, KEYS), new H3(ui.getTranslation("desk.quick")), list(ui, LINE));
        all.getElement().setAttribute("tabindex", "0").setAttribute("role", "group");
        all.getElement().setAttribute("aria-label", ui.getTranslation("desk.keys"));
        dialog.add(all);
        dialog.getFooter().add(new Button(ui.getTranslation("action.close"), click -> dialog.close()));
        dialog.open();
    }

    private static DescriptionList list(UI ui, List<Map.Entry<String, String>> keys) {
        DescriptionList list = new DescriptionList();
        list.addClassName("desk-keys");
        keys.forEach(key -> list.add(
                new DescriptionList.Term(key.getKey()),
                new DescriptionList.Description(ui.getTranslation(key.getValue()))));
        return list;
    }
}
