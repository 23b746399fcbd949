package onecard.vocabulary;

/// The stretch of time a limit counts over.
public enum Window {
    /// One purchase.
    PURCHASE,
    /// One meal of one business day.
    MEAL,
    /// One business day.
    DAY,
    /// Monday to Sunday.
    WEEK,
    /// One calendar month.
    MONTH
}
