package cz.koplan.accounts;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where an attempt to sign in comes from.
 *
 * @param address of the network: an IPv4 address, or the first half of an IPv6 one, since every device there has many
 * @param browser the mark that a browser got when somebody signed in from it; whoever holds one is still asked for the
 *     password
 */
record Origin(String address, Optional<String> browser) {

    static final String COOKIE = "koplan-browser";
    private static final int NETWORK_BYTES = 8;

    static Origin of(HttpServletRequest request) {
        Cookie[] cookies = Objects.requireNonNullElse(request.getCookies(), new Cookie[0]);
        return new Origin(
                network(request.getRemoteAddr()),
                Stream.of(cookies)
                        .filter(cookie -> cookie.getName().equals(COOKIE))
                        .map(Cookie::getValue)
                        .findFirst());
    }

    private static String network(String address) {
        try {
            // The container gives an address, never a name, so nothing is looked up.
            return InetAddress.getByName(address) instanceof Inet6Address long6
                    ? HexFormat.of().formatHex(Arrays.copyOf(long6.getAddress(), NETWORK_BYTES))
                    : address;
        } catch (UnknownHostException e) {
            return address;
        }
    }

    @Override
    public String toString() {
        return "Origin";
    }
}
