package cz.koplan.meetings.ui;

import static com.github.mvysny.kaributesting.v10.GridKt._getFormattedRow;
import static com.github.mvysny.kaributesting.v10.GridKt._size;
import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static cz.koplan.Region.DAY;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.select.Select;
import cz.koplan.ScreenTest;
import cz.koplan.groups.GroupId;
import cz.koplan.meetings.AttendanceKind;
import cz.koplan.meetings.AttendeeData;
import cz.koplan.meetings.MeetingId;
import cz.koplan.meetings.MeetingService;
import cz.koplan.shared.actor.Actor;
import org.junit.jupiter.api.Test;

class AttendanceViewTest extends ScreenTest {

    private void open(Actor who, GroupId group) {
        open(who, "attendance/" + group.value());
    }

    @SuppressWarnings("unchecked")
    private static Grid<Object> grid() {
        return _get(Grid.class);
    }

    @SuppressWarnings("unchecked")
    private static Select<Integer> year() {
        return _get(Select.class);
    }

    @Test
    void theLastYearIsShownFirstAndAnotherMayBeChosen() {
        MeetingId earlier = region.meeting(region.own, "Loni", DAY.minusYears(1));
        for (String name : new String[] {"Charita", "Cesta", "Hvězda"}) {
            as(
                    region.own.coordinator(),
                    () -> service(MeetingService.class)
                            .addAttendee(earlier, new AttendeeData("", null, null, name, AttendanceKind.EXCUSED)));
        }
        open(region.own.member(), region.own.group());

        assertThat(heading()).isEqualTo("Statistika účasti");
        assertThat(_size(grid())).isEqualTo(1);
        assertThat(_getFormattedRow(grid(), 0)).containsSubsequence("Pramen", "1", "1", "0", "0", "0");

        _setValue(year(), DAY.getYear() - 1);
        assertThat(_size(grid())).isEqualTo(3);
        assertThat(_getFormattedRow(grid(), 0)).containsSubsequence("Cesta", "1", "0", "0", "1", "0");
        assertThat(_getFormattedRow(grid(), 1)).contains("Hvězda");
        assertThat(_getFormattedRow(grid(), 2)).contains("Charita");
    }

    @Test
    void aYearWithoutNotedAttendanceSaysSo() {
        region.meeting(region.own, "Letos", DAY.plusYears(1));
        open(region.own.coordinator(), region.own.group());

        _assertNone(Grid.class);
        assertThat(text(_get(AttendanceView.class))).contains("Bez zapsané účasti");
    }

    @Test
    void aGroupThatNeverMetSaysWhatThisIsFor() {
        db.execute(
                "update meeting set state = 'CANCELLED' where group_id = ?",
                region.own.group().value());
        open(region.own.coordinator(), region.own.group());

        _assertNone(Grid.class);
        _assertNone(Select.class);
        assertThat(text(_get(AttendanceView.class))).contains("Zatím žádné setkání");
    }

    @Test
    void itIsReachedFromTheGroupByThoseInsideOnly() {
        open(region.own.member(), "groups/" + region.own.group().value());
        assertThat(_find(Anchor.class))
                .extracting(Anchor::getHref)
                .contains("attendance/" + region.own.group().value());

        open(region.foreign.member(), "groups/" + region.own.group().value());
        assertThat(_find(Anchor.class)).extracting(Anchor::getHref).noneMatch(href -> href.startsWith("attendance"));
        open(region.foreign.member(), region.own.group());
        assertThat(heading()).isEqualTo("Sem nemáte přístup");
    }
}
