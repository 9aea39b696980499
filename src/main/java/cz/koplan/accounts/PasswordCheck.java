package cz.koplan.accounts;

import java.util.Locale;
import java.util.Optional;
import org.springframework.security.authentication.AccountStatusUserDetailsChecker;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Checks e-mail and password at the sign-in page, behind the brake. */
@Component
class PasswordCheck implements AuthenticationProvider {

    private final AccountRepository accounts;
    private final SignInBrake brake;
    private final KnownBrowsers browsers;
    private final DaoAuthenticationProvider passwords;

    PasswordCheck(
            AccountRepository accounts,
            AccountDetailsService details,
            SignInBrake brake,
            KnownBrowsers browsers,
            PasswordEncoder encoder) {
        this.accounts = accounts;
        this.brake = brake;
        this.browsers = browsers;
        passwords = new DaoAuthenticationProvider(details);
        passwords.setPasswordEncoder(encoder);
        // An account switched off is found out only after the password, or the time would tell that there is one.
        passwords.setPreAuthenticationChecks(account -> {});
        passwords.setPostAuthenticationChecks(new AccountStatusUserDetailsChecker());
    }

    @Override
    public Authentication authenticate(Authentication typed) {
        var attributes = (ServletRequestAttributes) RequestContextHolder.currentRequestAttributes();
        String email = typed.getName().strip().toLowerCase(Locale.ROOT);
        var account = accounts.findSignedIn(email).map(found -> found.actor().account());
        SignInBrake.Attempt attempt;
        try {
            attempt = brake.begin(SignInBrake.Form.SIGN_IN, email, account, Origin.of(attributes.getRequest()));
        } catch (TooManyAttemptsException e) {
            throw new SignInWaitsException(e.minutes());
        }
        Authentication signedIn = passwords.authenticate(typed);
        brake.succeeded(attempt);
        account.ifPresent(
                id -> browsers.remember(id, attributes.getRequest(), Optional.ofNullable(attributes.getResponse())));
        return signedIn;
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
