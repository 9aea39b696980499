package wrong.db;

/** Stands for generated code. */
public final class Tables {

    public static final String ALPHA = "alpha";

    private Tables() {}

    public static String alpha() {
        return ALPHA;
    }
}
