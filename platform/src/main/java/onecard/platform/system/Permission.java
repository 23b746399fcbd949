package onecard.platform.system;

/// What an operator may do (权限). A role is a set of these; an endpoint names the one it [Needs].
public enum Permission {
    /// The day's takings, meals, merchants and terminals at a glance.
    SEE_TODAY,
    /// Purchases, live and past, and why one was refused.
    SEE_PURCHASES,
    /// People, their cards, purses and statements.
    SEE_PEOPLE,
    EDIT_PEOPLE,
    /// Portraits, and the consents they stand on.
    SEE_PHOTOS,
    /// Take, replace and remove portraits, note consents, make one-time links.
    EDIT_PHOTOS,
    /// Store a portrait although it did not pass the check.
    ACCEPT_PHOTOS,
    /// Issue, lose, replace and return cards.
    HANDLE_CARDS,
    TOP_UP,
    /// Undo a top-up of one's own by counter-entry.
    UNDO_TOP_UP,
    /// Pay money out to a holder, and take a subsidy back.
    REFUND,
    /// Cancel cards and close accounts, freeze and unfreeze, one person or many.
    CLOSE_ACCOUNTS,
    /// Money for many people in one go.
    MONEY_BATCH,
    /// Move a balance although a terminal has not reported yet (`D-24`).
    GO_ON_INCOMPLETE,
    /// Correct a charge and enter a purchase by hand, within the window of the site (`M-196`).
    CORRECT_CHARGES,
    /// The same without any window.
    CORRECT_OLD_CHARGES,
    /// Book a correction or a back-entry that takes the cash purse below zero (`D-04`, `D-12`).
    OVERDRAW,
    SEE_MERCHANTS,
    EDIT_MERCHANTS,
    /// Meal periods are the site's timetable.
    EDIT_MEALS,
    SEE_RULES,
    /// Groups and trade rules.
    EDIT_RULES,
    SEE_TERMINALS,
    /// Register terminals, see a key once, rotate and revoke it.
    EDIT_TERMINALS,
    SEE_REPORTS,
    /// Whether the books balance, and have them added up.
    VERIFY_BOOKS,
    SEE_SETTINGS,
    EDIT_SETTINGS,
    SEE_AUDIT,
    SEE_OPERATORS,
    EDIT_OPERATORS
}
