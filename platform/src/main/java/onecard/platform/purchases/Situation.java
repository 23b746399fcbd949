package onecard.platform.purchases;

import java.util.Optional;
import java.util.function.Function;
import onecard.platform.merchants.Timetable;
import onecard.platform.rules.Rulebook;
import onecard.platform.system.SiteSettings;
import onecard.vocabulary.SerialNo;

/// What holds for every purchase of one tray: settings, rules, meals and places as of one moment.
///
/// @param places where a terminal stands; empty if it is not registered
record Situation(
        SiteSettings settings,
        Rulebook rulebook,
        Timetable timetable,
        Function<SerialNo, Optional<Place>> places) {}
