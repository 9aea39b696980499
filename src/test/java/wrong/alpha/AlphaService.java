package wrong.alpha;

import org.springframework.stereotype.Service;
import wrong.beta.BetaRepository;
import wrong.db.Tables;
import wrong.demo.Demo;

/** Asks for no right, touches the database, depends on the demonstration, and in a circle on its user. */
@Service
public class AlphaService {

    public String name(BetaRepository beta) {
        beta.insert();
        return Tables.alpha() + new Demo();
    }
}
