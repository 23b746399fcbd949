package onecard.platform.system;

import java.util.Map;

/// The record of who changed what and when (操作日志). Append-only, guarded by the database.
public interface AuditTrail {
    /// Writes one line in the caller's transaction, so that there is no change without its line and
    /// no line without its change. The operator, the address and the time are added here.
    ///
    /// @param action what was done, in kebab-case with the room in front: `rules.rule-changed`; its
    ///   words are the message `audit.<action>`
    /// @param subject what it was done to, readable: `rule 12 学生午餐`
    /// @param details what changed, small; never a secret, a whole phone number or a picture
    void record(String action, String subject, Map<String, ?> details);
}
