package cz.koplan.desk.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.IntegerField;
import cz.koplan.minutes.Vote;
import cz.koplan.shared.ui.FormDialog;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How a decision was voted on, and which providers it concerns themselves. */
final class VoteDialog {

    private static final String BETWEEN = "; ";

    private VoteDialog() {}

    static void open(
            @Nullable Vote vote, List<String> providers, Optional<String> warning, Consumer<@Nullable Vote> save) {
        UI ui = UI.getCurrent();
        IntegerField inFavour = count(ui, "desk.vote.for", vote == null ? null : vote.inFavour());
        IntegerField against = count(ui, "desk.vote.against", vote == null ? null : vote.against());
        IntegerField abstained = count(ui, "desk.vote.abstained", vote == null ? null : vote.abstained());
        MultiSelectComboBox<String> conflict = new MultiSelectComboBox<>(ui.getTranslation("desk.vote.conflict"));
        conflict.setHelperText(ui.getTranslation("desk.vote.conflict.help"));
        Set<String> named = vote == null || vote.conflictOfInterest() == null
                ? Set.of()
                : Arrays.stream(vote.conflictOfInterest().split(BETWEEN)).collect(Collectors.toSet());
        conflict.setItems(
                Stream.concat(providers.stream(), named.stream()).distinct().toList());
        conflict.setValue(named);
        Paragraph quorum = new Paragraph(warning.orElse(""));
        quorum.addClassName("form-error");
        quorum.setVisible(warning.isPresent());
        new FormDialog(
                        ui.getTranslation("desk.vote"),
                        () -> {
                            boolean none = inFavour.isEmpty() && against.isEmpty() && abstained.isEmpty();
                            save.accept(
                                    none && conflict.isEmpty()
                                            ? null
                                            : new Vote(
                                                    number(inFavour),
                                                    number(against),
                                                    number(abstained),
                                                    String.join(BETWEEN, conflict.getValue())));
                        },
                        quorum,
                        inFavour,
                        against,
                        abstained,
                        conflict)
                .open();
    }

    private static IntegerField count(UI ui, String key, @Nullable Integer value) {
        IntegerField field = new IntegerField(ui.getTranslation(key));
        field.setMin(0);
        field.setMax(999);
        field.setStepButtonsVisible(true);
        field.setValue(value);
        return field;
    }

    private static int number(IntegerField field) {
        return field.getValue() == null ? 0 : field.getValue();
    }
}
