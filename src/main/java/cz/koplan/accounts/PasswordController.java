package cz.koplan.accounts;

import com.vaadin.flow.i18n.I18NProvider;
import cz.koplan.links.PersonalLinks;
import cz.koplan.shared.InvalidInputException;
import cz.koplan.shared.NotFoundException;
import cz.koplan.shared.actor.AccountId;
import cz.koplan.shared.actor.CurrentActor;
import cz.koplan.shared.actor.LinkPurpose;
import cz.koplan.shared.actor.Visitor;
import cz.koplan.shared.changes.StaleVersionException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * The light pages for who has no password: one asks for a link by mail, the other stands behind the link and sets the
 * password. Reading them changes nothing, since mail scanners open links.
 */
@Controller
@RequestMapping("/password")
class PasswordController {

    /** How long an answer takes at least, so that it does not tell whether a mail was written. */
    private static final Duration ANSWER = Duration.ofMillis(300);

    private static final int MAX_EMAIL = 254;

    /** A field of a form; {@code error} stands beside it. */
    record Field(
            String name,
            String label,
            String type,
            String autocomplete,
            String value,
            @Nullable String hint) {}

    record Form(List<Field> fields, String button) {}

    /** What the template shows; a page has a form or a way to the sign-in page. */
    record Page(
            String language,
            String title,
            List<String> paragraphs,
            @Nullable String error,
            @Nullable Form form,
            @Nullable String signIn) {}

    private final AccountRepository accounts;
    private final PasswordService passwords;
    private final PersonalLinks links;
    private final SignInBrake brake;
    private final KnownBrowsers browsers;
    private final I18NProvider words;

