package onecard.vocabulary;

/// Who decides a purchase (消费方式, `M-099`).
public enum PurchaseMode {
    /// The platform, while the cardholder waits (联机消费).
    ONLINE,
    /// The terminal by itself; it tells the platform later (脱机记账).
    STORE_AND_FORWARD
}
