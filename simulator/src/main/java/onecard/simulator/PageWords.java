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
    WRONG_LOGIN("管理员或密码错误", "Wrong administrator or password"),
    WRONG_OPERATOR_PASSWORD("操作员密码错误", "Wrong operator password"),
    WRONG_SCREEN_PASSWORD("密码错误", "Wrong password"),
    WRONG_ADMINISTRATOR("管理员号为 1 至 4 位数字", "An administrator is 1 to 4 digits"),
    WRONG_NEW_PASSWORD("密码为 4 至 8 位数字", "A password is 4 to 8 digits"),
    WRONG_NEW_SCREEN_PASSWORD("密码为 6 至 12 位数字", "A password is 6 to 12 digits"),
    WRONG_MACHINE_NO("机号为 1 至 999", "A machine number is 1 to 999"),
    WRONG_IP("IP 地址有误，如 192.168.1.20", "No IP address; one is 192.168.1.20"),
    WRONG_SERVER("请输入 IP 地址和端口 1 至 65535", "Key an IP address and a port, 1 to 65535"),
    WRONG_FIXED_AMOUNT("金额超出范围", "The amount is out of range"),
    NO_FIXED_AMOUNT("请先设置定值金额", "Set the fixed amount first"),
    WRONG_INTERVAL("间隔为 0 至 5940 秒", "An interval is 0 to 5940 seconds"),
    WRONG_VOLUME("音量为 0 至 5", "A volume is 0 to 5"),
    WRONG_NETWORK("请检查 IP、掩码和网关是否同一网段", "See that address, mask and gateway belong to one network"),
    SERVER_SILENT("该地址没有应答，仍用原地址", "No answer there; the address before is kept"),
    NOT_STORED("无法保存，仍用原设置", "It cannot be stored; what was set before is kept"),
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
