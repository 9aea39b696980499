package cz.koplan.imports;

import cz.koplan.meetings.AgendaItemId;
import cz.koplan.organisations.OrganisationId;
import cz.koplan.reading.ReadMinutes;
import cz.koplan.shared.text.Markdown;
import cz.koplan.updates.UpdateData;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Collects the lines of the round table in the source's order. An organisation has one line per meeting: what else the
 * source says of it, under whatever name, joins that line.
 */
final class RoundTable {

    record Line(AgendaItemId item, UpdateData data) {}

    private final Understanding understanding;
    private final Map<Object, Line> byOrganisation = new LinkedHashMap<>();

    RoundTable(Understanding understanding) {
        this.understanding = understanding;
    }

    void add(AgendaItemId item, ReadMinutes.Update update) {
        Optional<OrganisationId> organisation = understanding.organisation(update.label());
        var data = new UpdateData(organisation.orElse(null), update.label(), Markdown.escape(update.text()));
        byOrganisation.merge(
                organisation.<Object>map(id -> id).orElse(update), new Line(item, data), RoundTable::joined);
    }

    private static Line joined(Line first, Line more) {
        String name = Markdown.escape(String.valueOf(more.data().sourceLabel()));
        String text =
                first.data().text() + "\n\n**" + name + "** " + more.data().text();
        return new Line(
                first.item(),
                new UpdateData(first.data().organisation(), first.data().sourceLabel(), text));
    }

    Collection<Line> lines() {
        return byOrganisation.values();
    }
}
