package cz.koplan.minutes.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import cz.koplan.minutes.Comparison;
import cz.koplan.minutes.RowChange;
import cz.koplan.shared.text.TextComparison;
import cz.koplan.shared.text.TextComparison.Part;
import cz.koplan.shared.ui.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Two revisions side by side, on a phone one under another, with every change marked by strokes and words, never by
 * colour alone. N and P go from change to change.
 */
class ComparisonSections extends Article {

    private final String before;
    private final String after;
    private final List<Div> changes = new ArrayList<>();
    private final Span standing = new Span();
    private int current = -1;

    ComparisonSections(Comparison comparison, String before, String after) {
        this.before = before;
        this.after = after;
        addClassName("comparison");
        standing.getElement().setAttribute("role", "status");
        Button previous = new Button(getTranslation("revisions.change.previous"), click -> lead(-1));
        Button next = new Button(getTranslation("revisions.change.next"), click -> lead(1));
        Div steps = new Div(previous, next, standing);
        steps.addClassName("comparison-steps");
        Div heads = new Div(new Div(before), new Div(after));
        heads.addClassNames("compared", "compared-heads");
        add(steps, heads);
        comparison.sections().forEach(section -> add(section(section)));

        boolean any = !changes.isEmpty();
        previous.setVisible(any);
        next.setVisible(any);
        standing.setText(getTranslation("revisions.changes", changes.size()));
        if (any) {
            Shortcuts.addShortcutListener(this, () -> lead(1), Key.KEY_N);
            Shortcuts.addShortcutListener(this, () -> lead(-1), Key.KEY_P);
        }
    }

    private void lead(int step) {
        current = current < 0 && step < 0 ? changes.size() - 1 : Math.floorMod(current + step, changes.size());
        standing.setText(getTranslation("revisions.change.standing", current + 1, changes.size()));
        changes.get(current).getElement().executeJs("this.scrollIntoView({block: 'center'}); this.focus();");
    }

    private Section section(Comparison.Section section) {
        Section box = new Section();
        Comparison.Row heading = section.heading();
        if (heading.differs()) {
            Div row = row(heading);
            row.addClassName("strong");
            box.add(row);
        } else {
            box.add(new H2(side(heading.parts(), TextComparison.Kind.ADDED)));
        }
        section.rows().forEach(row -> box.add(row(row)));
        return box;
    }

    private Div row(Comparison.Row row) {
        Div box = new Div();
        box.addClassName("compared");
        if (!row.differs()) {
            box.addClassName("compared-same");
            String text = side(row.parts(), TextComparison.Kind.ADDED);
            Div old = new Div(text);
            old.getElement().setAttribute("aria-hidden", "true");
            box.add(old, new Div(text));
            return box;
        }
        String words = Stream.of(
                        row.change() == RowChange.SAME ? "" : Words.of(this, row.change()),
                        row.moved() ? getTranslation("revisions.moved") : "")
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining(", "));
        Span tag = new Span(words);
        tag.addClassName("tag");
        box.add(tag);
        box.add(cell(before, row.change() == RowChange.ADDED ? List.of() : row.parts(), TextComparison.Kind.ADDED));
        box.add(cell(after, row.change() == RowChange.REMOVED ? List.of() : row.parts(), TextComparison.Kind.REMOVED));
        box.addClassName("compared-differs");
        box.getElement().setAttribute("tabindex", "-1");
        box.getElement().setAttribute("role", "group");
        box.getElement().setAttribute("aria-label", words);
        changes.add(box);
        return box;
    }

    private Div cell(String revision, List<Part> parts, TextComparison.Kind hidden) {
        Span side = new Span(revision + ":");
        side.addClassName("compared-side");
        Div cell = new Div(side);
        parts.stream().filter(part -> part.kind() != hidden).forEach(part -> cell.add(part(part)));
        if (parts.isEmpty()) {
            cell.addClassName("compared-nothing");
            cell.add(new Text("–"));
        }
        return cell;
    }

    private Component part(Part part) {
        return switch (part.kind()) {
            case SAME -> new Text(part.text());
            case REMOVED -> marked("del", "revisions.removed", part.text());
            case ADDED -> marked("ins", "revisions.added", part.text());
        };
    }

    /** Screen readers pass over the elements as such, so a word tells what they mean. */
    private Component marked(String tag, String key, String text) {
        Span word = new Span(getTranslation(key) + " ");
        word.addClassName("for-readers");
        HtmlContainer mark = new HtmlContainer(tag);
        mark.add(word, new Text(text));
        return mark;
    }

    private static String side(List<Part> parts, TextComparison.Kind hidden) {
        return parts.stream()
                .filter(part -> part.kind() != hidden)
                .map(Part::text)
                .collect(Collectors.joining());
    }
}
