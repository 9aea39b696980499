package cz.koplan.accounts;

import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import cz.koplan.accounts.ui.SignInView;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;

@Configuration(proxyBeanMethods = false)
@EnableMethodSecurity
class SecurityConfiguration {

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

    @Bean
    SecurityFilterChain web(HttpSecurity http, AccountRepository accounts) throws Exception {
        return http.authorizeHttpRequests(requests -> requests.requestMatchers(
                                "/styles/**", "/aura/**", "/icons/**", "/fonts/**", "/scripts/**")
                        .permitAll())
                .with(
                        VaadinSecurityConfigurer.vaadin(),
                        vaadin -> vaadin.loginView(SignInView.class)
                                // Whoever is signed in gets to Flow with any address, which says what is not there.
                                .anyRequest(AuthorizeHttpRequestsConfigurer.AuthorizedUrl::authenticated))
                .addFilterBefore(new AccountFreshnessFilter(accounts), AuthorizationFilter.class)
                .build();
    }

    @Bean
    PasswordEncoder passwordEncoder() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }
}
