package cz.koplan;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.MessagePattern.Part;
import cz.koplan.reading.UnreadableFileException;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every text of the screens stands in both bundles, and nothing stands there in vain. */
class TranslationsTest {

    private static final Path SOURCES = Path.of("src/main/java/cz/koplan");

    /** A text in code that is built like a key: {@code feature.thing} or longer. */
    private static final Pattern KEY = Pattern.compile("\"([a-z][A-Za-z]*(?:\\.[A-Za-z]+)+)\"");

    /** A text in a template that is built like a key. */
    private static final Pattern KEY_IN_TEMPLATE = Pattern.compile("'([a-z][A-Za-z]*(?:\\.[A-Za-z]+)+)'");

    private static final Pattern CALL_WITH_KEY =
            Pattern.compile("\\b(?:getTranslation|t|InvalidInputException)\\(\\s*\"([^\"]+)\"\\s*[,)]");

    /** Code that shows a text to people. */
    private static final Pattern SHOWN =
            Pattern.compile("(?:new (?:H[1-6]|Span|Paragraph|Div|Text|Button|Label|NativeLabel|ListItem|EmptyState"
                    + "|[A-Za-z]*Field|[A-Za-z]*Picker|[A-Za-z]*Box|Checkbox|TextArea|Dialog|ConfirmDialog|Details"
                    + "|RouterLink|Notification|Icon|Badge|Tab|SideNavItem)(?:<[^>]*>)?"
                    + "|[sS]et(?:Label|Text|Placeholder|AriaLabel|Heading|Subtitle|HelperText|ErrorMessage|Header"
                    + "|HeaderTitle|TooltipText|PageTitle|Title|ConfirmText|CancelText|RejectText|Alt)"
                    + "|Notification\\.show|addItem|iconButton)\\(\\s*\"([^\"]+)\"");

    private static final Set<String> SAME_IN_EVERY_LANGUAGE = Set.of("Koplán", "Čeština", "English");

    private final Map<String, String> czech = bundle("cs");
    private final Map<String, String> english = bundle("en");

    private static Map<String, String> bundle(String language) {
        var properties = new Properties();
        try (Reader reader = Files.newBufferedReader(
                Path.of("src/main/resources/vaadin-i18n/translations_" + language + ".properties"))) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> bundle = new TreeMap<>();
        properties.forEach((key, text) -> bundle.put((String) key, (String) text));
        return bundle;
    }

    @Test
    void bothLanguagesSayTheSameThings() {
        assertThat(english.keySet()).containsExactlyElementsOf(czech.keySet());
        assertThat(czech).allSatisfy((key, text) -> assertThat(text).isNotBlank());
        assertThat(english).allSatisfy((key, text) -> assertThat(text).isNotBlank());
    }

