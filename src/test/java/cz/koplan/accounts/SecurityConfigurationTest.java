package cz.koplan.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import jakarta.servlet.ServletException;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockServletContext;

/** Headers and cookies; what a real browser makes of them is tried by PageProtectionIT. */
class SecurityConfigurationTest extends WebTest {

    private MockHttpServletResponse open(String path, boolean overTls) throws Exception {
        return web.perform(get(URI.create(path)).secure(overTls)).andReturn().getResponse();
    }

    @Test
    void everyAnswerSaysWhatBrowsersMustNotDo() throws Exception {
        for (String path : List.of("/meetings", "/api/desk/1/events", "/password", "/password/x")) {
            MockHttpServletResponse answer = open(path, false);
            assertThat(answer.getHeaders("X-Content-Type-Options")).as(path).containsExactly("nosniff");
            assertThat(answer.getHeaders("X-Frame-Options")).as(path).containsExactly("DENY");
            assertThat(answer.getHeader("Content-Security-Policy")).as(path).contains("frame-ancestors 'none'");
            assertThat(answer.getHeader("Referrer-Policy")).as(path).isIn("same-origin", "no-referrer");
            assertThat(answer.getHeader("Permissions-Policy")).as(path).contains("camera=()", "microphone=()");
            assertThat(answer.getHeader("Cross-Origin-Opener-Policy")).as(path).isEqualTo("same-origin");
        }
    }

    @Test
    void overTlsBrowsersAreToldToStayThere() throws Exception {
        assertThat(open("/password", true).getHeader("Strict-Transport-Security"))
                .contains("max-age=31536000");
        assertThat(open("/password", false).getHeader("Strict-Transport-Security"))
                .isNull();
    }

    @Test
    void theSessionCookieIsKeptToTlsWhenThatIsTheAddress() throws ServletException {
        for (String address : List.of("https://koplan.example.org", "http://localhost:8080")) {
            MockServletContext server = new MockServletContext();
            new SecurityConfiguration().secureSessionCookie(address).onStartup(server);
            assertThat(server.getSessionCookieConfig().isSecure()).isEqualTo(address.startsWith("https:"));
        }
    }
}
