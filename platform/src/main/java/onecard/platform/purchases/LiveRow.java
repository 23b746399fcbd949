package onecard.platform.purchases;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import onecard.platform.system.OneOf;
import onecard.vocabulary.Refusal;
import onecard.vocabulary.Window;

/// A row of the purchase journal as the console shows it.
///
/// @param number the journal number as people read it
/// @param at transaction time
/// @param personName empty where nobody was recognised
/// @param kind what it reports: `ONLINE`, `RECORD`, `VOID`, `CORRECTION`, `BACK_ENTRY`
/// @param result `TAKEN`, or the name of the refusal
/// @param grossCents before the discount; of a refusal, what was asked for
/// @param cashAfterCents the cash purse after it
/// @param ruleId the rule that refused or priced it
/// @param limit the limit that was hit: cents, a count, or seconds
/// @param voided whether it was taken back since
/// @param why what happened and why, in the caller's language
record LiveRow(
        String number,
        OffsetDateTime at,
        LocalDate businessDay,
        String terminalSerial,
        Optional<Integer> machineNo,
        int merchantId,
        String merchantName,
        Optional<Integer> mealId,
        Optional<String> mealName,
        Optional<Integer> personId,
        Optional<String> personNo,
        Optional<String> personName,
        @OneOf(JournalRow.Kind.class) String kind,
        @OneOf(value = Refusal.class, or = "TAKEN") String result,
        long grossCents,
        long discountCents,
        long netCents,
        long cashCents,
        long subsidyCents,
        Optional<Long> cashAfterCents,
        Optional<Long> subsidyAfterCents,
        Optional<Integer> ruleId,
        Optional<String> ruleName,
        Optional<Window> window,
        Optional<Long> limit,
        Optional<Long> used,
        Optional<Long> left,
        boolean voided,
        String why) {}
