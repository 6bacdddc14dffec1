package onrecord.bot.telegram;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.api.objects.ApiResponse;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;

/// `getUpdates`, each update as JSON: one that cannot be read does not hide the others.
@JsonInclude(JsonInclude.Include.NON_NULL)
final class FetchUpdates extends BotApiMethod<ArrayList<String>> {

  @JsonProperty final @Nullable Long offset;

  @JsonProperty final int timeout;

  @JsonProperty final int limit = 100;

  @JsonProperty("allowed_updates")
  final List<String> allowedUpdates;

  FetchUpdates(@Nullable Long offset, int timeout, List<String> allowedUpdates) {
    this.offset = offset;
    this.timeout = timeout;
    this.allowedUpdates = allowedUpdates;
  }

  @Override
  public String getMethod() {
    return "getUpdates";
  }

  @Override
  public void validate() {}

  // The library asks for a list that can be serialised.
  @SuppressWarnings("NonApiType")
  @Override
  public ArrayList<String> deserializeResponse(String answer) throws TelegramApiRequestException {
    try {
      var response = OBJECT_MAPPER.readTree(answer);
      if (!response.path("ok").asBoolean()) {
        throw new TelegramApiRequestException(
            "No updates", OBJECT_MAPPER.treeToValue(response, ApiResponse.class));
      }
      var updates = new ArrayList<String>();
      response.path("result").forEach(update -> updates.add(update.toString()));
      return updates;
    } catch (JsonProcessingException unreadable) {
      throw new TelegramApiRequestException("Updates cannot be read", unreadable);
    }
  }
}
