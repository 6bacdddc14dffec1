/// A chat model, asked within limits of time and cost, and asked the same thing once.
@NullMarked
package onrecord.bot.model;

import org.jspecify.annotations.NullMarked;
