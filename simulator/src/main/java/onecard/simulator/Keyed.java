package onecard.simulator;

import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What of the texts that are keyed into a terminal makes sense.
final class Keyed {
    private static final Pattern IP =
            Pattern.compile("(?:(?:25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])(?:\\.(?!$)|$)){4}");
    private static final int MAX_PORT = 65_535;
    private static final int ADDRESS_BITS = 32;

    private Keyed() {}

    static boolean areDigits(String text, int least, int most) {
        return text.matches("[0-9]+") && text.length() >= least && text.length() <= most;
    }

    static boolean isOneOf(String text, Enum<?>... values) {
        return Stream.of(values).map(Enum::name).anyMatch(text::equals);
    }

    static boolean isBetween(String text, long least, long most) {
        return text.matches("[0-9]{1,9}")
                && Long.parseLong(text) >= least
                && Long.parseLong(text) <= most;
    }

    static boolean isIp(String text) {
        return IP.matcher(text).matches() && !text.startsWith("0.");
    }

    static boolean isServer(String text) {
        int colon = text.indexOf(':');
        return colon > 0
                && isIp(text.substring(0, colon))
                && isBetween(text.substring(colon + 1), 1, MAX_PORT);
    }

    static boolean isNetwork(String text) {
        if (text.equals("DHCP")) {
            return true;
        }
        String[] parts = text.split(" ", -1);
        if (parts.length != 4
                || !parts[0].equals("STATIC")
                || !isIp(parts[1])
                || !isIp(parts[2])
                || !isIp(parts[3])) {
            return false;
        }
        int address = bits(parts[1]);
        int mask = bits(parts[2]);
        int gateway = bits(parts[3]);
        int ones = Integer.bitCount(mask);
        return ones < ADDRESS_BITS - 1
                && Integer.numberOfLeadingZeros(~mask) == ones
                && (address & mask) == (gateway & mask)
                && address != gateway;
    }

    private static int bits(String ip) {
        return Stream.of(ip.split("\\.", -1))
                .mapToInt(Integer::parseInt)
                .reduce(0, (all, part) -> all << 8 | part);
    }
}
