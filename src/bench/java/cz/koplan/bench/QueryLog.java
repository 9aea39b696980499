package cz.koplan.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** The running embedded server of a data directory, asked by its root account what the application asked it. */
final class QueryLog implements AutoCloseable {

    /** Makes every statement of the application's connections one that the log takes; it is off until {@link #begin}. */
    static final String OPTION = "--spring.datasource.hikari.connection-init-sql="
            + "SET SESSION group_concat_max_len = 67108864, long_query_time = 0, slow_query_log = 1";

    private final Connection root;

    QueryLog(Path data) throws IOException, SQLException {
        Properties client = new Properties();
        try (var file = Files.newBufferedReader(data.resolve("mariadb/client.cnf"))) {
            client.load(file);
        }
        root = DriverManager.getConnection(
                "jdbc:mariadb://" + client.getProperty("host") + ":" + client.getProperty("port")
                        + "/koplan?sslMode=disable",
                "root",
                client.getProperty("password"));
    }

    List<String> column(String sql) throws SQLException {
        try (Statement statement = root.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }

    void execute(String sql) throws SQLException {
        try (Statement statement = root.createStatement()) {
            statement.execute(sql);
        }
    }

    void begin() throws SQLException {
        execute("set global log_output = 'TABLE'");
        execute("truncate mysql.slow_log");
        execute("set global slow_query_log = 1");
    }

    /** Prints how many statements there were, and each that looked at far more rows than it returned, with its plan. */
    void end(String what) throws SQLException {
        execute("set global slow_query_log = 0");
        System.out.printf(
                "%s: %s statements%n",
                what,
                column("select count(*) from mysql.slow_log where db = 'koplan' and user_host like 'koplan%'")
                        .getFirst());
        List<String> wide = column("""
                select convert(sql_text using utf8mb4) from mysql.slow_log
                where db = 'koplan' and user_host like 'koplan%' and rows_examined > 500 and sql_text like 'select%'
                group by regexp_replace(regexp_replace(convert(sql_text using utf8mb4), '''[^'']*''', '?'), '[0-9]+', '?')
                order by max(rows_examined) desc""");
        for (String sql : wide) {
            try (Statement statement = root.createStatement()) {
                long examined;
                try (ResultSet numbers = statement.executeQuery(
                        "select max(rows_examined), max(rows_sent), max(query_time) from mysql.slow_log where sql_text = "
                                + literal(sql))) {
                    numbers.next();
                    examined = numbers.getLong(1);
                    System.out.printf(
                            "  examined %d, sent %d, %s s: %s%n",
                            examined,
                            numbers.getLong(2),
                            numbers.getString(3),
                            sql.length() > 400 ? sql.substring(0, 400) + " …" : sql);
                }
                try (ResultSet plan = statement.executeQuery("explain " + sql)) {
                    while (plan.next()) {
                        System.out.printf(
                                "      %s %s key %s rows %s %s%n",
                                plan.getString("table"),
                                plan.getString("type"),
                                plan.getString("key"),
                                plan.getString("rows"),
                                plan.getString("Extra"));
                    }
                }
            }
        }
    }

    private static String literal(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "''") + "'";
    }

    @Override
    public void close() throws SQLException {
        root.close();
    }
}
