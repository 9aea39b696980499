package cz.koplan.accounts.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.router.Route;
import cz.koplan.accounts.Account;
import cz.koplan.accounts.AccountData;
import cz.koplan.accounts.AccountService;
import cz.koplan.accounts.Password;
import cz.koplan.accounts.PasswordService;
import cz.koplan.organisations.PersonRow;
import cz.koplan.organisations.PersonService;
import cz.koplan.shared.InvalidInputException;
import cz.koplan.shared.ui.CardGrid;
import cz.koplan.shared.ui.FormDialog;
import cz.koplan.shared.ui.Screen;
import cz.koplan.shared.ui.Words;
import jakarta.annotation.security.PermitAll;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who may sign in, and the global roles. */
@Route("accounts")
@PermitAll
class AccountsView extends Screen {

    private final AccountService accounts;
    private final PasswordService passwords;
    private final PersonService people;
    private final CardGrid<Account> grid = new CardGrid<>(this::card);

    AccountsView(AccountService accounts, PasswordService passwords, PersonService people) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.people = people;
        setHeading(getTranslation("accounts.title"));
        Button add = new Button(getTranslation("accounts.add"), click -> openNew());
        add.addThemeVariants(ButtonVariant.PRIMARY);
        setActions(add);

        grid.addColumn(Account::personName)
                .setHeader(getTranslation("people.name"))
                .setFlexGrow(2);
        grid.addColumn(account -> account.data().email())
                .setHeader(getTranslation("people.email"))
                .setFlexGrow(2);
        grid.addColumn(this::roles).setHeader(getTranslation("accounts.roles"));
        grid.addColumn(this::state).setHeader(getTranslation("accounts.state"));
        grid.addComponentColumn(this::buttons)
                .setKey("actions")
                .setHeader(getTranslation("action.column"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.setAllRowsVisible(true);
        grid.setItems(accounts.all());
        add(grid);
    }

    private Component card(Account account) {
        return CardGrid.lines(
                new Div(new Span(account.personName()), buttons(account)),
                account.data().email(),
                roles(account),
                state(account));
    }

    private Span buttons(Account account) {
        return new Span(
                Words.iconButton(
                        VaadinIcon.PENCIL,
                        getTranslation("action.edit.of", account.personName()),
                        () -> openEdit(account)),
                Words.iconButton(
                        VaadinIcon.KEY_O,
                        getTranslation("accounts.password.set", account.personName()),
                        () -> openPassword(account)),
                Words.iconButton(
                        VaadinIcon.ENVELOPE_O,
                        getTranslation("accounts.sendLink", account.personName()),
                        () -> confirmLink(account)),
                Words.iconButton(
                        VaadinIcon.SIGN_OUT,
                        getTranslation("accounts.signOut", account.personName()),
                        () -> confirmSignOut(account)));
    }

    private String state(Account account) {
        if (!account.data().active()) {
            return getTranslation("accounts.inactive");
        }
        return getTranslation(account.passwordSet() ? "accounts.active" : "accounts.withoutPassword");
    }

    private String roles(Account account) {
        return Stream.of(
                        account.data().admin() ? getTranslation("accounts.admin") : "",
                        account.data().planner() ? getTranslation("accounts.planner") : "")
                .filter(role -> !role.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private void openNew() {
        ComboBox<PersonRow> person = new ComboBox<>(getTranslation("accounts.person"));
        person.setItemLabelGenerator(PersonRow::displayName);
        person.setItems(
                query -> people.rows(query.getFilter().orElse(""), query.getOffset(), query.getLimit()).stream(),
                query -> people.count(query.getFilter().orElse("")));
        EmailField email = new EmailField(getTranslation("people.email"));
        person.addValueChangeListener(change -> {
            if (change.getValue() != null && change.getValue().email() != null && email.isEmpty()) {
                email.setValue(change.getValue().email());
            }
        });
        PasswordField password = new PasswordField(getTranslation("accounts.password"));
        password.setHelperText(getTranslation("accounts.password.optional"));
        Checkbox admin = new Checkbox(getTranslation("accounts.admin"));
        Checkbox planner = new Checkbox(getTranslation("accounts.planner"));
        new FormDialog(
                        getTranslation("accounts.add"),
                        () -> {
                            if (person.isEmpty()) {
                                throw new InvalidInputException("accounts.person.needed");
                            }
                            AccountData data =
                                    new AccountData(email.getValue(), admin.getValue(), planner.getValue(), true);
                            if (password.isEmpty()) {
                                accounts.invite(person.getValue().id(), data);
                                Notification.show(getTranslation("accounts.linkSent", data.email()));
                            } else {
                                accounts.create(person.getValue().id(), data, new Password(password.getValue()));
                            }
                            grid.setItems(accounts.all());
                        },
                        person,
                        email,
                        password,
                        admin,
                        planner)
                .open();
    }

    private void openEdit(Account account) {
        EmailField email = new EmailField(getTranslation("people.email"));
        email.setValue(account.data().email());
        Checkbox admin =
                new Checkbox(getTranslation("accounts.admin"), account.data().admin());
        Checkbox planner =
                new Checkbox(getTranslation("accounts.planner"), account.data().planner());
        Checkbox active =
                new Checkbox(getTranslation("accounts.active"), account.data().active());
        new FormDialog(
                        account.personName(),
                        () -> {
                            accounts.update(
                                    account.id(),
                                    account.version(),
                                    new AccountData(
                                            email.getValue(), admin.getValue(), planner.getValue(), active.getValue()));
                            grid.setItems(accounts.all());
                        },
                        email,
                        admin,
                        planner,
                        active)
                .open();
    }

    private void openPassword(Account account) {
        PasswordField password = new PasswordField(getTranslation("accounts.password.new"));
        password.setHelperText(getTranslation("accounts.password.rule"));
        new FormDialog(
                        getTranslation("accounts.password.set", account.personName()),
                        () -> {
                            accounts.setPassword(account.id(), new Password(password.getValue()));
                            grid.setItems(accounts.all());
                        },
                        password)
                .open();
    }

    private void confirmLink(Account account) {
        confirm(
                getTranslation("accounts.sendLink", account.personName()),
                getTranslation(
                        account.passwordSet() ? "accounts.sendLink.reset" : "accounts.sendLink.invitation",
                        account.data().email()),
                getTranslation("accounts.sendLink.action"),
                () -> {
                    passwords.sendLink(account.id());
                    Notification.show(
                            getTranslation("accounts.linkSent", account.data().email()));
                });
    }

    private void confirmSignOut(Account account) {
        confirm(
                getTranslation("accounts.signOut", account.personName()),
                getTranslation("accounts.signOut.text"),
                getTranslation("accounts.signOut.action"),
                () -> {
                    accounts.signOutEverywhere(account.id());
                    grid.setItems(accounts.all());
                });
    }

    private void confirm(String title, String text, String action, Runnable work) {
        ConfirmDialog dialog = new ConfirmDialog(title, text, action, confirmed -> work.run());
        dialog.setCancelable(true);
        dialog.setCancelText(getTranslation("action.cancel"));
        dialog.open();
    }
}
