package cz.koplan.bench;

import java.util.Arrays;
import java.util.Locale;

/** How long something took, many times over. */
final class Timings {

    private long[] nanos = new long[1024];
    private int count;

    synchronized void add(long taken) {
        if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, count * 2);
        }
        nanos[count++] = taken;
    }

    /** Prints the middle, the 95th percentile and the worst in milliseconds, beside the budget of the percentile. */
    synchronized void print(String what, double budget) {
        long[] sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        if (count == 0) {
            System.out.printf("%-44s nothing was measured%n", what);
            return;
        }
        double p95 = ms(sorted[(int) Math.min(count - 1, Math.ceil(count * 0.95) - 1)]);
        System.out.printf(
                Locale.ROOT,
                "%-44s %6d ×  p50 %7.1f  p95 %7.1f  max %7.1f ms%s%n",
                what,
                count,
                ms(sorted[count / 2]),
                p95,
                ms(sorted[count - 1]),
                budget == 0
                        ? ""
                        : String.format(Locale.ROOT, "  budget %.0f%s", budget, p95 > budget ? "  MISSED" : ""));
    }

    private static double ms(long nanos) {
        return nanos / 1e6;
    }
}
