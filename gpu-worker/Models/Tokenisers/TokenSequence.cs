namespace SoraFunctions.Models.Tokenisers;

/// <summary>A text as a model takes it: of a fixed length, cut or padded on the right.</summary>
/// <param name="Ids">The ids with special tokens and padding.</param>
/// <param name="Mask">1 for each id of the text or around it, 0 for padding.</param>
/// <param name="Cut">How many ids of the text did not fit.</param>
public sealed record TokenSequence(long[] Ids, long[] Mask, int Cut)
{
    /// <summary>How many ids are not padding.</summary>
    public int Used => (int)Mask.Sum();

    /// <summary>Encodes a text to a length.</summary>
    /// <param name="tokeniser">The tokeniser.</param>
    /// <param name="text">The text.</param>
    /// <param name="length">The length; at least that of the special tokens.</param>
    public static TokenSequence Of(ITokeniser tokeniser, string text, int length)
    {
        var specials = tokeniser.Specials;
        var room = length - specials.Prefix.Count - specials.Suffix.Count;
        ArgumentOutOfRangeException.ThrowIfNegative(room, nameof(length));
        var ids = tokeniser.Encode(text);
        long[] used = [.. specials.Prefix, .. ids.Take(room), .. specials.Suffix];
        long[] all = [.. used, .. Enumerable.Repeat((long)specials.Pad, length - used.Length)];
        return new(all, [.. all.Select((_, index) => index < used.Length ? 1L : 0)], Math.Max(0, ids.Count - room));
    }
}
