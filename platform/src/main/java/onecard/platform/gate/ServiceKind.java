package onecard.platform.gate;

/// What a service does for terminals.
public enum ServiceKind {
    /// Decides purchases online (联机交易服务).
    AUTHORIZATION,
    /// Takes up records, hands out parameters and lists (通讯前置).
    COLLECTION
}
