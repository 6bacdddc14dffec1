/// What a chat model is asked for in answering: to write, to object, to suggest words to search
/// with. None of it is believed unchecked, and nothing is lost where it fails.
@NullMarked
package onrecord.bot.writing;

import org.jspecify.annotations.NullMarked;
