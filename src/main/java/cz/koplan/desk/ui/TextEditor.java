package cz.koplan.desk.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import cz.koplan.desk.TextPlace;
import java.util.Collection;
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

    /** Hears what is done with the whole text, by a button or by its key. */
    TextEditor onMark(Consumer<Mark> listener) {
        getElement()
                .addEventListener(
                        "desk-mark",
                        event -> Mark.of(event.getEventData()
                                        .get("event.detail.mark")
                                        .asString())
                                .ifPresent(listener))
                .addEventData("event.detail.mark");
        return this;
    }

    /** Offers what can be done with the whole text; the script draws the buttons, for hundreds of ours would be heavy. */
    void offer(Collection<Mark> marks) {
        getElement().setAttribute("marks", Mark.names(marks));
    }

    void press(Collection<Mark> marks) {
        getElement().setAttribute("pressed", Mark.names(marks));
    }

    void show(int version, String text) {
        if (version > shown) {
            shown = version;
            getElement().setPropertyMap("stored", Map.of("version", version, "text", text));
        }
    }
}
