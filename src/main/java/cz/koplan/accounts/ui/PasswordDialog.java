package cz.koplan.accounts.ui;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.PasswordField;
import cz.koplan.accounts.AccountService;
import cz.koplan.accounts.Password;
import cz.koplan.shared.InvalidInputException;
import cz.koplan.shared.ui.FormDialog;

/** Changing one's own password. */
class PasswordDialog {

    private final PasswordField current;
    private final PasswordField password;
    private final PasswordField again;
    private final Dialog dialog;

    PasswordDialog(AccountService accounts) {
        current = new PasswordField();
        password = new PasswordField();
        again = new PasswordField();
        current.setLabel(current.getTranslation("accounts.password.current"));
        password.setLabel(current.getTranslation("accounts.password.new"));
        password.setHelperText(current.getTranslation("accounts.password.rule"));
        again.setLabel(current.getTranslation("accounts.password.again"));
        dialog = new FormDialog(
                current.getTranslation("accounts.password.change"), () -> save(accounts), current, password, again);
    }

    private void save(AccountService accounts) {
        if (!password.getValue().equals(again.getValue())) {
            throw new InvalidInputException("accounts.password.differs");
        }
        accounts.changeOwnPassword(current.getValue(), new Password(password.getValue()));
    }

    void open() {
        dialog.open();
    }
}
