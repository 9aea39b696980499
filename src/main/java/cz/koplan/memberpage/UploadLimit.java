package cz.koplan.memberpage;

import com.vaadin.flow.i18n.I18NProvider;
import cz.koplan.shared.files.FileStore;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.WebContext;
import org.thymeleaf.web.servlet.JakartaServletWebApplication;

/**
 * Refuses what is too large by its announced length, before anything of it is kept. Browsers read an answer only after they
 * have sent everything, so the rest is read and thrown away for a while; else they would say that the connection broke.
 */
class UploadLimit extends OncePerRequestFilter {

    /** What a form has around its file. */
    private static final int AROUND = 100_000;

    private static final long MOST_THROWN_AWAY = 2_000_000_000;
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final I18NProvider words;
    private final ITemplateEngine templates;

    UploadLimit(I18NProvider words, ITemplateEngine templates) {
        this.words = words;
        this.templates = templates;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        boolean unknown = request.getContentLengthLong() < 0 && request.getHeader("Transfer-Encoding") != null;
        return !PageHeaders.isLightPage(request)
                || (!unknown && request.getContentLengthLong() <= FileStore.MAX_BYTES + AROUND);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var application = JakartaServletWebApplication.buildApplication(request.getServletContext());
        var context = new WebContext(
                application.buildExchange(request, response),
                request.getLocale(),
                NoticePage.tooBigModel(words, request));
        response.setStatus(HttpStatus.CONTENT_TOO_LARGE.value());
        response.setContentType("text/html");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader("Connection", "close");
        response.getWriter().write(templates.process(NoticePage.TEMPLATE, context));
        response.flushBuffer();
        throwAway(request.getInputStream());
    }

    private static void throwAway(InputStream body) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long end = System.nanoTime() + LONGEST.toNanos();
        long read = 0;
        for (int count = 0; count >= 0 && read < MOST_THROWN_AWAY && System.nanoTime() < end; read += count) {
            count = body.read(buffer);
        }
    }
}
