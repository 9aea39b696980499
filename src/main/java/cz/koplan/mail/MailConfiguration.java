package cz.koplan.mail;

import java.nio.file.Path;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSenderImpl;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MailSettings.class)
class MailConfiguration {

    /** Spring makes the server's sender when {@code spring.mail.host} is set. */
    @Bean
    MailRoute mailRoute(ObjectProvider<JavaMailSenderImpl> server, @Value("${koplan.data-dir}") Path dataDirectory) {
        JavaMailSenderImpl set = server.getIfAvailable();
        return set == null ? new FolderRoute(dataDirectory.resolve("mail")) : new SmtpRoute(set);
    }
}
