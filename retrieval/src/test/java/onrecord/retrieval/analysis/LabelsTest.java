package onrecord.retrieval.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import onrecord.corpus.Passage;
import onrecord.corpus.PassageId;
import onrecord.corpus.Speaker;
import org.junit.jupiter.api.Test;

class LabelsTest {

  @Test
  void rowsColumnsAndHeadingsAreFiledWithoutNumberingUnitsAndBlanks() {
    var passage =
        new Passage(
            new PassageId("a#0"),
            0,
            "利润表（单位：元）\n项  目\t2024年\n一、营业总收入\t1,000.00\n  其中：利息收入（损失以“-”号填列）\t20.00\n1. 税金\t(3.00)",
            Speaker.COMPANY,
            Passage.Form.TABLE,
            List.of("第十节 财务报告", "（二）合并利润表"),
            null,
            null,
            null,
            List.of(),
            null);

    assertThat(Labels.of(passage))
        .containsExactly("财务报告", "合并利润表", "利润表", "项目", "2024年", "营业总收入", "利息收入", "税金");
  }
}
