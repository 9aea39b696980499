package cz.koplan.desk;

import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cz.koplan.ApplicationTest;
import cz.koplan.Region;
import cz.koplan.shared.text.PastedHtml;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** The way of pasted HTML through the web layer with its rights. */
class PastedMarkdownTest extends ApplicationTest {

    private MockMvc web;
    private UserDetails member;

    @BeforeEach
    void open() {
        var region = new Region(context);
        String email = db.fetchSingle(
                        "select email from account where id = ?",
                        region.own.member().account().value())
                .get(0, String.class);
        member = service(UserDetailsService.class).loadUserByUsername(email);
        web = MockMvcBuilders.webAppContextSetup((WebApplicationContext) context)
                .apply(springSecurity())
                .build();
    }

    private static MockHttpServletRequestBuilder pasting(String html) {
        return post("/api/desk/markdown")
                .contentType(MediaType.parseMediaType("text/html;charset=utf-8"))
                .content(html.getBytes(StandardCharsets.UTF_8));
    }

    private static MockHttpServletRequestBuilder fromOwnPage(String html) {
        return pasting(html).header("X-Koplan-Window", "4f0c");
    }

    @Test
    void whoeverIsSignedInGetsMarkdown() throws Exception {
        web.perform(fromOwnPage("<ul><li>Žádost <b>schválena</b></li></ul>").with(user(member)))
                .andExpect(status().isOk())
                .andExpect(content().contentType("text/plain;charset=UTF-8"))
                .andExpect(content().string("- Žádost **schválena**"));
    }

    @Test
    void nobodyElseIsAnswered() throws Exception {
        web.perform(fromOwnPage("<b>a</b>")).andExpect(status().isUnauthorized());
        web.perform(pasting("<b>a</b>").with(user(member))).andExpect(status().isForbidden());
    }

    @Test
    void tooMuchIsRefusedWithASentence() throws Exception {
        for (String html : new String[] {"ž".repeat(PastedHtml.LONGEST / 2 + 1), "<b>".repeat(200_000)}) {
            web.perform(fromOwnPage(html).with(user(member)).header("Accept-Language", "cs"))
                    .andExpect(status().isUnprocessableContent())
                    .andExpect(jsonPath("$.message", containsString("Vložte ho po menších částech")));
        }
        web.perform(fromOwnPage("x".repeat(PastedHtml.LONGEST)).with(user(member)))
                .andExpect(status().isOk());
    }
}
