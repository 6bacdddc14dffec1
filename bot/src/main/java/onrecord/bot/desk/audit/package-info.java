/// Looking into what happened: exports, and asking a stored question again.
@NullMarked
package onrecord.bot.desk.audit;

import org.jspecify.annotations.NullMarked;
