package onecard.platform.merchants;

import java.util.List;

/// The meals of the site and when they are served.
public interface MealPeriods {
    /// Returns the timetable as it is now; reads the versions in one statement and the tables only
    /// if something changed.
    Timetable current();

    /// Returns the timetable that belongs to these versions of the settings and the merchants, as
    /// just read by the caller.
    ///
    /// @param settings version of the settings (zone and start of the day)
    /// @param merchants version of merchants and meals
    Timetable at(long settings, long merchants);

    /// Returns all meals in their order.
    List<Meal> meals();
}
