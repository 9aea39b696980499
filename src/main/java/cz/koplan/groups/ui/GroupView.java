package cz.koplan.groups.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import com.vaadin.flow.server.streams.UploadHandler;
import cz.koplan.groups.DelegateKind;
import cz.koplan.groups.Group;
import cz.koplan.groups.GroupId;
import cz.koplan.groups.GroupRights;
import cz.koplan.groups.GroupService;
import cz.koplan.groups.Member;
import cz.koplan.organisations.OrganisationRow;
import cz.koplan.organisations.OrganisationService;
import cz.koplan.organisations.PersonRow;
import cz.koplan.organisations.PersonService;
import cz.koplan.shared.InvalidInputException;
import cz.koplan.shared.ui.EmptyState;
import cz.koplan.shared.ui.FormDialog;
import cz.koplan.shared.ui.Pickers;
import cz.koplan.shared.ui.Screen;
import cz.koplan.shared.ui.Words;
import jakarta.annotation.security.PermitAll;
import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One group: who coordinates it, who is a member and who speaks for the member. */
@Route("groups")
@PermitAll
class GroupView extends Screen implements HasUrlParameter<Long> {

    private final GroupService groups;
    private final GroupRights rights;
    private final OrganisationService organisations;
    private final PersonService people;
    private final Div body = new Div();
    private GroupId id = new GroupId(0);

    GroupView(GroupService groups, GroupRights rights, OrganisationService organisations, PersonService people) {
        this.groups = groups;
        this.rights = rights;
        this.organisations = organisations;
        this.people = people;
        body.addClassName("stack");
        add(body);
    }

    @Override
    public void setParameter(BeforeEvent event, Long parameter) {
        id = new GroupId(parameter);
        refresh();
    }

    private void refresh() {
        Group group = groups.get(id);
        boolean keepsMembers = rights.keepMembers(id);
        setHeading(group.data().name());
        setSubtitle(Words.of(this, group.data().kind()));
        body.removeAll();
        setActions();
        if (keepsMembers) {
            Button add = new Button(getTranslation("groups.member.add"), click -> openAddOrganisation());
            add.addThemeVariants(ButtonVariant.PRIMARY);
            Button addPerson = new Button(getTranslation("groups.member.addPerson"), click -> openAddPerson());
            if (rights.keep()) {
                Button edit = new Button(
                        getTranslation("action.edit"),
                        click -> GroupDialog.edit(groups, group, this::refresh).open());
                setActions(edit, addPerson, add);
            } else {
                setActions(addPerson, add);
            }
        }
        if (group.data().description() != null) {
            body.add(new Paragraph(group.data().description()));
        }
        if (rights.coordinates(id)) {
            body.add(new Anchor("meeting-template/" + id.value(), getTranslation("meetings.template.title")));
        }
        body.add(coordinators(group));
        if (rights.seeMembers(id)) {
            body.add(members(keepsMembers));
        }
        if (rights.readInside(id)) {
            body.add(new Anchor("attendance/" + id.value(), getTranslation("attendance.statistics")));
        }
        if (keepsMembers) {
            body.add(logo(group));
        }
    }

    private Component coordinators(Group group) {
        Section section = new Section(new H2(getTranslation("groups.coordinators")));
        UnorderedList list = new UnorderedList();
        list.addClassName("lines");
        group.coordinators().forEach(coordinator -> {
            ListItem line = new ListItem(new Span(coordinator.name()));
            if (rights.keep()) {
                line.add(Words.iconButton(
                        VaadinIcon.CLOSE_SMALL, getTranslation("groups.coordinator.remove", coordinator.name()), () -> {
                            groups.removeCoordinator(coordinator.id());
                            refresh();
                        }));
            }
            list.add(line);
        });
        if (group.coordinators().isEmpty()) {
            section.add(new Paragraph(getTranslation("groups.coordinators.none")));
        }
        section.add(list);
        if (rights.keep()) {
            section.add(new Button(getTranslation("groups.coordinator.add"), click -> openAddCoordinator()));
        }
        return section;
    }

