@NullMarked
package onrecord.bot.evaluation.importing;

import org.jspecify.annotations.NullMarked;
