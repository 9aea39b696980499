package cz.koplan.shell;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import cz.koplan.shared.ui.Screen;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.LoggerFactory;

/** Something failed while a page opened; the log knows more under the mark shown. */
@AnonymousAllowed
class FailureView extends Screen implements HasErrorParameter<Exception> {

    private final Paragraph text = new Paragraph();

    FailureView() {
        setHeading(getTranslation("error.title"));
        add(text, new RouterLink(getTranslation("error.home"), HomeView.class));
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
        String incident = Incident.log(LoggerFactory.getLogger(FailureView.class), parameter.getException());
        text.setText(getTranslation("error.unexpected", incident));
        return HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    }
}
