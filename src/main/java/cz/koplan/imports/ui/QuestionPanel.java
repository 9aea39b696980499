package cz.koplan.imports.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import cz.koplan.groups.GroupId;
import cz.koplan.groups.GroupRights;
import cz.koplan.groups.GroupRow;
import cz.koplan.groups.GroupService;
import cz.koplan.imports.ImportId;
import cz.koplan.imports.ImportQuestion;
import cz.koplan.imports.ImportReview;
import cz.koplan.imports.ImportService;
import cz.koplan.minutes.ui.MinutesNavigation;
import cz.koplan.organisations.OrganisationId;
import cz.koplan.organisations.OrganisationName;
import cz.koplan.organisations.OrganisationRow;
import cz.koplan.organisations.OrganisationService;
import cz.koplan.shared.ui.FormDialog;
import cz.koplan.shared.ui.Pickers;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The open questions of an import, one at a time. Every answer has a key: Alt and a digit for the answers in their order,
 * so that a whole file is settled without the mouse.
 */
class QuestionPanel extends Section {

    private static final Key[] DIGITS = {
        Key.DIGIT_1,
        Key.DIGIT_2,
        Key.DIGIT_3,
        Key.DIGIT_4,
        Key.DIGIT_5,
        Key.DIGIT_6,
        Key.DIGIT_7,
        Key.DIGIT_8,
        Key.DIGIT_9
    };

    private final ImportService imports;
    private final GroupService groups;
    private final GroupRights groupRights;
    private final OrganisationService organisations;
    private final Runnable answered;
    private final List<Button> answers = new ArrayList<>();
    private final Div controls = new Div();
    private ImportId id = new ImportId(0);

    QuestionPanel(
            ImportService imports,
            GroupService groups,
            GroupRights groupRights,
            OrganisationService organisations,
            Runnable answered) {
        this.imports = imports;
        this.groups = groups;
        this.groupRights = groupRights;
        this.organisations = organisations;
        this.answered = answered;
        addClassName("questions");
        getElement().setAttribute("aria-live", "polite");
        controls.addClassName("answers");
    }

    void show(ImportReview review) {
        id = review.id();
        removeAll();
        controls.removeAll();
        answers.clear();
        setClassName("settled", review.open().isEmpty());
        if (review.open().isEmpty()) {
            add(VaadinIcon.CHECK_CIRCLE_O.create(), new H2(getTranslation("imports.settled")));
            return;
        }
        ImportQuestion question = review.open().getFirst();
        Span progress = new Span(getTranslation(
                "imports.question.progress", review.asked() - review.open().size() + 1, review.asked()));
        progress.addClassName("secondary");
        H2 text = new H2();
        add(progress, text, controls);
        if (question.lines() != null) {
            text.getElement()
                    .setAttribute(
                            "data-lines",
                            question.lines().from() + "-" + question.lines().to());
            text.getElement().setAttribute("data-lit", "");
        }
        switch (question) {
            case ImportQuestion.WhichGroup group -> ask(text, group);
            case ImportQuestion.WhichDate date -> ask(text, date);
            case ImportQuestion.WhichOrganisation organisation -> ask(text, organisation);
            case ImportQuestion.WhoseAttendee attendee -> ask(text, attendee, review.open());
            case ImportQuestion.UnusedText unused -> ask(text, unused, review.open());
            case ImportQuestion.SameDay sameDay -> ask(text, sameDay);
            case ImportQuestion.Doubt doubt -> ask(text, doubt);
        }
    }

    private void ask(H2 text, ImportQuestion.WhichGroup question) {
        text.setText(getTranslation("imports.ask.group", question.written() == null ? "–" : question.written()));
        List<GroupId> own = groupRights.coordinated();
        List<GroupRow> rows =
                groups.rows().stream().filter(row -> own.contains(row.id())).toList();
        question.proposals()
                .forEach(proposal -> rows.stream()
                        .filter(row -> row.id().equals(proposal))
                        .forEach(row -> answer(row.name(), () -> imports.chooseGroup(id, row.id()))));
        ComboBox<GroupRow> other = new ComboBox<>();
        other.setAriaLabel(getTranslation("imports.ask.group.other"));
        other.setPlaceholder(getTranslation("imports.ask.group.other"));
        other.setItems(rows);
        other.setItemLabelGenerator(GroupRow::name);
        other.addValueChangeListener(
                change -> settle(() -> imports.chooseGroup(id, change.getValue().id())));
        controls.add(other);
    }

    private void ask(H2 text, ImportQuestion.WhichDate question) {
        text.setText(question.message());
        DatePicker date = Pickers.day(getTranslation("meetings.heldOn"));
        controls.add(date);
        answer(getTranslation("imports.ask.date.use"), () -> {
            if (date.getValue() == null) {
                throw new cz.koplan.shared.InvalidInputException("meetings.heldOn.needed");
            }
            imports.chooseDate(id, date.getValue());
        });
    }

