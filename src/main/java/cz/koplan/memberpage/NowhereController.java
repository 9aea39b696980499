package cz.koplan.memberpage;

import com.vaadin.flow.i18n.I18NProvider;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Whatever else is asked for below personal links; else Flow would answer, with a session. */
@Controller
class NowhereController {

    private final I18NProvider words;

    NowhereController(I18NProvider words) {
        this.words = words;
    }

    @RequestMapping({"/m", "/m/**"})
    ModelAndView nowhere(HttpServletRequest request) {
        return NoticePage.gone(words, request);
    }
}
