package cz.koplan.situation.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import cz.koplan.situation.Quarter;
import cz.koplan.situation.SaidUpdate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Updates, the newest first, quarter by quarter; more of them come on request. */
class SaidList extends Div {

    static final int PAGE = 20;

    /** Fetches a page of updates. */
    @FunctionalInterface
    interface Pages {
        List<SaidUpdate> page(int offset, int limit);
    }

    private final transient Pages pages;
    private final transient SaidCards cards;
    private final int total;
    private final int level;
    private final Div quarters = new Div();
    private final Paragraph shown = new Paragraph();
    private final Button more = new Button();
    private int count;
    private @Nullable Quarter last;
    private UnorderedList list = new UnorderedList();

    /** @param level of the headings of quarters, 2 or 3 */
    SaidList(SaidCards cards, int total, int level, Pages pages) {
        this.cards = cards;
        this.total = total;
        this.level = level;
        this.pages = pages;
        addClassName("said-list");
        shown.addClassName("secondary");
        shown.getElement().setAttribute("role", "status");
        more.setText(getTranslation("situation.more"));
        more.addClickListener(click -> next());
        add(quarters, shown, more);
        next();
    }

    private void next() {
        List<SaidUpdate> page = pages.page(count, PAGE);
        for (SaidUpdate update : page) {
            Quarter quarter = Quarter.of(update.day());
            if (!quarter.equals(last)) {
                last = quarter;
                list = new UnorderedList();
                list.addClassNames("cards", "said-cards");
                String heading = QuarterWords.of(this, quarter);
                quarters.add(level == 2 ? new H2(heading) : new H3(heading), list);
            }
            ListItem item = cards.card(update);
            list.add(item);
        }
        count += page.size();
        boolean rest = count < total && !page.isEmpty();
        more.setVisible(rest);
        shown.setVisible(total > PAGE);
        shown.setText(getTranslation("situation.shown", count, total));
    }
}