    PasswordController(
            AccountRepository accounts,
            PasswordService passwords,
            PersonalLinks links,
            SignInBrake brake,
            KnownBrowsers browsers,
            I18NProvider words) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.links = links;
        this.brake = brake;
        this.browsers = browsers;
        this.words = words;
    }

    @GetMapping
    ModelAndView askForLink(HttpServletRequest request) {
        return answer(HttpStatus.OK, linkForm(language(request), "", null));
    }

    /** Answers alike, and after the same time, whether or not there is such an account. */
    @PostMapping
    ModelAndView sendLink(@RequestParam(defaultValue = "") String email, HttpServletRequest request)
            throws InterruptedException {
        long end = System.nanoTime() + ANSWER.toNanos();
        Locale language = language(request);
        String name = email.strip().toLowerCase(Locale.ROOT);
        if (!name.matches("[^@\\s]+@[^@\\s]+") || name.length() > MAX_EMAIL) {
            String error = words.getTranslation("people.email.malformed", language);
            return answer(HttpStatus.UNPROCESSABLE_CONTENT, linkForm(language, "", error));
        }
        try {
            Optional<AccountId> account =
                    accounts.findSignedIn(name).map(found -> found.actor().account());
            brake.begin(SignInBrake.Form.RESET, name, account, Origin.of(request));
        } catch (TooManyAttemptsException e) {
            return answer(HttpStatus.TOO_MANY_REQUESTS, linkForm(language, name, message(e, language)));
        }
        passwords.sendLinkTo(name);
        Thread.sleep(Duration.ofNanos(Math.max(0, end - System.nanoTime())));
        return answer(
                HttpStatus.OK,
                new Page(
                        language.getLanguage(),
                        words.getTranslation("accounts.forgotten.sent", language),
                        List.of(
                                words.getTranslation("accounts.forgotten.sent.text", language, name),
                                words.getTranslation("accounts.forgotten.sent.nothing", language)),
                        null,
                        null,
                        words.getTranslation("accounts.toSignIn", language)));
    }

    private Page linkForm(Locale language, String email, @Nullable String error) {
        return new Page(
                language.getLanguage(),
                words.getTranslation("accounts.forgotten", language),
                List.of(words.getTranslation("accounts.forgotten.text", language)),
                error,
                new Form(
                        List.of(new Field(
                                "email",
                                words.getTranslation("people.email", language),
                                "email",
                                "username",
                                email,
                                null)),
                        words.getTranslation("accounts.forgotten.action", language)),
                words.getTranslation("accounts.toSignIn", language));
    }

    @GetMapping("/{token}")
    ModelAndView open(@PathVariable String token, HttpServletRequest request) {
        return behindLink(token, request, () -> {
            PasswordService.Owner owner = passwords.linkOwner();
            return answer(HttpStatus.OK, passwordForm(owner, null));
        });
    }

    /**
     * Sets the password. No token against forged requests is asked for: who can name this address holds the secret that
     * such a token would stand for, and there is no session that a foreign page could ride on.
     */
    @PostMapping("/{token}")
    ModelAndView set(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String again,
            HttpServletRequest request,
            HttpServletResponse response) {
        return behindLink(token, request, () -> {
            PasswordService.Owner owner = passwords.linkOwner();
            Locale language = Locale.of(owner.language());
            try {
                if (!password.equals(again)) {
                    throw new InvalidInputException("accounts.password.differs");
                }
                AccountId account = passwords.setByLink(new Password(password));
                browsers.remember(account, request, Optional.of(response));
            } catch (InvalidInputException e) {
                return answer(HttpStatus.UNPROCESSABLE_CONTENT, passwordForm(owner, message(e, language)));
            }
            return answer(
                    HttpStatus.OK,
                    new Page(
                            owner.language(),
                            words.getTranslation("accounts.set.done", language),
                            List.of(words.getTranslation("accounts.set.done.text", language)),
                            null,
                            null,
                            words.getTranslation("accounts.toSignIn", language)));
        });
    }

    private Page passwordForm(PasswordService.Owner owner, @Nullable String error) {
        Locale language = Locale.of(owner.language());
        return new Page(
                owner.language(),
                words.getTranslation("accounts.set", language),
                List.of(words.getTranslation("accounts.set.text", language, owner.name(), owner.email())),
                error,
                new Form(
                        List.of(
                                new Field(
                                        "password",
                                        words.getTranslation("accounts.password.new", language),
                                        "password",
                                        "new-password",
                                        "",
                                        words.getTranslation("accounts.password.rule", language)),
                                new Field(
                                        "again",
                                        words.getTranslation("accounts.password.again", language),
                                        "password",
                                        "new-password",
                                        "",
                                        null)),
                        words.getTranslation("accounts.set.action", language)),
                null);
    }

    /** Anything else below this path: a token that a mail program cut or lengthened. */
    @RequestMapping("/**")
    ModelAndView nothing(HttpServletRequest request) {
        return noLink(request);
    }

    private interface Work {
        ModelAndView run();
    }

    private ModelAndView behindLink(String token, HttpServletRequest request, Work work) {
        Optional<Visitor> visitor = links.visitor(LinkPurpose.PASSWORD, token);
        if (visitor.isEmpty()) {
            return noLink(request);
        }
        try {
            return CurrentActor.actingAs(visitor.get(), work::run);
        } catch (NotFoundException | StaleVersionException e) {
            return noLink(request);
        }
    }

    /** The same page for a wrong, used, expired or withdrawn link. */
    private ModelAndView noLink(HttpServletRequest request) {
        Locale language = language(request);
        HttpStatus status = HttpStatus.NOT_FOUND;
        List<String> paragraphs = List.of(
                words.getTranslation("accounts.noLink.text", language),
                words.getTranslation("accounts.noLink.again", language));
        try {
            brake.wrongLink(Origin.of(request));
        } catch (TooManyAttemptsException e) {
            status = HttpStatus.TOO_MANY_REQUESTS;
            paragraphs = List.of(message(e, language));
        }
        return answer(
                status,
                new Page(
                        language.getLanguage(),
                        words.getTranslation("accounts.noLink", language),
                        paragraphs,
                        null,
                        null,
                        words.getTranslation("accounts.toSignIn", language)));
    }

    private String message(InvalidInputException e, Locale language) {
        return words.getTranslation(e.messageKey(), language, e.arguments());
    }

    private static Locale language(HttpServletRequest request) {
        return request.getLocale().getLanguage().equals("en") ? Locale.ENGLISH : Locale.of("cs");
    }

    private static ModelAndView answer(HttpStatus status, Page page) {
        ModelAndView answer = new ModelAndView("password", "page", page);
        answer.setStatus(status);
        return answer;
    }
}
