package onrecord.bot.operation.retention;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What is forgotten, under `onrecord.retention.`.
///
/// @param questions how long questions and their answers are kept, such as `1100d`; 0 for ever
@ConfigurationProperties("onrecord.retention")
public record RetentionSettings(@DefaultValue("0") Duration questions) {

  public RetentionSettings {
    if (questions.isNegative()) {
      throw new IllegalArgumentException("onrecord.retention.questions is not below 0");
    }
  }
}
