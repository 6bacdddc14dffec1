/// What was asked, grouped by meaning, and the answers that people approved for a meaning.
@NullMarked
package onrecord.bot.desk.questions;

import org.jspecify.annotations.NullMarked;
