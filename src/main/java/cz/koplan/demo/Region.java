package cz.koplan.demo;

import cz.koplan.organisations.OrganisationData;
import cz.koplan.organisations.PersonData;
import cz.koplan.organisations.TriadRole;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The invented region of {@code kraj.json}. An organisation is referred to by its first alias, a person by the key. */
record Region(
        List<AccountLine> accounts,
        List<OrganisationLine> organisations,
        List<PersonLine> people,
        List<GroupLine> groups,
        List<GuestLine> guests) {

    /** {@code role} is what the table of accounts says. */
    record AccountLine(String role, String person, boolean admin, boolean planner) {}

    /**
     * @param theme the section of sentences that its updates are made of
     * @param label the minutes call it by its first alias, because its name is long
     * @param active null means yes
     */
    record OrganisationLine(
            String name,
            List<String> aliases,
            String ico,
            @Nullable TriadRole triadRole,
            String theme,
            boolean label,
            @Nullable String website,
            @Nullable String note,
            @Nullable Boolean active) {

        String key() {
            return aliases.getFirst();
        }

        OrganisationData data() {
            return new OrganisationData(name, ico, triadRole, website, note, active == null || active);
        }
    }

    record PersonLine(
            String key,
            @Nullable String titleBefore,
            String givenName,
            String familyName,
            @Nullable String titleAfter,
            @Nullable String email,
            @Nullable String phone,
            boolean publishName) {

        PersonData data() {
            return new PersonData(titleBefore, givenName, familyName, titleAfter, email, phone, publishName);
        }
    }

    /** A group that meets on the {@code week}-th {@code day} of a month; {@code person} is a member as a user. */
    record GroupLine(
            String key,
            String name,
            String shortName,
            String description,
            String coordinator,
            int week,
            DayOfWeek day,
            String start,
            String place,
            @Nullable String person,
            List<MemberLine> members) {}

    record MemberLine(
            String organisation,
            String delegate,
            @Nullable String deputy,
            @Nullable String formerDelegate,
            @Nullable Integer endedMonthsAgo) {}

    /** A guest: a person of the region, or somebody only named; no name means the organisation alone. */
    record GuestLine(
            @Nullable String person,
            @Nullable String name,
            @Nullable String label) {}

    static Region load() {
        return JsonMapper.builder()
                .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .build()
                .readValue(resource("kraj.json"), Region.class);
    }

    static String resource(String name) {
        try (InputStream stream = Region.class.getResourceAsStream("/demo/" + name)) {
            if (stream == null) {
                throw new IllegalStateException("There is no resource demo/" + name);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    OrganisationLine organisation(String key) {
        return organisations.stream()
                .filter(organisation -> organisation.key().equals(key))
                .findAny()
                .orElseThrow();
    }

    PersonLine person(String key) {
        return people.stream()
                .filter(person -> person.key().equals(key))
                .findAny()
                .orElseThrow();
    }

    /** The name by which the account signs in. */
    String email(AccountLine account) {
        return Objects.requireNonNull(person(account.person()).email());
    }
}
