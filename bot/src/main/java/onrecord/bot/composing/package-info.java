/// From rulings to sentences.
@NullMarked
package onrecord.bot.composing;

import org.jspecify.annotations.NullMarked;
