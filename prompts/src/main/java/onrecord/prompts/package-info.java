/// The words and the policy: phrases, glossary and forecasting policy, kept as files that the IR
/// team edits.
@NullMarked
package onrecord.prompts;

import org.jspecify.annotations.NullMarked;
