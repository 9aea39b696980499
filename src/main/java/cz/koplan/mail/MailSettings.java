package cz.koplan.mail;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.convert.DurationUnit;

/**
 * @param from the sender's address; blank = the user name at the mail server, if it is an address
 * @param name how the installation calls itself to recipients
 * @param burst how long a mail with a burst key waits for the next one that would replace it; seconds
 * @param lease how long a node keeps the mails it has claimed before another may take them; seconds
 */
@ConfigurationProperties("koplan.mail")
record MailSettings(
        @DefaultValue("") String from,
        @DefaultValue("Koplán") String name,

        @DefaultValue("60") @DurationUnit(ChronoUnit.SECONDS)
        Duration burst,

        @DefaultValue("900") @DurationUnit(ChronoUnit.SECONDS)
        Duration lease) {}
