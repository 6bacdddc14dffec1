/// The moment at which an embargo ends.
@NullMarked
package onrecord.bot.desk.publication;

import org.jspecify.annotations.NullMarked;
