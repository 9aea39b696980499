package cz.koplan.services.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import cz.koplan.services.KindOption;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Fields to choose from a list, where one finds names without diacritics. */
final class Choices {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private Choices() {}

    static <T> void fill(ComboBox<T> field, List<T> items, Function<T, String> label) {
        field.setItemLabelGenerator(label::apply);
        field.setItems(filter(label), items);
    }

    static <T> void fill(MultiSelectComboBox<T> field, List<T> items, Function<T, String> label) {
        field.setItemLabelGenerator(label::apply);
        field.setItems(filter(label), items);
    }

    private static <T> ComboBox.ItemFilter<T> filter(Function<T, String> label) {
        return (item, typed) -> fold(label.apply(item)).contains(fold(typed.strip()));
    }

    private static String fold(String text) {
        return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }

    static String label(KindOption kind) {
        return kind.section() == null ? kind.name() : kind.name() + " (" + kind.section() + ")";
    }
}
