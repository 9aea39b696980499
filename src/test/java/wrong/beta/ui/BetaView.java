package wrong.beta.ui;

import wrong.beta.BetaRepository;

/** Goes past the services. */
public class BetaView {

    void save(BetaRepository beta) {
        beta.insert();
    }
}
