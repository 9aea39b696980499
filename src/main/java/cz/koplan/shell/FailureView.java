package cz.koplan.shell;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import cz.koplan.shared.Incident;
import cz.koplan.shared.NotFoundException;
import cz.koplan.shared.ui.Screen;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.LoggerFactory;
import org.springframework.security.access.AccessDeniedException;

/**
 * A page could not be opened: what it shows is gone, the person may not see it, or something failed, which the log knows
 * more of under the mark shown. Views are beans, so the reason may come wrapped.
 */
@AnonymousAllowed
class FailureView extends Screen implements HasErrorParameter<Exception> {

    private final Paragraph text = new Paragraph();

    FailureView() {
        add(text, new RouterLink(getTranslation("error.home"), HomeView.class));
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
        for (Throwable cause = parameter.getException(); cause != null; cause = cause.getCause()) {
            if (cause instanceof AccessDeniedException) {
                return say("error.right.title", "error.right.text", HttpServletResponse.SC_FORBIDDEN);
            }
            if (cause instanceof NotFoundException) {
                return say("error.notFound.title", "error.notFound.text", HttpServletResponse.SC_NOT_FOUND);
            }
        }
        setHeading(getTranslation("error.title"));
        String incident = Incident.log(LoggerFactory.getLogger(FailureView.class), parameter.getException());
        text.setText(getTranslation("error.unexpected", incident));
        return HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    }

    private int say(String title, String explanation, int status) {
        setHeading(getTranslation(title));
        text.setText(getTranslation(explanation));
        return status;
    }
}
