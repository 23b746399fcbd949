package onecard.platform.people;

/// Hides the middle of a name for displays that strangers see: 张三丰 becomes 张*丰, 张三 becomes 张*.
/// Characters outside the basic plane count as one.
final class MaskedName {
    private MaskedName() {}

    static String of(String name) {
        int[] characters = name.codePoints().toArray();
        return switch (characters.length) {
            case 0 -> "";
            case 1 -> name;
            case 2 -> Character.toString(characters[0]) + '*';
            default ->
                    Character.toString(characters[0])
                            + '*'
                            + Character.toString(characters[characters.length - 1]);
        };
    }
}
