package cz.koplan.shell;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import cz.koplan.shared.ui.Screen;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.access.AccessDeniedException;

/** The person may not see this; whether it exists is not said. */
@AnonymousAllowed
class NoRightView extends Screen implements HasErrorParameter<AccessDeniedException> {

    NoRightView() {
        setHeading(getTranslation("error.right.title"));
        add(
                new Paragraph(getTranslation("error.right.text")),
                new RouterLink(getTranslation("error.home"), HomeView.class));
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<AccessDeniedException> parameter) {
        return HttpServletResponse.SC_FORBIDDEN;
    }
}
