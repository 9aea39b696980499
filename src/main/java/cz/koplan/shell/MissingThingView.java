package cz.koplan.shell;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import cz.koplan.shared.NotFoundException;
import cz.koplan.shared.ui.Screen;
import jakarta.servlet.http.HttpServletResponse;

/** The page exists, but what it should show does not. */
@AnonymousAllowed
class MissingThingView extends Screen implements HasErrorParameter<NotFoundException> {

    MissingThingView() {
        setHeading(getTranslation("error.notFound.title"));
        add(
                new Paragraph(getTranslation("error.notFound.text")),
                new RouterLink(getTranslation("error.home"), HomeView.class));
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFoundException> parameter) {
        return HttpServletResponse.SC_NOT_FOUND;
    }
}
