package cz.koplan.groups.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import cz.koplan.groups.Group;
import cz.koplan.groups.GroupData;
import cz.koplan.groups.GroupId;
import cz.koplan.groups.GroupKind;
import cz.koplan.groups.GroupService;
import cz.koplan.shared.ui.FormDialog;
import cz.koplan.shared.ui.Words;
import java.util.function.Consumer;

/** The form of a group. */
final class GroupDialog {

    private final TextField name = new TextField();
    private final TextField shortName = new TextField();
    private final Select<GroupKind> kind = new Select<>();
    private final TextArea description = new TextArea();
    private final IntegerField quorum = new IntegerField();
    private final Checkbox active = new Checkbox();

    private GroupDialog() {
        name.setLabel(name.getTranslation("groups.name"));
        name.setRequiredIndicatorVisible(true);
        shortName.setLabel(name.getTranslation("groups.shortName"));
        kind.setLabel(name.getTranslation("groups.kind"));
        kind.setItems(GroupKind.values());
        kind.setItemLabelGenerator(value -> Words.of(name, value));
        kind.setValue(GroupKind.WORKING);
        description.setLabel(name.getTranslation("groups.description"));
        quorum.setLabel(name.getTranslation("groups.quorum"));
        quorum.setHelperText(name.getTranslation("groups.quorum.help"));
        quorum.setMin(1);
        quorum.setMax(100);
        active.setLabel(name.getTranslation("groups.active"));
        active.setValue(true);
    }

    static FormDialog create(GroupService groups, Consumer<GroupId> done) {
        GroupDialog form = new GroupDialog();
        return new FormDialog(
                form.name.getTranslation("groups.add"), () -> done.accept(groups.create(form.data())), form.fields());
    }

    static FormDialog edit(GroupService groups, Group group, Runnable done) {
        GroupDialog form = new GroupDialog();
        GroupData data = group.data();
        form.name.setValue(data.name());
        form.shortName.setValue(data.shortName() == null ? "" : data.shortName());
        form.kind.setValue(data.kind());
        form.description.setValue(data.description() == null ? "" : data.description());
        form.quorum.setValue(data.quorumPercent());
        form.active.setValue(data.active());
        return new FormDialog(
                data.name(),
                () -> {
                    groups.update(group.id(), group.version(), form.data());
                    done.run();
                },
                form.fields());
    }

    private GroupData data() {
        return new GroupData(
                name.getValue(),
                shortName.getValue(),
                kind.getValue(),
                description.getValue(),
                active.getValue(),
                quorum.getValue());
    }

    private Component[] fields() {
        return new Component[] {name, shortName, kind, description, quorum, active};
    }
}
