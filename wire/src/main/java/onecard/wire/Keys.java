package onecard.wire;

/// Every key of the protocol, map by map. A number, once used in a map, never means something else
/// there.
final class Keys {
    private Keys() {}

    /// Requests and stored records.
    static final Field SEQ = new Field(1, "seq");

    static final Field MODE = new Field(2, "mode");
    static final Field INSTRUMENT = new Field(3, "instrument");
    static final Field AMOUNT = new Field(4, "amount");
    static final Field TIME = new Field(5, "time");
    static final Field HIGHEST_SETTLED = new Field(6, "highest-settled");
    static final Field REASON = new Field(7, "reason");
    static final Field OFFLINE = new Field(8, "offline");
    static final Field OVERDRAFT = new Field(9, "overdraft");
    static final Field AMOUNT_UNSURE = new Field(10, "amount-unsure");
    static final Field DECIDED = new Field(11, "decided");
    static final Field RECORDS = new Field(12, "records");

    /// The parts of an instrument.
    static final Field UID = new Field(1, "uid");

    static final Field EMULATED = new Field(2, "emulated");
    static final Field ENROL_NO = new Field(3, "enrol-no");
    static final Field SCORE = new Field(4, "score");
    static final Field PERSON_NO = new Field(5, "person-no");
    static final Field PIN = new Field(6, "pin");
    static final Field TOKEN = new Field(7, "token");

    /// The state of a terminal.
    static final Field LAST_SEQ = new Field(1, "last-seq");

    static final Field STORED_RECORDS = new Field(2, "stored-records");
    static final Field OLDEST_RECORD_AGE = new Field(3, "oldest-record-age");
    static final Field TODAY_COUNT = new Field(4, "today-count");
    static final Field TODAY_SUM = new Field(5, "today-sum");
    static final Field CLOCK = new Field(6, "clock");
    static final Field FIRMWARE = new Field(7, "firmware");
    static final Field LAST_ERROR = new Field(8, "last-error");
    static final Field STATE_PARAMETER_VERSION = new Field(9, "parameter-version");
    static final Field STATE_ALLOW_VERSION = new Field(10, "allow-version");
    static final Field STATE_BLOCK_VERSION = new Field(11, "block-version");
    static final Field NOT_APPLIED = new Field(12, "not-applied");
    static final Field ALONE_SINCE = new Field(13, "alone-since");
    static final Field STORED_SUM = new Field(14, "stored-sum");

    /// Parameters that could not be applied, inside [#NOT_APPLIED].
    static final Field NOT_APPLIED_VERSION = new Field(1, "not-applied-version");

    static final Field NOT_APPLIED_REASON = new Field(2, "not-applied-reason");
    static final Field NOT_APPLIED_WORDS = new Field(3, "not-applied-words");

    /// Answers.
    static final Field RESULT = new Field(0, "result");

    static final Field CHARGED = new Field(1, "charged");
    static final Field GROSS = new Field(2, "gross");
    static final Field DISCOUNT = new Field(3, "discount");
    static final Field CASH_PART = new Field(4, "cash-part");
    static final Field SUBSIDY_PART = new Field(5, "subsidy-part");
    static final Field CASH_LEFT = new Field(6, "cash-left");
    static final Field SUBSIDY_LEFT = new Field(7, "subsidy-left");
    static final Field NAME = new Field(8, "name");
    static final Field PLATFORM_NO = new Field(9, "platform-no");
    static final Field REFUSAL = new Field(10, "refusal");
    static final Field RULE_ID = new Field(11, "rule-id");
    static final Field RULE_NAME = new Field(12, "rule-name");
    static final Field WINDOW = new Field(13, "window");
    static final Field LIMIT = new Field(14, "limit");
    static final Field USED = new Field(15, "used");
    static final Field LEFT = new Field(16, "left");
    static final Field CARD_STATE = new Field(17, "card-state");
    static final Field RETURNED = new Field(18, "returned");
    static final Field WHY = new Field(19, "why");
    static final Field RECEIPTS = new Field(20, "receipts");
    static final Field NEWEST = new Field(23, "newest");

    /// A receipt of a record, inside [#RECEIPTS].
    static final Field RECEIPT_SEQ = new Field(1, "receipt-seq");

    static final Field FATE = new Field(2, "fate");

    /// The answer to a state.
    static final Field MISSING = new Field(1, "missing");

    static final Field HIGHEST_SEQ = new Field(2, "highest-seq");
    static final Field PLATFORM_TIME = new Field(3, "platform-time");

    /// A stretch of numbers, inside [#MISSING].
    static final Field FROM_SEQ = new Field(1, "from-seq");

    static final Field TO_SEQ = new Field(2, "to-seq");

    /// Parameters.
    static final Field VERSION = new Field(1, "version");

    static final Field MACHINE_NO = new Field(2, "machine-no");
    static final Field MERCHANT = new Field(3, "merchant");
    static final Field WORKING_MODE = new Field(4, "working-mode");
    static final Field FIXED_AMOUNT = new Field(5, "fixed-amount");
    static final Field REPEAT_INTERVAL = new Field(6, "repeat-interval");
    static final Field TILL_TIME = new Field(7, "till-time");
    static final Field HEARTBEAT = new Field(8, "heartbeat");
    static final Field PURCHASE_MODE = new Field(9, "purchase-mode");
    static final Field CARD_NUMBER = new Field(10, "card-number");
    static final Field CHECK_ALLOW_LIST = new Field(11, "check-allow-list");
    static final Field OFFLINE_LIMITS = new Field(12, "offline-limits");
    static final Field SLOTS = new Field(13, "slots");
    static final Field ZONE = new Field(14, "zone");
    static final Field SWITCH_AFTER = new Field(15, "switch-after");

    /// What a terminal may sell by itself, inside [#OFFLINE_LIMITS].
    static final Field PER_PURCHASE = new Field(1, "per-purchase");

    static final Field PER_CARD = new Field(2, "per-card");
    static final Field PER_TERMINAL = new Field(3, "per-terminal");
    static final Field LIST_AGE = new Field(4, "list-age");

    /// A slot, inside [#SLOTS].
    static final Field WEEKDAYS = new Field(1, "weekdays");

    static final Field FROM_MINUTE = new Field(2, "from-minute");
    static final Field TO_MINUTE = new Field(3, "to-minute");
    static final Field SLOT_MODE = new Field(4, "slot-mode");
    static final Field SLOT_AMOUNT = new Field(5, "slot-amount");

    /// A list.
    static final Field FROM_VERSION = new Field(1, "from-version");

    static final Field TO_VERSION = new Field(2, "to-version");
    static final Field ADDED = new Field(3, "added");
    static final Field REMOVED = new Field(4, "removed");

    /// The newest versions, inside [#NEWEST].
    static final Field PARAMETER_VERSION = new Field(1, "newest-parameters");

    static final Field ALLOW_VERSION = new Field(2, "newest-allow");
    static final Field BLOCK_VERSION = new Field(3, "newest-block");
    static final Field WAITING = new Field(4, "waiting");
}
