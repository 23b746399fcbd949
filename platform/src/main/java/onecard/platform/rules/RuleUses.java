package onecard.platform.rules;

import java.util.List;
import onecard.platform.merchants.MealId;
import onecard.platform.merchants.MealUse;
import onecard.platform.merchants.MerchantId;
import onecard.platform.merchants.MerchantUse;
import onecard.platform.people.GroupId;
import onecard.platform.people.GroupUse;
import org.springframework.stereotype.Component;

/// Tells which rules name a group, merchant or meal that somebody wants to remove.
@Component
class RuleUses implements GroupUse, MerchantUse, MealUse {
    private final RuleMentionTable mentions;

    RuleUses(RuleMentionTable mentions) {
        this.mentions = mentions;
    }

    @Override
    public List<String> of(GroupId group) {
        return mentions.namesOf(group);
    }

    @Override
    public List<String> of(MerchantId merchant) {
        return mentions.namesOf(merchant);
    }

    @Override
    public List<String> of(MealId meal) {
        return mentions.namesOf(meal);
    }
}