    private Component members(boolean keeps) {
        List<Member> members = groups.members(id);
        LocalDate today = LocalDate.now(ZoneId.of("Europe/Prague"));
        List<Member> now =
                members.stream().filter(member -> member.validOn(today)).toList();
        List<Member> others =
                members.stream().filter(member -> !member.validOn(today)).toList();
        Section section = new Section(new H2(getTranslation("groups.members") + " (" + now.size() + ")"));
        if (members.isEmpty()) {
            section.add(new EmptyState(
                    getTranslation("groups.members.empty.title"), getTranslation("groups.members.empty.text")));
            return section;
        }
        section.add(list(now, keeps));
        if (!others.isEmpty()) {
            var details = new com.vaadin.flow.component.details.Details(
                    getTranslation("groups.members.others", others.size()), list(others, keeps));
            section.add(details);
        }
        return section;
    }

    private UnorderedList list(List<Member> members, boolean keeps) {
        UnorderedList list = new UnorderedList();
        list.addClassName("cards");
        members.forEach(member -> list.add(member(member, keeps)));
        return list;
    }

    private ListItem member(Member member, boolean keeps) {
        Span name = new Span(member.name());
        name.addClassName("strong");
        Span span = new Span(span(member.validFrom(), member.validTo()));
        span.addClassName("secondary");
        Div head = new Div(name, span);
        head.addClassName("line");
        if (keeps && member.validTo() == null) {
            if (member.organisation() != null) {
                head.add(Words.iconButton(
                        VaadinIcon.PLUS,
                        getTranslation("groups.delegate.add.of", member.name()),
                        () -> openAddDelegate(member)));
            }
            head.add(Words.iconButton(
                    VaadinIcon.CALENDAR_CLOCK,
                    getTranslation("groups.member.end", member.name()),
                    () -> openEnd(
                            getTranslation("groups.member.end", member.name()),
                            day -> groups.endMembership(member.id(), member.version(), day))));
        }
        ListItem item = new ListItem(head);
        UnorderedList delegates = new UnorderedList();
        delegates.addClassName("lines");
        member.delegates().forEach(delegate -> delegates.add(delegate(delegate, keeps)));
        if (!member.delegates().isEmpty()) {
            item.add(delegates);
        }
        return item;
    }

    private ListItem delegate(Member.Delegate delegate, boolean keeps) {
        Span span = new Span(Words.of(this, delegate.kind()) + " · " + span(delegate.validFrom(), delegate.validTo()));
        span.addClassName("secondary");
        ListItem line = new ListItem(new Div(new Span(delegate.name()), span));
        if (keeps && delegate.validTo() == null) {
            line.add(Words.iconButton(
                    VaadinIcon.CALENDAR_CLOCK,
                    getTranslation("groups.delegate.end", delegate.name()),
                    () -> openEnd(
                            getTranslation("groups.delegate.end", delegate.name()),
                            day -> groups.endDelegate(delegate.id(), delegate.version(), day))));
        }
        return line;
    }

    private String span(LocalDate from, @Nullable LocalDate to) {
        return to == null
                ? getTranslation("groups.since", Words.day(from, getLocale()))
                : getTranslation("groups.fromTo", Words.day(from, getLocale()), Words.day(to, getLocale()));
    }

    private Component logo(Group group) {
        Section section =
                new Section(new H2(getTranslation("groups.logo")), new Paragraph(getTranslation("groups.logo.help")));
        if (group.logo() != null) {
            Image image = new Image(
                    DownloadHandler.fromInputStream(event -> {
                        byte[] content = groups.logo(id).orElseThrow();
                        return new DownloadResponse(new ByteArrayInputStream(content), "logo", null, content.length);
                    }),
                    getTranslation("groups.logo.alt", group.data().name()));
            image.addClassName("logo");
            section.add(image, new Button(getTranslation("groups.logo.remove"), click -> {
                groups.removeLogo(id);
                refresh();
            }));
        }
        Upload upload = new Upload(UploadHandler.inMemory((metadata, content) -> {
            groups.setLogo(id, metadata.fileName(), content);
            refresh();
        }));
        upload.setAcceptedMimeTypes("image/png", "image/jpeg");
        upload.setMaxFiles(1);
        upload.setUploadButton(new Button(getTranslation("groups.logo.set")));
        upload.setDropAllowed(false);
        section.add(upload);
        return section;
    }

