package cz.koplan.memberpage;

import com.vaadin.flow.i18n.I18NProvider;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/** A page that only says something and where to go from there. */
final class NoticePage {

    static final String TEMPLATE = "member/notice";

    private NoticePage() {}

    static ModelAndView gone(I18NProvider words, HttpServletRequest request) {
        boolean byLink = request.getRequestURI().startsWith(request.getContextPath() + "/m/");
        return page(
                HttpStatus.NOT_FOUND,
                model(
                        words,
                        request,
                        byLink ? "member.gone.title" : "error.right.title",
                        byLink ? "member.gone.text" : "error.right.text",
                        null,
                        null));
    }

    static ModelAndView failed(I18NProvider words, HttpServletRequest request, String incident) {
        return page(
                HttpStatus.INTERNAL_SERVER_ERROR,
                model(words, request, "error.title", "error.unexpected", incident, null));
    }

    static ModelAndView tooBig(I18NProvider words, HttpServletRequest request) {
        return page(HttpStatus.CONTENT_TOO_LARGE, tooBigModel(words, request));
    }

    static Map<String, Object> tooBigModel(I18NProvider words, HttpServletRequest request) {
        String query = request.getQueryString();
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return model(
                words,
                request,
                "member.files.tooBig.title",
                "member.files.tooBig",
                null,
                path + (query == null ? "" : "?" + query));
    }

    private static ModelAndView page(HttpStatus status, Map<String, Object> model) {
        ModelAndView view = new ModelAndView(TEMPLATE, model);
        view.setStatus(status);
        return view;
    }

    private static Map<String, Object> model(
            I18NProvider words,
            HttpServletRequest request,
            String title,
            String text,
            @Nullable String incident,
            @Nullable String back) {
        var say = new Speech(words, Speech.locale(language(request), request));
        Map<String, Object> model = new HashMap<>();
        model.put("say", say);
        model.put("title", say.text(title));
        model.put("text", incident == null ? say.text(text) : say.text(text, incident));
        model.put("back", back == null ? "" : back);
        return model;
    }

    /** Only from the address: a body too large is not read. */
    private static @Nullable String language(HttpServletRequest request) {
        String query = request.getQueryString();
        return query == null ? null : query.contains("lang=en") ? "en" : query.contains("lang=cs") ? "cs" : null;
    }
}
