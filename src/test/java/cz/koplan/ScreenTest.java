package cz.koplan;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;

import com.github.mvysny.fakeservlet.FakeRequest;
import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.github.mvysny.kaributesting.v10.Routes;
import com.github.mvysny.kaributesting.v10.mock.MockedUI;
import com.github.mvysny.kaributesting.v10.spring.MockSpringServlet;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.Route;
import cz.koplan.shared.actor.Actor;
import cz.koplan.shared.actor.CurrentActor;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.core.type.filter.TypeFilter;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.util.ClassUtils;

/** Screens without a browser, by the texts one sees, on the two groups of {@link Region}. */
public abstract class ScreenTest extends ApplicationTest {

    private static final Routes ROUTES = new Routes(
            classes(Component.class, new AnnotationTypeFilter(Route.class)),
            classes(HasErrorParameter.class, new AssignableTypeFilter(HasErrorParameter.class)),
            true);

    /** Views are package-private, which Karibu's own search passes over. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    private static <T> Set classes(Class<T> kind, TypeFilter filter) {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(filter);
        return scanner.findCandidateComponents("cz.koplan").stream()
                .map(BeanDefinition::getBeanClassName)
                .map(name -> ClassUtils.resolveClassName(String.valueOf(name), null))
                .filter(kind::isAssignableFrom)
                .collect(Collectors.toSet());
    }

    protected Region region;

    @BeforeEach
    void settleRegion() {
        region = new Region(context);
    }

    @AfterEach
    void closeWindow() {
        MockVaadin.tearDown();
        SecurityContextHolder.clearContext();
    }

    /** Signs somebody in and opens the address; texts are Czech. */
    protected void open(Actor who, String address) {
        CurrentActor.Source principal = () -> who;
        var authentication = UsernamePasswordAuthenticationToken.authenticated(principal, null, List.of());
        SecurityContextHolder.setContext(new SecurityContextImpl(authentication));
        MockVaadin.tearDown();
        MockVaadin.setMockRequestFactory(session -> {
            var request = new FakeRequest(session);
            request.setUserPrincipalInt(authentication);
            return request;
        });
        MockVaadin.setup(MockedUI::new, new MockSpringServlet(ROUTES, context, MockedUI::new));
        UI.getCurrent().setLocale(Locale.of("cs"));
        UI.getCurrent().navigate(address);
    }

    protected static String heading() {
        return _get(H1.class).getText();
    }

    protected static void click(String button) {
        _get(Button.class, spec -> spec.withText(button)).click();
    }

    /** Returns the labels of the small buttons that show a picture only. */
    protected static List<String> iconLabels() {
        return _find(Button.class).stream()
                .flatMap(button -> button.getAriaLabel().stream())
                .toList();
    }

    /** Presses the small button with this label. */
    protected static void press(String label) {
        _find(Button.class).stream()
                .filter(button -> button.getAriaLabel().filter(label::equals).isPresent())
                .findFirst()
                .orElseThrow(() -> new AssertionError("No button " + label + " among " + iconLabels()))
                .click();
    }

    /** Returns everything readable of a component, in order. */
    protected static String text(Component component) {
        return component.getElement().getTextRecursively();
    }
}
