package cz.koplan.memberpage;

import com.vaadin.flow.i18n.I18NProvider;
import cz.koplan.shared.Incident;
import cz.koplan.shared.NotFoundException;
import jakarta.servlet.http.HttpServletRequest;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.ModelAndView;

/** What members are told when a page can't be shown. */
@ControllerAdvice(assignableTypes = {MemberPageController.class, OrganisationController.class})
class MemberPageNotices {

    private final I18NProvider words;

    MemberPageNotices(I18NProvider words) {
        this.words = words;
    }

    /** Whatever is wrong with a link, the answer is the same, so that nobody learns which links there are. */
    @ExceptionHandler({
        NotFoundException.class,
        AccessDeniedException.class,
        ServletRequestBindingException.class,
        TypeMismatchException.class
    })
    ModelAndView gone(HttpServletRequest request) {
        return NoticePage.gone(words, request);
    }

    @ExceptionHandler(MultipartException.class)
    ModelAndView tooBig(HttpServletRequest request) {
        return NoticePage.tooBig(words, request);
    }

    @ExceptionHandler
    ModelAndView failed(Exception failure, HttpServletRequest request) {
        return NoticePage.failed(
                words, request, Incident.log(LoggerFactory.getLogger(MemberPageNotices.class), failure));
    }
}
