package onecard.platform.system;

import java.util.OptionalInt;
import java.util.function.Function;

/// One piece of news for the consoles that look on.
///
/// @param topic the name of the event: `purchase`, `terminal`, `books`, `today`
/// @param needs who may see it
/// @param merchant whose it is; empty if no merchant's
/// @param body what is sent, as JSON, made once per language and only if somebody looks on
public record LiveEvent(
        String topic,
        Permission needs,
        OptionalInt merchant,
        Function<Language, ? extends Object> body) {}
