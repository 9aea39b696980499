package cz.koplan.browser;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The packaged application on the demonstration data, one for all browser tests of the JVM, with the server that takes its
 * mails, and the people in it.
 */
final class DemoApplication {

    static final String ADMINISTRATOR = "spravce@priklad.example";
    static final String PLANNER = "planovac@priklad.example";
    static final String COORDINATOR = "koordinatorka@priklad.example";
    static final String MEMBER = "clen@priklad.example";
    static final String PASSWORD = "koplan-demo-1";

    private static final GreenMail POST = new GreenMail(ServerSetup.SMTP.dynamicPort());

    private static PackagedApplication running;

    private DemoApplication() {}

    static synchronized PackagedApplication get() {
        if (running == null) {
            POST.start();
            running = PackagedApplication.start(
                    "demo",
                    "--koplan.demo=true",
                    "--koplan.mail.burst=1",
                    "--spring.mail.host=127.0.0.1",
                    "--spring.mail.port=" + POST.getSmtp().getPort());
        }
        return running;
    }

    /** Waits for a mail to this address whose subject holds these words and returns its newest. */
    static MimeMessage mail(String address, String subject) {
        Instant end = Instant.now().plusSeconds(30);
        while (Instant.now().isBefore(end)) {
            MimeMessage[] all = POST.getReceivedMessages();
            for (int i = all.length - 1; i >= 0; i--) {
                try {
                    if (all[i].getAllRecipients()[0].toString().contains(address)
                            && plain(all[i].getSubject()).contains(plain(subject))) {
                        return all[i];
                    }
                } catch (MessagingException e) {
                    throw new IllegalStateException(e);
                }
            }
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
        throw new AssertionError("No mail to " + address + " about " + subject);
    }

    private static String plain(String text) {
        return text.replace('\u00a0', ' ');
    }

    /** Returns the path of the personal link in a mail; the host in it is the one the mail names. */
    static String link(MimeMessage mail) {
        Matcher link = Pattern.compile("https?://[^/\\s]+(/(?:m|password)/[A-Za-z0-9_-]{43})")
                .matcher(GreenMailUtil.getBody(mail).replace("=\r\n", ""));
        if (!link.find()) {
            throw new AssertionError("No personal link in " + GreenMailUtil.getWholeMessage(mail));
        }
        return link.group(1);
    }

    static void signIn(Page page, String email) {
        page.navigate("/sign-in");
        page.locator("input[name=username]").fill(email);
        page.locator("input[name=password]").fill(PASSWORD);
        page.keyboard().press("Enter");
        page.locator("vaadin-app-layout").waitFor();
    }

    /** Chooses the language in the account menu, unless it is spoken already. */
    static void speak(Page page, String language) {
        if (!language.equals(page.evaluate("() => document.documentElement.lang"))) {
            page.locator("vaadin-menu-bar-button").first().click();
            page.locator("vaadin-menu-bar-item")
                    .filter(new Locator.FilterOptions().setHasText("Language"))
                    .click();
            String name = language.equals("cs") ? "Čeština" : "English";
            page.locator("vaadin-menu-bar-item")
                    .filter(new Locator.FilterOptions().setHasText(name))
                    .click();
            page.waitForFunction("language => document.documentElement.lang === language", language);
            page.locator("vaadin-app-layout").waitFor();
        }
    }
}
