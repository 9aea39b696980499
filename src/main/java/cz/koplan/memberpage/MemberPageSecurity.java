package cz.koplan.memberpage;

import com.vaadin.flow.i18n.I18NProvider;
import cz.koplan.links.PersonalLinks;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.thymeleaf.ITemplateEngine;

@Configuration(proxyBeanMethods = false)
class MemberPageSecurity {

    /**
     * Personal links: no session and no cookie, every request shows its token anew. It needs no protection against forged
     * requests, because a foreign page would have to know the token, which is the whole secret; {@link Door} turns down
     * what a foreign page sends all the same. Everybody gets to the controller, which answers whoever has no right link.
     */
    @Bean
    @Order(1)
    SecurityFilterChain memberPages(HttpSecurity http, PersonalLinks links) throws Exception {
        return http.securityMatcher("/m/**")
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .addFilterBefore(new LinkFilter(links), AnonymousAuthenticationFilter.class)
                .build();
    }

    /** Before everything that could answer or look into what was sent. */
    @Bean
    FilterRegistrationBean<PageHeaders> pageHeaders() {
        var registration = new FilterRegistrationBean<>(new PageHeaders());
        registration.addUrlPatterns("/m/*", "/meetings/*");
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    /** Before the protection against forged requests, which would read the whole body to find its token. */
    @Bean
    FilterRegistrationBean<UploadLimit> uploadLimit(I18NProvider words, ITemplateEngine templates) {
        var registration = new FilterRegistrationBean<>(new UploadLimit(words, templates));
        registration.addUrlPatterns("/m/*", "/meetings/*");
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        return registration;
    }
}
