package cz.koplan.meetings.ui;

import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.timepicker.TimePicker;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import cz.koplan.groups.GroupId;
import cz.koplan.groups.GroupRights;
import cz.koplan.groups.GroupService;
import cz.koplan.meetings.AgendaItemKind;
import cz.koplan.meetings.MeetingMode;
import cz.koplan.meetings.MeetingTemplate;
import cz.koplan.meetings.TemplateData;
import cz.koplan.meetings.TemplateItem;
import cz.koplan.meetings.TemplateService;
import cz.koplan.shared.ui.Pickers;
import cz.koplan.shared.ui.Screen;
import cz.koplan.shared.ui.Words;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What new meetings of a group start from: times, place and the standing items of the agenda. */
@Route("meeting-template")
@PermitAll
class TemplateView extends Screen implements HasUrlParameter<Long> {

    private final TemplateService templates;
    private final GroupService groups;
    private final GroupRights rights;
    private final TextField title = new TextField(getTranslation("meetings.name"));
    private final TimePicker startsAt = Pickers.time(getTranslation("meetings.startsAt"));
    private final TimePicker endsAt = Pickers.time(getTranslation("meetings.endsAt"));
    private final Select<MeetingMode> mode = new Select<>();
    private final TextField place = new TextField(getTranslation("meetings.place.orLink"));
    private final OrderedList list = new OrderedList();
    private final Button add =
            new Button(getTranslation("minutes.item.add"), VaadinIcon.PLUS.create(), click -> insert());
    private final List<ItemRow> rows = new ArrayList<>();
    private GroupId group = new GroupId(0);
    private int version;
    private boolean writable;

    TemplateView(TemplateService templates, GroupService groups, GroupRights rights) {
        this.templates = templates;
        this.groups = groups;
        this.rights = rights;
        mode.setLabel(getTranslation("meetings.mode"));
        mode.setItems(MeetingMode.values());
        mode.setItemLabelGenerator(value -> value == null ? "" : Words.of(this, value));
        mode.setEmptySelectionAllowed(true);
        title.setHelperText(getTranslation("meetings.template.name.help"));
        list.addClassName("agenda");
        add.addThemeVariants(ButtonVariant.TERTIARY);
        add.addClassName("add");
        Section usual = new Section(
                new H2(getTranslation("meetings.template.usual")),
                title,
                MeetingFields.inRow(startsAt, endsAt, mode),
                place);
        usual.addClassName("form");
        Div body = new Div(
                new Paragraph(getTranslation("meetings.template.intro")),
                usual,
                new Section(new H2(getTranslation("meetings.template.items")), list, add));
        body.addClassName("stack");
        add(body);
    }

    @Override
    public void setParameter(BeforeEvent event, Long parameter) {
        group = new GroupId(parameter);
        MeetingTemplate template = templates.get(group);
        writable = rights.coordinates(group);
        setHeading(getTranslation("meetings.template.title"));
        setSubtitle(groups.get(group).data().name());
        if (writable) {
            Button save = new Button(getTranslation("action.save"), click -> save());
            save.addThemeVariants(ButtonVariant.PRIMARY);
            setActions(save);
        }
        show(template);
    }

    private void show(MeetingTemplate template) {
        TemplateData data = template.data();
        version = template.version();
        title.setValue(data.title() == null ? "" : data.title());
        startsAt.setValue(data.startsAt());
        endsAt.setValue(data.endsAt());
        mode.setValue(data.mode());
        place.setValue(data.place() == null ? "" : data.place());
        List.<HasValue<?, ?>>of(title, startsAt, endsAt, mode, place).forEach(field -> field.setReadOnly(!writable));
        add.setVisible(writable);
        rows.clear();
        data.items().forEach(item -> rows.add(new ItemRow(item)));
        arrange();
    }

    private void arrange() {
        list.removeAll();
        rows.forEach(list::add);
    }

    private void insert() {
        ItemRow row =
                new ItemRow(new TemplateItem(getTranslation("meetings.template.newItem"), AgendaItemKind.TOPIC, null));
        rows.add(row);
        arrange();
        row.name.focus();
    }

    private void save() {
        templates.save(
                group,
                version,
                new TemplateData(
                        title.getValue(),
                        startsAt.getValue(),
                        endsAt.getValue(),
                        mode.getValue(),
                        place.getValue(),
                        rows.stream().map(ItemRow::item).toList()));
        show(templates.get(group));
        Notification.show(getTranslation("meetings.template.saved"));
    }

    private final class ItemRow extends ListItem {

        private final TextField name = new TextField();
        private final Select<AgendaItemKind> kind = new Select<>();
        private final IntegerField minutes = new IntegerField();

        ItemRow(TemplateItem item) {
            name.setAriaLabel(getTranslation("minutes.item.title"));
            name.setValue(item.title());
            name.setReadOnly(!writable);
            kind.setAriaLabel(getTranslation("minutes.item.kind"));
            kind.setItems(AgendaItemKind.values());
            kind.setItemLabelGenerator(value -> Words.of(this, value));
            kind.setValue(item.kind());
            kind.setReadOnly(!writable);
            minutes.setAriaLabel(getTranslation("meetings.item.minutes"));
            minutes.setPlaceholder(getTranslation("meetings.item.minutes"));
            minutes.setValue(item.minutes());
            minutes.setReadOnly(!writable);
            Div fields = MeetingFields.inRow(name, kind, minutes);
            fields.addClassName("what");
            add(fields);
            if (writable) {
                Div buttons = new Div(
                        Words.iconButton(
                                VaadinIcon.ARROW_UP,
                                getTranslation("meetings.item.up", item.title()),
                                () -> swap(rows.indexOf(this), -1)),
                        Words.iconButton(
                                VaadinIcon.ARROW_DOWN,
                                getTranslation("meetings.item.down", item.title()),
                                () -> swap(rows.indexOf(this), 1)),
                        Words.iconButton(
                                VaadinIcon.CLOSE_SMALL, getTranslation("meetings.item.remove.of", item.title()), () -> {
                                    rows.remove(this);
                                    arrange();
                                }));
                buttons.addClassName("line-buttons");
                add(buttons);
            }
        }

        private void swap(int index, int step) {
            if (index + step >= 0 && index + step < rows.size()) {
                Collections.swap(rows, index, index + step);
                arrange();
            }
        }

        TemplateItem item() {
            return new TemplateItem(name.getValue(), kind.getValue(), minutes.getValue());
        }
    }
}
