package cz.koplan.desk.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import cz.koplan.desk.TextPlace;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A text that is stored as it is typed ({@code scripts/desk.js}). Flow only tells it what was stored when the page was
 * made; typing and what others type go past Flow.
 */
@Tag("koplan-text")
class TextEditor extends Component {

    private int shown = -1;

    TextEditor(TextPlace place, String label, boolean writable) {
        setId(place.toString());
        getElement().setAttribute("place", place.toString());
        getElement().setAttribute("label", label);
        if (!writable) {
            getElement().setAttribute("readonly", true);
        }
    }

    TextEditor placeholder(String text) {
        getElement().setAttribute("placeholder", text);
        return this;
    }

    /** Makes it a place that „next unfilled“ goes to while it is empty. */
    TextEditor toFill() {
        getElement().setAttribute("fill", true);
        return this;
    }

    /** Nothing needs to be typed here, because something else was noted. */
    void setSettled(boolean settled) {
        getElement().setAttribute("settled", settled);
    }

    /** Hears the keys that mark the whole text: {@code internal}, {@code no-news}, {@code absent}, {@code vote}. */
    TextEditor onMark(Consumer<String> listener) {
        getElement().setAttribute("markable", true);
        getElement()
                .addEventListener(
                        "desk-mark",
                        event -> listener.accept(
                                event.getEventData().get("event.detail.mark").asString()))
                .addEventData("event.detail.mark");
        return this;
    }

    void show(int version, String text) {
        if (version > shown) {
            shown = version;
            getElement().setPropertyMap("stored", Map.of("version", version, "text", text));
        }
    }
}
