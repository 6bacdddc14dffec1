/// Answering, and being spoken to: a [Question] becomes an [Answer].
@NullMarked
package onrecord.bot;

import org.jspecify.annotations.NullMarked;
