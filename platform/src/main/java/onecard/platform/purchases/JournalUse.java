package onecard.platform.purchases;

import java.util.List;
import onecard.platform.merchants.MealId;
import onecard.platform.merchants.MealUse;
import onecard.platform.merchants.MerchantId;
import onecard.platform.merchants.MerchantUse;
import onecard.platform.system.CurrentOperator;
import onecard.platform.system.Messages;
import org.springframework.stereotype.Component;

/// Keeps merchants and meals that purchases name: reports of the past need them.
@Component
class JournalUse implements MerchantUse, MealUse {
    private final TakingsTable takings;
    private final Messages messages;
    private final CurrentOperator current;

    JournalUse(TakingsTable takings, Messages messages, CurrentOperator current) {
        this.takings = takings;
        this.messages = messages;
        this.current = current;
    }

    @Override
    public List<String> of(MerchantId merchant) {
        return takings.hasMerchant(merchant.value()) ? words() : List.of();
    }

    @Override
    public List<String> of(MealId meal) {
        return takings.hasMeal(meal.value()) ? words() : List.of();
    }

    private List<String> words() {
        return List.of(messages.say(current.language(), "purchases.on-the-books"));
    }
}
