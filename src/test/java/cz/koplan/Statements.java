package cz.koplan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.ExecuteListenerProvider;
import org.springframework.boot.test.context.TestComponent;

/** Hears every statement that a thread sends to the database while it listens. */
@TestComponent
public class Statements implements ExecuteListenerProvider {

    private final ThreadLocal<List<String>> heard = new ThreadLocal<>();

    @Override
    public ExecuteListener provide() {
        return new ExecuteListener() {
            @Override
            public void executeStart(ExecuteContext context) {
                List<String> listening = heard.get();
                if (listening != null && context.sql() != null) {
                    listening.add(context.sql());
                }
            }
        };
    }

    /** Returns the statements that the work sent, in lower case. */
    public List<String> of(Runnable work) {
        heard.set(new ArrayList<>());
        try {
            work.run();
            return heard.get().stream().map(sql -> sql.toLowerCase(Locale.ROOT)).toList();
        } finally {
            heard.remove();
        }
    }
}
