package onecard.platform.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {
    @ParameterizedTest(name = "{0} is shown as {1}")
    @CsvSource(
            textBlock =
                    """
                    张三丰, 张*丰
                    张三, 张*
                    王, 王
                    欧阳娜娜, 欧*娜
                    阿卜杜热合曼·买买提明, 阿*明
                    𠅤子𬭚, 𠅤*𬭚
                    Anna Smith, A*h
                    """)
    void the_middle_of_a_name_is_hidden(String name, String shown) {
        assertThat(MaskedName.of(name)).isEqualTo(shown);
    }

    @ParameterizedTest(name = "{0} sounds {1}, in short {2}")
    @CsvSource(
            textBlock =
                    """
                    张三丰, zhangsanfeng, zsf
                    曾小贤, zengxiaoxian, zxx
                    单雄信, shanxiongxin, sxx
                    区志强, ouzhiqiang, ozq
                    解晓东, xiexiaodong, xxd
                    仇英, qiuying, qy
                    万俟卨, moqixie, mqx
                    尉迟恭, yuchigong, ycg
                    长孙无忌, zhangsunwuji, zswj
                    吕布, lvbu, lb
                    欧阳娜娜, ouyangnana, oynn
                    刘䶮, liuyan, ly
                    古丽扎尔·买买提, gulizhaermaimaiti, glzemmt
                    Anna Smith, annasmith, as
                    李Lucy, lilucy, ll
                    """)
    void a_name_is_found_by_its_sound(String name, String full, String initials) {
        assertThat(PinyinKey.of(name)).isEqualTo(new PinyinKey(full, initials));
    }

    @Test
    void a_character_without_a_known_reading_stays_itself() {
        assertThat(PinyinKey.of("王𪚥")).isEqualTo(new PinyinKey("wang𪚥", "w𪚥"));
    }

    @Test
    void a_person_number_is_kept_in_capitals_and_refused_if_it_is_none() {
        assertThat(new PersonNo("t-007").value()).isEqualTo("T-007");
        assertThatThrownBy(() -> new PersonNo("2024 0101"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2024 0101");
    }
}
