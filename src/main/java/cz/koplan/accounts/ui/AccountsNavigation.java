package cz.koplan.accounts.ui;

import com.vaadin.flow.component.Component;
import cz.koplan.accounts.AccountService;

/** The ways into the screens of accounts. */
public final class AccountsNavigation {

    public static final Class<? extends Component> LIST = AccountsView.class;

    private AccountsNavigation() {}

    public static void openPasswordDialog(AccountService accounts) {
        new PasswordDialog(accounts).open();
    }
}
