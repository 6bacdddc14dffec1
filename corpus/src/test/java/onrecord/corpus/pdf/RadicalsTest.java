package onrecord.corpus.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RadicalsTest {

  @ParameterizedTest
  @CsvSource({
    "\u2F12, 力",
    "\u2F00, 一",
    "\u2F3E, 户",
    "\u2EA0, 民",
    "\u2EDA, 页",
    "\u2EDB, 风",
    "\u2ED3, 长",
    "\u2ED4, 门",
    "\u2EC5, 见",
    "\u2ECB, 车",
    "\u2EE2, 马",
    "\u2EF0, 龙",
    "\u2EF3, 龟",
    "（元）, （元）"
  })
  void aRadicalIsReadAsTheCharacterThatIsPrinted(String radical, String character) {
    assertThat(Radicals.toCharacters(radical)).isEqualTo(character);
  }
}
