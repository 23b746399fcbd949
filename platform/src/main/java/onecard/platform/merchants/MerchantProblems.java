package onecard.platform.merchants;

import onecard.platform.system.ProblemKind;

/// What can be in the way of changing merchants and meals.
final class MerchantProblems {
    static final ProblemKind MERCHANT_TAKEN = new ProblemKind("merchant-taken", 409);
    static final ProblemKind MERCHANT_IN_USE = new ProblemKind("merchant-in-use", 409);
    static final ProblemKind OUTLET_TAKEN = new ProblemKind("outlet-taken", 409);
    static final ProblemKind MEAL_TAKEN = new ProblemKind("meal-taken", 409);
    static final ProblemKind MEAL_IN_USE = new ProblemKind("meal-in-use", 409);
    static final ProblemKind MEALS_OVERLAP = new ProblemKind("meals-overlap", 409);

    private MerchantProblems() {}
}
