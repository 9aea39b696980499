package cz.koplan.organisations.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.TextField;
import cz.koplan.organisations.Person;
import cz.koplan.organisations.PersonData;
import cz.koplan.organisations.PersonService;
import cz.koplan.shared.actor.PersonId;
import cz.koplan.shared.ui.FormDialog;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The form of a person. */
final class PersonDialog {

    private final TextField titleBefore = new TextField();
    private final TextField givenName = new TextField();
    private final TextField familyName = new TextField();
    private final TextField titleAfter = new TextField();
    private final EmailField email = new EmailField();
    private final TextField phone = new TextField();
    private final Checkbox publishName = new Checkbox();

    private PersonDialog(@Nullable PersonData data) {
        titleBefore.setLabel(titleBefore.getTranslation("people.titleBefore"));
        givenName.setLabel(titleBefore.getTranslation("people.givenName"));
        familyName.setLabel(titleBefore.getTranslation("people.familyName"));
        familyName.setRequiredIndicatorVisible(true);
        titleAfter.setLabel(titleBefore.getTranslation("people.titleAfter"));
        email.setLabel(titleBefore.getTranslation("people.email"));
        phone.setLabel(titleBefore.getTranslation("people.phone"));
        publishName.setLabel(titleBefore.getTranslation("people.publishName"));
        if (data != null) {
            titleBefore.setValue(text(data.titleBefore()));
            givenName.setValue(text(data.givenName()));
            familyName.setValue(data.familyName());
            titleAfter.setValue(text(data.titleAfter()));
            email.setValue(text(data.email()));
            phone.setValue(text(data.phone()));
            publishName.setValue(data.publishName());
        }
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    static FormDialog create(PersonService people, Consumer<PersonId> done) {
        PersonDialog form = new PersonDialog(null);
        return new FormDialog(
                form.email.getTranslation("people.add"), () -> done.accept(people.create(form.data())), form.fields());
    }

    static FormDialog edit(PersonService people, Person person, Runnable done) {
        PersonDialog form = new PersonDialog(person.data());
        return new FormDialog(
                person.data().displayName(),
                () -> {
                    people.update(person.id(), person.version(), form.data());
                    done.run();
                },
                form.fields());
    }

    private PersonData data() {
        return new PersonData(
                titleBefore.getValue(),
                givenName.getValue(),
                familyName.getValue(),
                titleAfter.getValue(),
                email.getValue(),
                phone.getValue(),
                publishName.getValue());
    }

    private Component[] fields() {
        return new Component[] {titleBefore, givenName, familyName, titleAfter, email, phone, publishName};
    }
}
