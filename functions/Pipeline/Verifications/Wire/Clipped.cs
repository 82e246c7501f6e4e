using System.Diagnostics.CodeAnalysis;

namespace SoraFunctions.Pipeline.Verifications.Wire;

/// <summary>Keeps an answer small, whatever a file's texts are.</summary>
internal static class Clipped
{
    private const int Longest = 300;

    /// <summary>The text, or its beginning.</summary>
    [return: NotNullIfNotNull(nameof(text))]
    public static string? Text(string? text) =>
        text is { Length: > Longest } ? text[..(char.IsHighSurrogate(text[Longest - 1]) ? Longest - 1 : Longest)] + "…" : text;
}
