package onecard.platform.merchants;

/// Identifies a merchant (商户, 餐厅).
public record MerchantId(int value) {}
