package onecard.platform.receipts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class GlyphsTest {
    @Test
    @DisplayName("M-151 Chinese takes two columns, and figures end at the right edge")
    void figures_end_at_the_right_edge() {
        assertThat(Glyphs.width("余额 12.00")).isEqualTo(10);
        assertThat(Glyphs.row("现金余额", "12.00", 16)).containsExactly("现金余额   12.00");
        assertThat(Glyphs.row("补贴退回补贴账户", "1234.00", 20))
                .containsExactly("补贴退回补贴账户", "             1234.00");
    }

    @Test
    @DisplayName("M-151 Long words go on in the next line, no character is cut in two")
    void long_words_go_on_in_the_next_line() {
        assertThat(Glyphs.wrap("一二三四五", 5)).containsExactly("一二", "三四", "五");
        assertThat(Glyphs.wrap("back to the fund", 11)).containsExactly("back to the", "fund");
        assertThat(Glyphs.wrap("abcdefgh", 4)).containsExactly("abcd", "efgh");
        assertThat(Glyphs.wrap("", 4)).containsExactly("");
    }

    @Test
    @DisplayName("M-151 Nothing in a name commands the printer")
    void nothing_in_a_name_commands_the_printer() {
        assertThat(Glyphs.clean("张\u001bp\u0000三\n\u0085", Paper.RareCharacters.SEND))
                .isEqualTo("张 p 三  ");
        assertThat(Glyphs.clean("a\ud842", Paper.RareCharacters.SEND)).isEqualTo("a〓");
    }

    @Test
    @DisplayName("M-151 Characters of four bytes are replaced where the printer has none, or sent")
    void characters_of_four_bytes() {
        assertThat(Glyphs.clean("𠮷㐀䶮", Paper.RareCharacters.REPLACE)).isEqualTo("〓〓䶮");
        assertThat(Glyphs.clean("𠮷㐀䶮", Paper.RareCharacters.SEND)).isEqualTo("𠮷㐀䶮");
    }
}