    private void ask(H2 text, ImportQuestion.WhichOrganisation question) {
        text.setText(getTranslation("imports.ask.organisation", question.label()));
        Checkbox remember = new Checkbox(getTranslation("imports.ask.organisation.remember", question.label()), true);
        Consumer<OrganisationId> choose =
                organisation -> imports.chooseOrganisation(id, question.label(), organisation, remember.getValue());
        for (OrganisationName similar : question.similar()) {
            answer(similar.name(), () -> choose.accept(similar.id()));
        }
        controls.add(otherOrganisation(choose));
        answer(getTranslation("imports.ask.organisation.create"), () -> openCreate(question.label()), false);
        answer(getTranslation("imports.ask.organisation.leave"), () -> imports.leave(id, List.of(question)));
        controls.add(remember);
    }

    private ComboBox<OrganisationRow> otherOrganisation(Consumer<OrganisationId> choose) {
        ComboBox<OrganisationRow> other = new ComboBox<>();
        other.setAriaLabel(getTranslation("imports.ask.organisation.other"));
        other.setPlaceholder(getTranslation("imports.ask.organisation.other"));
        other.setItemLabelGenerator(OrganisationRow::name);
        other.setItems(
                query -> organisations.rows(query.getFilter().orElse(""), query.getOffset(), query.getLimit()).stream(),
                query -> organisations.count(query.getFilter().orElse("")));
        other.addValueChangeListener(
                change -> settle(() -> choose.accept(change.getValue().id())));
        return other;
    }

    private void openCreate(String label) {
        TextField name = new TextField(getTranslation("organisations.name"));
        name.setValue(label);
        name.setHelperText(getTranslation("imports.ask.organisation.create.help", label));
        new FormDialog(
                        getTranslation("imports.ask.organisation.create"),
                        () -> {
                            imports.createOrganisation(id, label, name.getValue());
                            answered.run();
                        },
                        name)
                .open();
    }

    private void ask(H2 text, ImportQuestion.WhoseAttendee question, List<ImportQuestion> open) {
        text.setText(getTranslation("imports.ask.attendee", question.name()));
        controls.add(
                otherOrganisation(organisation -> imports.chooseOrganisationOf(id, question.name(), organisation)));
        answer(getTranslation("imports.ask.attendee.leave"), () -> imports.leave(id, List.of(question)));
        leaveAll(open, ImportQuestion.WhoseAttendee.class, "imports.ask.attendee.leaveAll");
    }

    private void ask(H2 text, ImportQuestion.UnusedText question, List<ImportQuestion> open) {
        text.setText(getTranslation("imports.ask.unused"));
        Paragraph passage = new Paragraph(question.text());
        passage.addClassName("passage");
        controls.add(passage);
        answer(getTranslation("imports.ask.unused.keep"), () -> imports.keepText(id, question));
        answer(getTranslation("imports.ask.unused.leave"), () -> imports.leave(id, List.of(question)));
        leaveAll(open, ImportQuestion.UnusedText.class, "imports.ask.unused.leaveAll");
    }

    private void leaveAll(List<ImportQuestion> open, Class<? extends ImportQuestion> kind, String key) {
        List<ImportQuestion> same = open.stream().filter(kind::isInstance).toList();
        if (same.size() > 1) {
            answer(getTranslation(key, same.size()), () -> imports.leave(id, same));
        }
    }

    private void ask(H2 text, ImportQuestion.SameDay question) {
        text.setText(getTranslation("imports.ask.sameDay"));
        controls.add(MinutesNavigation.link(getTranslation("imports.ask.sameDay.show"), question.meeting()));
        answer(getTranslation("imports.ask.sameDay.different"), () -> imports.leave(id, List.of(question)));
    }

    private void ask(H2 text, ImportQuestion.Doubt question) {
        text.setText(question.message());
        answer(getTranslation("imports.ask.doubt.seen"), () -> imports.leave(id, List.of(question)));
    }

    private void answer(String label, Runnable answer) {
        answer(label, answer, true);
    }

    private void answer(String label, Runnable answer, boolean settles) {
        Button button = new Button(label, click -> {
            if (settles) {
                settle(answer);
            } else {
                answer.run();
            }
        });
        if (answers.size() < DIGITS.length) {
            Span key = new Span("Alt " + (answers.size() + 1));
            key.addClassName("key");
            button.setSuffixComponent(key);
            button.addClickShortcut(DIGITS[answers.size()], KeyModifier.ALT);
        }
        answers.add(button);
        controls.add(button);
    }

    private void settle(Runnable answer) {
        answer.run();
        answered.run();
    }
}
