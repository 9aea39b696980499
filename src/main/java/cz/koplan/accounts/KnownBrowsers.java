package cz.koplan.accounts;

import cz.koplan.shared.actor.AccountId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/** Marks a browser from which somebody signed in, so that guesses from elsewhere do not slow the person down there. */
@Component
class KnownBrowsers {

    private static final Duration KEPT = Duration.ofDays(400);
    private static final int MARK_BYTES = 32;

    private final SignInBrake brake;
    private final boolean overTls;
    private final SecureRandom random = new SecureRandom();

    KnownBrowsers(SignInBrake brake, @Value("${koplan.address}") String address) {
        this.brake = brake;
        this.overTls = address.startsWith("https:");
    }

    /** Remembers browser and address; several accounts of one browser share its mark. */
    void remember(AccountId account, HttpServletRequest request, Optional<HttpServletResponse> response) {
        Origin origin = Origin.of(request);
        String mark = origin.browser()
                .filter(kept -> kept.matches("[A-Za-z0-9_-]{43}"))
                .orElseGet(this::newMark);
        brake.remember(account, origin, mark);
        response.ifPresent(answer -> answer.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(Origin.COOKIE, mark)
                        .path("/")
                        .maxAge(KEPT)
                        .httpOnly(true)
                        .secure(overTls || request.isSecure())
                        .sameSite("Lax")
                        .build()
                        .toString()));
    }

    private String newMark() {
        byte[] bytes = new byte[MARK_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
