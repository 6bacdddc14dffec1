package onrecord.peers;

/// A passage, or a question, by the id that the harness gives it.
record Passage(String id, String text) {}
