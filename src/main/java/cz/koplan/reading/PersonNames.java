package cz.koplan.reading;

import java.util.Set;
import java.util.regex.Pattern;

/** What a personal name looks like in minutes; only ever used to tell names from other text, never to change them. */
final class PersonNames {

    static final Pattern DEGREE_AFTER = Pattern.compile(
            "(?:Ph\\. ?D\\.?|Th\\. ?D\\.?|DiS\\.?|Dis\\.?|MBA|MPA|CSc\\.?|DrSc\\.?|LL\\. ?M\\.?|MSc\\.?|M\\. "
                    + "?A\\.?|BA|MHA)");
    private static final Pattern DEGREE_BEFORE = Pattern.compile(
            "(?:Mgr|Bc|Ing|MUDr|JUDr|PhDr|PaedDr|RNDr|ThDr|ThLic|PharmDr|BcA|MgA|doc|prof|Dr|arch|et|p|pí|paní|"
                    + "pan)\\.?");
    private static final Pattern WORD = Pattern.compile("\\p{Lu}[\\p{L}'’]{0,30}(?:-\\p{Lu}?\\p{L}{1,30})?\\.?");

    /** The commonest Czech first names; enough to tell which side of a dash is the person. */
    private static final Set<String> FIRST_NAMES =
            Set.of(("Adam Adéla Alena Alexandra Alice Alžběta Andrea Aneta Anežka Anna Antonín Barbora Blanka Bohumil "
                            + "Bohuslav "
                            + "Božena Dagmar Daniel Daniela Dana David Denisa Dominik Dominika Drahomíra Dušan "
                            + "Edita Eliška Ema "
                            + "Emil Emílie Erik Erika Eva Filip František Gabriela Hana Helena Ilona Irena Iva "
                            + "Ivan Ivana Iveta "
                            + "Ivo Jakub Jan Jana Jarmila Jaromír Jaroslav Jaroslava Jindřich Jindřiška Jiří "
                            + "Jiřina Jitka Josef "
                            + "Julie Kamil Kamila Karel Karolína Kateřina Klára Kristýna Květa Květoslava "
                            + "Ladislav Ladislava "
                            + "Lenka Leona Leoš Libor Libuše Linda Lubomír Lubor Lucie Luděk Ludmila Lukáš "
                            + "Luboš Magda Magdaléna "
                            + "Marcel Marcela Marek Margita Marie Marián Markéta Marta Martin Martina Matěj "
                            + "Michaela Michal "
                            + "Milada Milan Milena Miloslav Miloslava Miloš Miluše Miriam Miroslav Miroslava "
                            + "Monika Naděžda "
                            + "Natálie Nela Nikola Nina Olga Oldřich Ondřej Otakar Oto Patricie Patrik Pavel "
                            + "Pavla Pavlína Petr "
                            + "Petra Radek Radim Radka Radmila Radomír Renata Richard Robert Robin Roman Romana "
                            + "Rostislav Rudolf "
                            + "Růžena Sabina Sandra Silvie Simona Soňa Stanislav Stanislava Sylva Šárka Šimon "
                            + "Štefan Štěpán "
                            + "Štěpánka Tereza Tomáš Václav Vendula Vera Veronika Věra Viktor Viktorie Vilém "
                            + "Vít Vítězslav "
                            + "Vladimír Vladimíra Vlasta Vlastimil Vojtěch Yveta Zbyněk Zdena Zdeněk Zdeňka "
                            + "Zuzana Žaneta")
                    .split(" "));

    private PersonNames() {}

    /** One to five capitalised words, degrees aside: may be a person, may be an organisation. */
    static boolean looksLikeOne(String text) {
        String[] words = bare(text);
        if (words.length == 0 || words.length > 5) {
            return false;
        }
        for (String word : words) {
            if (!WORD.matcher(word).matches()) {
                return false;
            }
        }
        return true;
    }

    /** Looks like a name and carries a degree, a common first name or a feminine surname. */
    static boolean isSurelyOne(String text) {
        if (!looksLikeOne(text)) {
            return false;
        }
        String[] words = bare(text);
        boolean degree = words.length < Passage.normalised(text).split("[ ,]+").length;
        return degree
                || (words.length > 1 && (FIRST_NAMES.contains(words[0]) || FIRST_NAMES.contains(words[1])))
                || words[words.length - 1].endsWith("ová");
    }

    private static String[] bare(String text) {
        if (text.length() > 120) {
            return new String[0];
        }
        return Passage.normalised(text)
                .replaceAll("(?:^|(?<=[ ,]))" + DEGREE_AFTER.pattern() + "(?=[ ,]|$)", "")
                .replaceAll("(?:^|(?<=[ ,]))(?i:" + DEGREE_BEFORE.pattern() + ")(?= )", "")
                .replace(',', ' ')
                .strip()
                .split(" +");
    }
}
