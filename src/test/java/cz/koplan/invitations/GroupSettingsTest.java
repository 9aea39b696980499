package cz.koplan.invitations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cz.koplan.ApplicationTest;
import cz.koplan.Region;
import cz.koplan.groups.GroupId;
import cz.koplan.mail.MailKind;
import cz.koplan.shared.actor.Actor;
import cz.koplan.shared.changes.StaleVersionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The words of mails and the reminders that a group chooses. */
class GroupSettingsTest extends ApplicationTest {

    private Actor coordinator;
    private GroupId group;

    @BeforeEach
    void settle() {
        Region region = new Region(context);
        coordinator = region.own.coordinator();
        group = region.own.group();
    }

    private MailWordsService words() {
        return service(MailWordsService.class);
    }

    @Test
    void aGroupChoosesItsWordsAndGoesBack() {
        as(coordinator, () -> {
            assertThat(words().get(group, MailKind.REMINDER, "cs").version()).isZero();
            words().save(group, MailKind.REMINDER, "cs", 0, new MailWords("Prosba", "Napište nám."));
            GroupWords own = words().get(group, MailKind.REMINDER, "cs");
            assertThat(own.words().subject()).isEqualTo("Prosba");
            assertThat(words().get(group, MailKind.REMINDER, "en").version()).isZero();
            words().save(group, MailKind.REMINDER, "cs", own.version(), new MailWords("Jinak", "Napište."));
            words().useUsual(group, MailKind.REMINDER, "cs");
            assertThat(words().get(group, MailKind.REMINDER, "cs").version()).isZero();
        });
    }

    @Test
    void nobodyOverwritesTheWordsOfAnother() {
        as(coordinator, () -> {
            MailWords own = new MailWords("Prosba", "Napište nám.");
            words().save(group, MailKind.CHANGE, "cs", 0, own);
            assertThatThrownBy(() -> words().save(group, MailKind.CHANGE, "cs", 0, own))
                    .isInstanceOf(StaleVersionException.class);
            assertThatThrownBy(() -> words().save(group, MailKind.CANCELLATION, "cs", 3, own))
                    .isInstanceOf(StaleVersionException.class);
        });
    }

    @Test
    void mailsAboutPasswordsAreNotTheGroups() {
        assertThatThrownBy(() -> as(coordinator, () -> words().get(group, MailKind.PASSWORD_RESET, "cs")))
                .hasMessage("invitations.words.unknownKind");
        assertThatThrownBy(() -> as(coordinator, () -> words().get(group, MailKind.INVITATION, "de")))
                .hasMessage("invitations.words.unknownKind");
    }

    @Test
    void remindersAreOffUntilAGroupSetsThem() {
        as(coordinator, () -> {
            var reporting = service(ReportingService.class);
            assertThat(reporting.get(group)).isEqualTo(new Reporting(0, new ReportingData(null, 90)));
            reporting.save(group, 0, new ReportingData(5, 180));
            assertThat(reporting.get(group)).isEqualTo(new Reporting(1, new ReportingData(5, 180)));
            reporting.save(group, 1, new ReportingData(null, 180));
            assertThatThrownBy(() -> reporting.save(group, 1, new ReportingData(7, 180)))
                    .isInstanceOf(StaleVersionException.class);
        });
    }

    @Test
    void daysOutOfRangeAreRefused() {
        assertThatThrownBy(() -> new ReportingData(0, 90)).hasMessage("invitations.reporting.reminderDays.range");
        assertThatThrownBy(() -> new ReportingData(61, 90)).hasMessage("invitations.reporting.reminderDays.range");
        assertThatThrownBy(() -> new ReportingData(null, 6)).hasMessage("invitations.reporting.validDays.range");
        assertThatThrownBy(() -> new ReportingData(null, 731)).hasMessage("invitations.reporting.validDays.range");
    }
}
