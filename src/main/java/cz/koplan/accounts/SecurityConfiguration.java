package cz.koplan.accounts;

import com.vaadin.flow.spring.security.RequestUtil;
import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import cz.koplan.accounts.ui.SignInView;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

@Configuration(proxyBeanMethods = false)
@EnableMethodSecurity
class SecurityConfiguration {

    /** For what is no page of ours: data, pictures, files. A page brings a policy of its own. */
    private static final String NO_PAGE =
            "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static final String LIGHT_PAGE =
            "default-src 'none'; style-src 'self'; form-action 'self';" + " frame-ancestors 'none'; base-uri 'none'";

    private static final String NO_DEVICES = "accelerometer=(), autoplay=(), camera=(), display-capture=(),"
            + " encrypted-media=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(),"
            + " picture-in-picture=(), publickey-credentials-get=(), screen-wake-lock=(), usb=(), xr-spatial-tracking=()";

    /**
     * The headers of every answer of every chain. They are written before anything else: an answer of Flow is a forward,
     * which ends unnoticed by the filter that would write them last.
     */
    @Bean
    Customizer<HeadersConfigurer<HttpSecurity>> securityHeaders(@Value("${koplan.address}") String address) {
        boolean overTls = address.startsWith("https:");
        return headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(NO_PAGE))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(policy -> policy.policy(NO_DEVICES))
                .crossOriginOpenerPolicy(policy -> policy.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .crossOriginResourcePolicy(policy -> policy.policy(CrossOriginResourcePolicy.SAME_ORIGIN))
                .httpStrictTransportSecurity(hsts -> hsts.requestMatcher(request -> overTls || request.isSecure()))
                .withObjectPostProcessor(new ObjectPostProcessor<HeaderWriterFilter>() {
                    @Override
                    public <F extends HeaderWriterFilter> F postProcess(F filter) {
                        filter.setShouldWriteHeadersEagerly(true);
                        return filter;
                    }
                });
    }

    /** Behind a proxy that does not say so the cookie of the session is kept to TLS, too. */
    @Bean
    ServletContextInitializer secureSessionCookie(@Value("${koplan.address}") String address) {
        return context -> {
            if (address.startsWith("https:")) {
                context.getSessionCookieConfig().setSecure(true);
            }
        };
    }

    /**
     * What scripts of our own pages call. Instead of a token, a request that writes must carry a header that no foreign
     * page can send without being asked first, and nobody who asks is let through.
     */
    @Bean
    @Order(1)
    SecurityFilterChain scripts(HttpSecurity http, AccountRepository accounts) throws Exception {
        return http.securityMatcher("/api/**")
                .authorizeHttpRequests(requests -> requests.requestMatchers(HttpMethod.GET)
                        .authenticated()
                        .requestMatchers(request -> request.getHeader("X-Koplan-Window") != null)
                        .authenticated()
                        .anyRequest()
                        .denyAll())
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.NEVER))
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED))
                                .accessDeniedHandler((request, response, denied) ->
                                        response.setStatus(HttpStatus.FORBIDDEN.value())))
                .addFilterBefore(new AccountFreshnessFilter(accounts), AuthorizationFilter.class)
                .build();
    }

    /** The light pages around passwords: no session, so nothing that a forged request could use. */
    @Bean
    @Order(2)
    SecurityFilterChain passwords(HttpSecurity http) throws Exception {
        return http.securityMatcher("/password", "/password/**")
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(LIGHT_PAGE))
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER)))
                .build();
    }

    @Bean
    SecurityFilterChain web(HttpSecurity http, AccountRepository accounts, RequestUtil requests) throws Exception {
        return http.authorizeHttpRequests(authorize -> authorize
                        .requestMatchers("/styles/**", "/aura/**", "/icons/**", "/fonts/**", "/scripts/**")
                        .permitAll())
                .with(
                        VaadinSecurityConfigurer.vaadin(),
                        vaadin -> vaadin.loginView(SignInView.class)
                                .enableCsrfConfiguration(false)
                                // Whoever is signed in gets to Flow with any address, which says what is not there.
                                .anyRequest(AuthorizeHttpRequestsConfigurer.AuthorizedUrl::authenticated))
                // Flow's own requests carry a token of its own. Vaadin would leave out the sign-in, too, and a foreign
                // page
                // could sign somebody in under another name.
                .csrf(csrf -> csrf.ignoringRequestMatchers(requests::isFrameworkInternalRequest))
                // After Vaadin's part, which tells the form where the page is.
                .formLogin(form -> form.failureHandler((request, response, failure) ->
                        response.sendRedirect(request.getContextPath() + "/sign-in?" + reason(failure))))
                .addFilterBefore(new AccountFreshnessFilter(accounts), AuthorizationFilter.class)
                .build();
    }

    private static String reason(AuthenticationException failure) {
        return failure instanceof SignInWaitsException waits ? "wait=" + waits.minutes() : "error";
    }

    @Bean
    PasswordEncoder passwordEncoder() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }
}
