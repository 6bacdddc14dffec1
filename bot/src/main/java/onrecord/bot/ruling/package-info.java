/// What may be said, and why.
@NullMarked
package onrecord.bot.ruling;

import org.jspecify.annotations.NullMarked;