    private ComboBox<PersonRow> personPicker(String label) {
        ComboBox<PersonRow> person = new ComboBox<>(label);
        person.setItemLabelGenerator(row ->
                row.organisations() == null ? row.displayName() : row.displayName() + " – " + row.organisations());
        person.setItems(
                query -> people.rows(query.getFilter().orElse(""), query.getOffset(), query.getLimit()).stream(),
                query -> people.count(query.getFilter().orElse("")));
        person.setRequiredIndicatorVisible(true);
        return person;
    }

    private DatePicker fromPicker() {
        DatePicker from = Pickers.day(getTranslation("groups.validFrom"));
        from.setValue(LocalDate.now(ZoneId.of("Europe/Prague")));
        from.setRequiredIndicatorVisible(true);
        return from;
    }

    private static <T> T needed(@Nullable T value) {
        if (value == null) {
            throw new InvalidInputException("input.required");
        }
        return value;
    }

    private void openAddOrganisation() {
        ComboBox<OrganisationRow> organisation = new ComboBox<>(getTranslation("groups.member.organisation"));
        organisation.setItemLabelGenerator(OrganisationRow::name);
        organisation.setItems(
                query -> organisations.rows(query.getFilter().orElse(""), query.getOffset(), query.getLimit()).stream(),
                query -> organisations.count(query.getFilter().orElse("")));
        organisation.setRequiredIndicatorVisible(true);
        DatePicker from = fromPicker();
        new FormDialog(
                        getTranslation("groups.member.add"),
                        () -> {
                            groups.addOrganisation(
                                    id, needed(organisation.getValue()).id(), needed(from.getValue()));
                            refresh();
                        },
                        organisation,
                        from)
                .open();
    }

    private void openAddPerson() {
        ComboBox<PersonRow> person = personPicker(getTranslation("groups.member.person"));
        DatePicker from = fromPicker();
        new FormDialog(
                        getTranslation("groups.member.addPerson"),
                        () -> {
                            groups.addPerson(id, needed(person.getValue()).id(), needed(from.getValue()));
                            refresh();
                        },
                        person,
                        from)
                .open();
    }

    private void openAddCoordinator() {
        ComboBox<PersonRow> person = personPicker(getTranslation("groups.coordinator"));
        new FormDialog(
                        getTranslation("groups.coordinator.add"),
                        () -> {
                            groups.addCoordinator(id, needed(person.getValue()).id());
                            refresh();
                        },
                        person)
                .open();
    }

    private void openAddDelegate(Member member) {
        ComboBox<PersonRow> person = personPicker(getTranslation("groups.delegate.person"));
        Select<DelegateKind> kind = new Select<>();
        kind.setLabel(getTranslation("groups.delegate.kind"));
        kind.setItems(DelegateKind.values());
        kind.setItemLabelGenerator(value -> Words.of(this, value));
        kind.setValue(DelegateKind.DELEGATE);
        DatePicker from = fromPicker();
        new FormDialog(
                        getTranslation("groups.delegate.add.of", member.name()),
                        () -> {
                            groups.addDelegate(
                                    member.id(),
                                    needed(person.getValue()).id(),
                                    kind.getValue(),
                                    needed(from.getValue()));
                            refresh();
                        },
                        person,
                        kind,
                        from)
                .open();
    }

    private void openEnd(String title, java.util.function.Consumer<LocalDate> end) {
        DatePicker lastDay = Pickers.day(getTranslation("groups.lastDay"));
        lastDay.setValue(LocalDate.now(ZoneId.of("Europe/Prague")));
        new FormDialog(
                        title,
                        () -> {
                            end.accept(needed(lastDay.getValue()));
                            refresh();
                        },
                        lastDay)
                .open();
    }
}
