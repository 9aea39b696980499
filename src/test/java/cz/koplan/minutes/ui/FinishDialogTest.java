package cz.koplan.minutes.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNoDialogs;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import cz.koplan.ScreenTest;
import cz.koplan.minutes.MinutesService;
import cz.koplan.minutes.RevisionService;
import cz.koplan.tasks.TaskData;
import cz.koplan.tasks.TaskService;
import cz.koplan.tasks.TaskState;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FinishDialogTest extends ScreenTest {

    private final List<String> finished = new ArrayList<>();

    private void openDialog() {
        open(region.own.coordinator(), "meetings/" + region.own.meeting().value());
        MinutesNavigation.openFinish(
                service(RevisionService.class),
                region.own.meeting(),
                item -> finished.add("item " + item.value()),
                () -> finished.add("finished"));
    }

    private int revisions() {
        return as(
                region.own.coordinator(),
                () -> service(RevisionService.class).list(region.own.meeting()).size());
    }

    private static Button finish() {
        return _get(Button.class, spec -> spec.withText("Dokončit zápis"));
    }

    private static Checkbox overrule(String finding) {
        return _find(Checkbox.class).stream()
                .filter(box -> box.getAriaLabel()
                        .filter(("Přesto dokončit: " + finding)::equals)
                        .isPresent())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatIsMissingIsOverruledOneByOne() {
        openDialog();
        assertThat(text(_get(Dialog.class))).contains("doplňte 1 věc");
        assertThat(finish().isEnabled()).isFalse();

        _setValue(overrule("Úkol bez termínu: Rozeslat dotazník."), true);
        assertThat(finish().isEnabled()).isTrue();
        finish().click();

        _assertNoDialogs();
        assertThat(finished).hasSize(1);
        assertThat(revisions()).isEqualTo(1);
    }

    @Test
    void everythingIsOverruledAtOnce() {
        as(
                region.own.coordinator(),
                () -> service(TaskService.class)
                        .add(region.own.meeting(), new TaskData("Druhý.", null, null, null, null, TaskState.OPEN)));
        openDialog();
        assertThat(text(_get(Dialog.class))).contains("doplňte 3 věci");
        Checkbox all = _get(Checkbox.class, spec -> spec.withLabel("Přesto dokončit, ponechat vše"));

        _setValue(all, true);
        assertThat(finish().isEnabled()).isTrue();
        _setValue(overrule("Úkol bez odpovědné osoby: Druhý."), false);
        assertThat(all.getValue()).isFalse();
        assertThat(finish().isEnabled()).isFalse();
        assertThat(overrule("Úkol bez termínu: Druhý.").getValue()).isTrue();
    }

    @Test
    void theLinkLeadsToThePlace() {
        openDialog();
        click("Úkol bez termínu: Rozeslat dotazník.");
        _assertNoDialogs();
        assertThat(finished).isEmpty();
        assertThat(revisions()).isZero();
    }

    @Test
    void theItemOfThePlaceIsShownFirst() {
        as(
                region.own.coordinator(),
                () -> service(TaskService.class)
                        .add(
                                region.own.meeting(),
                                region.own.topic(),
                                new TaskData("Druhý.", "Eva", null, null, null, TaskState.OPEN)));
        openDialog();
        click("Úkol bez termínu: Druhý.");
        assertThat(finished).containsExactly("item " + region.own.topic().value());
    }

    @Test
    void whatCameUpMeanwhileIsShownAndNotFinishedOver() {
        openDialog();
        _setValue(overrule("Úkol bez termínu: Rozeslat dotazník."), true);
        as(
                region.own.coordinator(),
                () -> service(TaskService.class)
                        .add(region.own.meeting(), new TaskData("Druhý.", "Eva", null, null, null, TaskState.OPEN)));
        finish().click();

        assertThat(text(_get(Dialog.class))).contains("V zápisu chybí ještě 1 věc", "Úkol bez termínu: Druhý.");
        assertThat(revisions()).isZero();
    }

    @Test
    void nothingIsAskedWhenNothingIsMissing() {
        as(region.own.coordinator(), () -> {
            var task = service(MinutesService.class)
                    .page(region.own.meeting())
                    .tasks()
                    .getFirst();
            service(TaskService.class).remove(region.own.meeting(), task.id(), task.version());
        });
        openDialog();
        assertThat(text(_get(Dialog.class))).contains("nic v něm nechybí");
        finish().click();
        assertThat(revisions()).isEqualTo(1);
    }
}
