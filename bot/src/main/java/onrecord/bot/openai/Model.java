package onrecord.bot.openai;

import com.fasterxml.jackson.annotation.JsonProperty;

/// The model that clients choose from the list: there is one.
///
/// @param created seconds since 1970
record Model(String id, String object, long created, @JsonProperty("owned_by") String ownedBy) {

  static final String ID = "onrecord";

  /// Clients show or ignore it: the first day of the year in which this interface was made.
  private static final long CREATED = 1_767_225_600L;

  static final Model ONLY = new Model(ID, "model", CREATED, "onrecord");
}
