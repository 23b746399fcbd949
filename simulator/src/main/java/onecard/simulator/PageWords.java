package onecard.simulator;

/// What the page's server says to a person, in the browser's language.
enum PageWords {
    NOTHING_TO_VOID("没有可以撤销的消费", "There is no sale to void"),
    STILL_ASKING("暂无应答，本机会继续发送撤销请求", "No answer yet; the terminal goes on asking for the void"),
    TOO_LATE("已超过撤销时限，请在管理端更正", "Too late to void; have the charge corrected"),
    OTHER_MEAL("该餐次已结束，请在管理端更正", "The meal is over; have the charge corrected"),
    SETTLED("该笔消费已结算，请在管理端更正", "The sale is settled; have the charge corrected"),
    CORRECTED("该笔消费已被更正", "The charge has already been corrected"),
    NOT_PERMITTED("本机不允许撤销", "This terminal may not void sales"),
    NO_ANSWER("平台没有应答", "The platform does not answer"),
    NO_TERMINAL("没有这台消费机", "There is no such terminal"),
    WRONG_REQUEST("请求内容有误", "The request is not as it should be"),
    TOO_MANY("请求过多，请稍后再试", "Too many requests; try again in a moment");

    private final String chinese;
    private final String english;

    PageWords(String chinese, String english) {
        this.chinese = chinese;
        this.english = english;
    }

    String in(boolean inChinese) {
        return inChinese ? chinese : english;
    }
}
