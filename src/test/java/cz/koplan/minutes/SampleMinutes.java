package cz.koplan.minutes;

import cz.koplan.meetings.AgendaItemKind;
import cz.koplan.meetings.AttendanceKind;
import cz.koplan.meetings.MeetingMode;
import cz.koplan.minutes.MinutesContent.Attendee;
import cz.koplan.minutes.MinutesContent.Item;
import cz.koplan.minutes.MinutesContent.NextMeeting;
import cz.koplan.minutes.MinutesContent.Resolution;
import cz.koplan.minutes.MinutesContent.Signatory;
import cz.koplan.minutes.MinutesContent.Task;
import cz.koplan.minutes.MinutesContent.Update;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/** Invented minutes of an ordinary meeting, about two pages long. */
public final class SampleMinutes {

    private SampleMinutes() {}

    public static MinutesContent ordinary() {
        return new MinutesContent(
                "Zápis z jednání pracovní skupiny Rodina a děti",
                "Pracovní skupina Rodina a děti",
                LocalDate.of(2024, 3, 14),
                LocalTime.of(9, 0),
                LocalTime.of(11, 30),
                MeetingMode.HYBRID,
                "Městský úřad Horní Lípa, zasedací místnost č. 204",
                attendance(),
                items(),
                tasks(),
                List.of(
                        new Resolution("3/2024", "Skupina **bere na vědomí** zprávu o čerpání dotací za rok 2023."),
                        new Resolution(
                                "4/2024",
                                "Skupina doporučuje radě města navýšit příspěvek na terénní práci o 120 000 Kč ročně."
                                        + " {{Paní radní Zlatuše Skrytá je předem proti.}}")),
                new NextMeeting(LocalDate.of(2024, 6, 13), LocalTime.of(9, 0), "Komunitní centrum Pod Kaštany"),
                new Signatory("Mgr. Božena Tajná", "Městský úřad Horní Lípa", false),
                new Signatory("Ing. Kryštof Veřejný", "Oblastní charita Lípa", true));
    }

    private static List<Attendee> attendance() {
        return List.of(
                new Attendee("Mgr. Božena Tajná", "Městský úřad Horní Lípa", AttendanceKind.PRESENT, false),
                new Attendee("Ing. Kryštof Veřejný", "Oblastní charita Lípa", AttendanceKind.PRESENT, true),
                new Attendee("Ludmila Neznámá", "Oblastní charita Lípa", AttendanceKind.PRESENT, false),
                new Attendee("Bc. Řehoř Žluťoučký", "Poradna U Jezu", AttendanceKind.PRESENT, false),
                new Attendee("Šárka Ďáblíková", "Klub Větrník", AttendanceKind.PRESENT, false),
                new Attendee("Ota Pečující", null, AttendanceKind.PRESENT, false),
                new Attendee("Věra Rodičová", null, AttendanceKind.PRESENT, false),
                new Attendee("Ivo Otevřený", null, AttendanceKind.PRESENT, true),
                new Attendee("Hedvika Chybějící", "Azylový dům Přístav", AttendanceKind.EXCUSED, false),
                new Attendee("Norbert Nepřišel", "Centrum Kolébka", AttendanceKind.ABSENT, false),
                new Attendee("doc. PhDr. Tereza Hostující, Ph.D.", "Univerzita v Lípě", AttendanceKind.GUEST, false));
    }

    private static List<Item> items() {
        return List.of(
                new Item(
                        1,
                        "Kontrola úkolů z minulého jednání",
                        AgendaItemKind.TOPIC,
                        List.of(),
                        List.of(
                                "Oba úkoly z listopadu jsou splněny. Přehled volných míst v poradnách byl rozeslán všem členům"
                                        + " a je k dispozici také na [stránkách města](https://www.horni-lipa.example/plan/prehled).")),
                new Item(2, "Informace od členů", AgendaItemKind.ROUND_TABLE, updates(), List.of()),
                new Item(3, "Příprava akčního plánu na rok 2025", AgendaItemKind.TOPIC, List.of(), List.of("""
                        Koordinátorka představila postup přípravy. Návrh se bude skládat ze tří částí:

                        1. přehled služeb s počtem klientů a kapacitou,
                        2. **potřeby**, které vyplynuly z dotazníků, zejména:
                           - odlehčovací péče o víkendech,
                           - doprovod dětí do školy,
                        3. návrh opatření s odhadem nákladů.

                        | Opatření | Odhad nákladů | Zdroj |
                        |---|---|---|
                        | Terénní práce v okolních obcích | 480 000 Kč | kraj, město |
                        | Dětská skupina | 1 200 000 Kč | fondy EU |

                        Z diskuse vyplynulo, že o víkendové péči je třeba jednat i s krajem. {{Kraj zatím

                        neoficiálně slíbil jen polovinu částky.}} Připomínky lze posílat do 30. 4. 2024.""")),
                new Item(4, "Různé", AgendaItemKind.TOPIC, List.of(), List.of()),
                new Item(
                        null,
                        "Poznámka k průběhu",
                        AgendaItemKind.TOPIC,
                        List.of(),
                        List.of("Spojení na dálku vypadávalo, dvě členky se proto vyjádřily písemně.")));
    }

    private static List<Update> updates() {
        return List.of(
                new Update(
                        "Oblastní charita Lípa",
                        "Od 1. února funguje nová ambulantní poradna v ulici K Mlýnu, otevřeno je v pondělí a ve středu"
                                + " od 8.00 do 16.00 hod. O službu je zájem, v únoru přišlo 46 lidí."),
                new Update(
                        "Poradna U Jezu",
                        "Čekací doba se zkrátila na 14 dní. Hledá se psycholog na úvazek 0,5."
                                + " {{Současný psycholog Zdeněk Důvěrný odchází kvůli sporu s vedením.}}"),
                new Update(
                        "Klub Větrník",
                        "Letní příměstský tábor je obsazen z 80 %. Program:\n\n- sport a hry,\n- výlety do okolí,\n"
                                + "- {{pomoc rodině z ulice Na Skrytce}}."),
                new Update("Azylový dům Přístav", "Písemně: v dubnu se uvolní 2 byty pro matky s dětmi."),
                new Update("Centrum Kolébka", "  "));
    }

    private static List<Task> tasks() {
        return List.of(
                new Task(
                        "Rozeslat dotazník k potřebám rodin a do konce dubna shrnout odpovědi.",
                        "Bc. Řehoř Žluťoučký",
                        "Poradna U Jezu",
                        false,
                        LocalDate.of(2024, 4, 30)),
                new Task(
                        "Zjistit u kraje možnosti financování víkendové péče {{přes paní Skrytou}}.",
                        "Ing. Kryštof Veřejný",
                        "Oblastní charita Lípa",
                        true,
                        LocalDate.of(2024, 5, 15)),
                new Task("Připravit podklady pro radu města.", "Ota Pečující", null, false, null));
    }

    /** What the public version of {@link #ordinary} must not hold anywhere. */
    public static List<String> secrets() {
        return List.of(
                "Tajná",
                "Neznámá",
                "Žluťoučký",
                "Řehoř",
                "Ďáblíková",
                "Pečující",
                "Rodičová",
                "Chybějící",
                "Nepřišel",
                "Hostující",
                "Skrytá",
                "Skryto",
                "Skrytce",
                "Důvěrný",
                "neoficiálně",
                "Kraj zatím");
    }
}
