package cz.koplan.meetings;

import cz.koplan.shared.Input;
import cz.koplan.shared.InvalidInputException;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a new meeting of a group starts from; what is null is left open. */
public record TemplateData(
        @Nullable String title,
        @Nullable LocalTime startsAt,
        @Nullable LocalTime endsAt,
        @Nullable MeetingMode mode,
        @Nullable String place,
        List<TemplateItem> items) {

    private static final int MAX_ITEMS = 50;

    /** What a group starts from while it has no template of its own; agendas are Czech whoever looks at them. */
    static final TemplateData USUAL = new TemplateData(
            null,
            null,
            null,
            null,
            null,
            List.of(
                    new TemplateItem("Schválení zápisu z minulého setkání", AgendaItemKind.APPROVAL, 5),
                    new TemplateItem("Kontrola úkolů", AgendaItemKind.TASK_CHECK, 10),
                    new TemplateItem("Informace od členů", AgendaItemKind.ROUND_TABLE, 40),
                    new TemplateItem("Různé", AgendaItemKind.TOPIC, null)));

    public TemplateData {
        title = Input.line(title, 300);
        place = Input.line(place, 300);
        items = List.copyOf(items);
        if (startsAt != null && endsAt != null && !endsAt.isAfter(startsAt)) {
            throw new InvalidInputException("meetings.end.beforeStart");
        }
        if (items.size() > MAX_ITEMS) {
            throw new InvalidInputException("meetings.template.tooLong", MAX_ITEMS);
        }
    }

    List<AgendaItemData> agenda() {
        return items.stream().map(TemplateItem::onAgenda).toList();
    }
}
