package cz.koplan.meetings;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** When and where a group would meet next, as far as its habits tell. */
final class NextMeeting {

    private static final int FORTNIGHT = 14;

    private NextMeeting() {}

    /** @param groupName the title, where neither template nor last meeting gives one */
    static MeetingData propose(Optional<MeetingData> last, TemplateData template, String groupName, LocalDate today) {
        LocalTime announced = last.map(MeetingData::nextStartsAt).orElse(null);
        LocalTime start = first(
                announced, template.startsAt(), last.map(MeetingData::startsAt).orElse(null));
        LocalTime end =
                first(null, template.endsAt(), last.map(MeetingData::endsAt).orElse(null));
        LocalDate day = last.map(before -> day(before, today)).orElse(today.plusDays(FORTNIGHT));
        return new MeetingData(
                template.title() != null
                        ? template.title()
                        : last.map(before -> title(before, day)).orElse(groupName),
                day,
                start,
                start != null && end != null && end.isAfter(start) ? end : null,
                template.mode() != null
                        ? template.mode()
                        : last.map(MeetingData::mode).orElse(null),
                first(
                        last.map(MeetingData::nextPlace).orElse(null),
                        template.place(),
                        last.map(MeetingData::place).orElse(null)),
                null,
                null,
                null);
    }

    /** A title that names month or year of the last meeting names those of the next one. */
    static String title(MeetingData last, LocalDate next) {
        return last.title()
                .replace(month(last.heldOn()), month(next))
                .replaceAll("\\b" + last.heldOn().getYear() + "\\b", String.valueOf(next.getYear()));
    }

    private static String month(LocalDate day) {
        return day.getMonth().getDisplayName(TextStyle.FULL_STANDALONE, Locale.of("cs"));
    }

    private static <T> @Nullable T first(@Nullable T announced, @Nullable T usual, @Nullable T before) {
        return announced != null ? announced : usual != null ? usual : before;
    }

    /** Never a day that has passed. */
    private static LocalDate day(MeetingData last, LocalDate today) {
        if (last.nextHeldOn() != null && !last.nextHeldOn().isBefore(today)) {
            return last.nextHeldOn();
        }
        LocalDate day;
        YearMonth month = YearMonth.from(last.heldOn());
        do {
            month = month.plusMonths(1);
            day = sameWeekday(last.heldOn(), month);
        } while (day.isBefore(today));
        return day;
    }

    /** The third Monday stays the third Monday; the fifth becomes the last. */
    private static LocalDate sameWeekday(LocalDate model, YearMonth month) {
        int nth = (model.getDayOfMonth() - 1) / 7 + 1;
        return month.atDay(1).with(TemporalAdjusters.dayOfWeekInMonth(nth > 4 ? -1 : nth, model.getDayOfWeek()));
    }
}
