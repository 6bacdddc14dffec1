package onrecord.prompts;

/// What a chat model is told before it is given the material.
///
/// @param version counted up with each change of the text
/// @param text the instruction
public record ModelPrompt(int version, String text) {}