    @Test
    void noKeyStandsThereTwice() throws IOException {
        for (String language : List.of("cs", "en")) {
            assertThat(Files.readAllLines(
                                    Path.of("src/main/resources/vaadin-i18n/translations_" + language + ".properties"))
                            .stream()
                            .filter(line -> !line.isBlank() && !line.startsWith("#"))
                            .map(line -> line.split("[=:]", 2)[0].strip()))
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void everyTextThatCodeAsksForExists() {
        assertThat(czech).containsKeys(used(CALL_WITH_KEY).toArray(String[]::new));
        assertThat(czech).containsKeys(usedInTemplates().toArray(String[]::new));
        assertThat(usedInTemplates()).isNotEmpty();
        assertThat(used(CALL_WITH_KEY)).as("what the search finds").hasSizeGreaterThan(100);
    }

    @Test
    void everyConstantThatScreensShowHasAName() {
        Set<String> shown = czech.keySet().stream()
                .filter(key -> key.startsWith("enum."))
                .map(key -> key.split("\\.")[1])
                .collect(Collectors.toCollection(TreeSet::new));
        Map<String, Class<?>> enums = enums();

        assertThat(shown).isNotEmpty().isSubsetOf(enums.keySet());
        assertThat(shown.stream()
                        .flatMap(type -> Arrays.stream(enums.get(type).getEnumConstants())
                                .map(constant -> "enum." + type + "." + ((Enum<?>) constant).name())))
                .containsExactlyInAnyOrderElementsOf(czech.keySet().stream()
                        .filter(key -> key.startsWith("enum."))
                        .toList());
    }

    private static Map<String, Class<?>> enums() {
        return sources()
                .filter(file -> read(file).contains("public enum " + name(file)))
                .map(file -> SOURCES.getParent().getParent().relativize(file).toString())
                .map(path -> path.replace('/', '.').replaceFirst("\\.java$", ""))
                .map(TranslationsTest::load)
                .collect(Collectors.toMap(Class::getSimpleName, type -> type));
    }

    private static String name(Path source) {
        return source.getFileName().toString().replaceFirst("\\.java$", "");
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void everyReasonNotToReadAFileIsExplained() {
        assertThat(czech.keySet().stream().filter(key -> key.startsWith("imports.unreadable.")))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(UnreadableFileException.Reason.values())
                        .map(reason -> "imports.unreadable." + reason)
                        .toList());
    }

    @Test
    void noTextIsLeftOver() {
        Set<String> used = used(KEY);
        used.addAll(usedInTemplates());

        assertThat(czech.keySet().stream()
                        .filter(key -> !key.startsWith("enum.") && !key.startsWith("imports.unreadable."))
                        .filter(key -> !used.contains(key)))
                .isEmpty();
    }

    @Test
    void bothLanguagesAskForTheSameArguments() {
        assertThat(czech)
                .allSatisfy((key, text) -> assertThat(arguments(english.get(key), Locale.ENGLISH))
                        .isEqualTo(arguments(text, Locale.of("cs"))));
        assertThat(arguments("{0, plural, one{# člen {1}} other{# členů}}", Locale.of("cs")))
                .containsExactly("0", "1");
    }

    /** Texts that write about braces are shown as they are, never as patterns. */
    private static Set<String> arguments(String text, Locale language) {
        if (text.contains("{{")) {
            return Set.of();
        }
        MessagePattern pattern = new MessagePattern(new MessageFormat(text, language).toPattern());
        return IntStream.range(0, pattern.countParts())
                .mapToObj(pattern::getPart)
                .filter(part -> part.getType() == Part.Type.ARG_NUMBER || part.getType() == Part.Type.ARG_NAME)
                .map(pattern::getSubstring)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void screensHoldNoTextsOfTheirOwn() {
        Stream<String> texts = sources()
                .filter(file ->
                        file.toString().contains("/ui/") || file.toString().contains("/shell/"))
                .flatMap(file -> find(SHOWN, read(file)).map(text -> name(file) + ": " + text));

        assertThat(texts.filter(text -> {
                    String shown = text.substring(text.indexOf(' ') + 1);
                    return shown.codePoints().anyMatch(Character::isLetter)
                            && !SAME_IN_EVERY_LANGUAGE.contains(shown)
                            && !shown.matches("Alt ?");
                }))
                .isEmpty();
        assertThat(find(SHOWN, "add(new H2(\"Členové\")); name.setLabel( \"Jméno\");"))
                .containsExactly("Členové", "Jméno");
    }

    private static Set<String> used(Pattern pattern) {
        return sources().flatMap(file -> find(pattern, read(file))).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> usedInTemplates() {
        return files(Path.of("src/main/resources/templates"), ".html")
                .flatMap(file -> find(KEY_IN_TEMPLATE, read(file)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> find(Pattern pattern, String source) {
        return pattern.matcher(source).results().map((MatchResult found) -> found.group(1));
    }

    private static Stream<Path> sources() {
        return files(SOURCES, ".java");
    }

    private static Stream<Path> files(Path folder, String ending) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path source) {
        try {
            return Files.readString(source);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
